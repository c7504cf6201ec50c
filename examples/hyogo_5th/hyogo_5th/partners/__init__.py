"""The partners outside the prefecture, in three modules by who they are.

Chapter V names who works together; chapter VI names partners 取組 by 取組.
``generic`` marks a name that stands for many bodies. 地域を構成する団体 is a word of the document;
the other categories are this model's.
"""

from __future__ import annotations

from . import authorities, community, supporters

__all__ = ["authorities", "community", "partners", "supporters"]

partners = (
    authorities.national_government,
    authorities.ministry_of_justice,
    authorities.prosecutors_offices,
    authorities.kobe_prosecutors_office,
    authorities.probation_offices,
    authorities.kobe_probation_office,
    authorities.judicial_bodies,
    authorities.correctional_institutions,
    authorities.corrework_west_japan,
    authorities.employment_security_offices,
    authorities.municipalities,
    authorities.wards_and_municipalities,
    authorities.prefecture_and_municipalities,
    authorities.prefectural_police,
    supporters.rehabilitation_bodies,
    supporters.probation_officers,
    supporters.social_welfare_councils,
    supporters.support_groups,
    supporters.npos,
    supporters.private_bodies,
    supporters.darc,
    supporters.self_help_groups,
    supporters.bar_association,
    supporters.campaign_committee,
    supporters.cooperating_employers,
    supporters.companies_and_bodies,
    supporters.medical_institutions,
    supporters.specialized_medical_institutions,
    supporters.treatment_hubs,
    supporters.mental_health_center,
    supporters.health_and_welfare_offices,
    supporters.public_health_centers,
    supporters.early_support_groups,
    supporters.victims_groups,
    supporters.educational_institutions,
    supporters.related_organizations,
    supporters.related_agencies,
    supporters.related_bodies,
    community.neighborhood_associations,
    community.senior_clubs,
    community.womens_associations,
    community.childrens_associations,
    community.crime_prevention_associations,
    community.traffic_safety_associations,
    community.fire_companies,
    community.shopping_street_federations,
    community.welfare_commissioners_councils,
    community.schools,
    community.ptas,
    community.businesses,
    community.volunteer_groups,
    community.community_watch_groups,
)
