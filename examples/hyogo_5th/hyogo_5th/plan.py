"""The plan: everything put together.

The cover gives title, status, date and publisher, chapter IV 2 the basic principle and
chapter IV 3 the period. Descriptions in our own words stand in ``prose/ja.toml``,
the plan's words in English in ``translations/en.toml``.
"""

from __future__ import annotations

from pathlib import Path

from planmodel import CalendarYear, FiscalYear, Issuer, Window, read_prose, read_translation

from .axes import axes
from .context import figures, governance, laws, legal_bases, relations, roles
from .gaps import gaps
from .indicators import indicators
from .organisations import departments
from .outline import actions
from .partners import partners
from .sources import COVER, documents
from .vocabulary import SafetyPlan

__all__ = ["plan"]

HERE = Path(__file__).parent

plan = SafetyPlan(
    "hyogo-5th",
    "地域安全まちづくり推進計画 (第5期)",
    status="案",
    # The code is the public one of the prefecture; the document does not print it.
    issuer=Issuer("兵庫県", code="280003"),
    # 平成31年; the month is left blank, see `gaps`.
    published=CalendarYear(2019),
    period=Window(FiscalYear(2019), FiscalYear(2021)),
    principle="地域社会の力を基本とした安全安心の兵庫の実現",
    departments=departments,
    partners=partners,
    indicators=indicators,
    sections=actions,
    axes=axes,
    laws=laws,
    legal_bases=legal_bases,
    governance=governance,
    roles=roles,
    relations=relations,
    figures=figures,
    documents=documents,
    gaps=gaps,
    prose=read_prose(HERE / "prose" / "ja.toml"),
    translations=[read_translation(HERE / "translations" / "en.toml")],
    source=COVER,
    version="1",
)
