"""PM307: made-up rows among real ones."""

from __future__ import annotations

from collections.abc import Iterable

from planmodel.checks.look import Look
from planmodel.checks.rule import Hit, rule
from planmodel.observations.ledger import Row
from planmodel.text import say

__all__ = ["synthetic_with_real"]


@rule(
    "PM307",
    "synthetic-with-real",
    "warning",
    title=say("made-up rows among real ones", "実際の記録に混ざった架空の記録"),
    needs_observations=True,
    does_ja="""
        渡された実績の中に、架空（synthetic）と印の付いた行と、付いていない行の両方があるときに知らせる。
        """,
    bad_ja="""
        架空の値と実際の値を合わせた評価は、どちらとしても正しくない。
        公表された数字と取り違えられるおそれがある。
        """,
)
def synthetic_with_real(look: Look) -> Iterable[Hit]:
    """Report ledgers that hold both synthetic and real rows.

    ## What it does
    Counts the rows marked `synthetic` and those that are not.

    ## Why it is bad
    A judgement made from both is true of neither, and may be taken for a published figure.

    ## Example
    ```python
    unknown = NotStated("資料に記載なし")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[Stock("rate", "解消率", unit="%", department=unknown)],
    )
    observations = Observations([
        Observation("rate", FiscalYear(2019), "80.0%", synthetic=True),
        Observation("rate", FiscalYear(2020), "67.5%"),
    ])
    ```

    ## Use instead
    ```python
    unknown = NotStated("資料に記載なし")
    plan = Plan(
        "plan", "計画", period=FiscalYear(2021),
        indicators=[Stock("rate", "解消率", unit="%", department=unknown)],
    )
    observations = Observations([
        Observation("rate", FiscalYear(2020), "67.5%"),
    ])
    ```

    ## Reference
    `planmodel.Observations`
    """
    ledger = look.observations
    groups: tuple[tuple[Row, ...], ...] = (
        ledger.rows,
        ledger.implementations,
        ledger.judgements,
        ledger.opinions,
    )
    rows = [row for group in groups for row in group]
    made_up = [row for row in rows if row.synthetic]
    if made_up and len(made_up) < len(rows):
        message = say(
            "{made} of {all} rows {made:is|are} made up, the others are not",
            "記録{all}件のうち{made}件が架空で、残りは実際のものである",
            made=len(made_up),
            all=len(rows),
        )
        hint = say("keep made-up rows in a ledger of their own", "架空の記録は別の台帳に分けて渡す")
        place = look.place_of(look.plan.id, made_up[0].origin)
        yield Hit(look.plan.id, place, message, hint)
