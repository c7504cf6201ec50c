"""The year's facts: observations, implementation records, judgements by people.

A ledger is append-only: a revision is a new row with its date, and the old one stays,
so that last year's judgement can be made again.
"""
