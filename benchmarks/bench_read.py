"""Reading: a plan of Hyogo's size, strictly and with every error, against msgspec Structs."""

from __future__ import annotations

from pathlib import Path

from rival_structs import decoder
from timing import paired, table

import planmodel

EXAMPLE = Path(__file__).parent.parent / "examples" / "hyogo_5th"
PLANS = 1788


def main() -> None:
    """Measure and print."""
    text = planmodel.to_json(planmodel.load(EXAMPLE))
    raw = text.encode()
    assert decoder.decode(raw).plan.id == planmodel.from_json(text).id

    def many() -> None:
        plans = [planmodel.from_json(text) for _ in range(PLANS)]
        assert len(plans) == PLANS

    def rival_many() -> None:
        plans = [decoder.decode(raw) for _ in range(PLANS)]
        assert len(plans) == PLANS

    table(
        f"Reading ({len(raw) // 1000} KB a plan)",
        [
            paired(
                "one plan, strict, all errors, standard json",
                lambda: planmodel.from_json(text),
                "msgspec Structs",
                lambda: decoder.decode(raw),
                goal=6.0,
                rounds=40,
            ),
            paired(
                f"{PLANS:,} plans, kept", many, "msgspec Structs", rival_many, goal=4.6, rounds=1
            ),
        ],
    )


if __name__ == "__main__":
    main()
