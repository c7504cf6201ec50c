"""Public codes with check digits, as Japan's authorities define them."""

from __future__ import annotations

from planmodel.errors import ModelError, Problem
from planmodel.text import Text, say

__all__ = ["corporate_number", "local_government_code", "local_government_code_of"]


def _refuse(value: object, what: Text, where: str, expected: Text) -> ModelError:
    problem = Problem(
        say("{value!r}: {what}", "{value!r}: {what}", value=value, what=what), where, expected
    )
    return ModelError(problem)


def _digits(value: object, count: int) -> bool:
    return isinstance(value, str) and len(value) == count and value.isascii() and value.isdigit()


def local_government_code(value: str) -> str:
    """*value* as a 全国地方公共団体コード: empty, or six digits of which the last one checks.

    The check digit is the last digit of 11 minus the remainder by 11 of the sum of the first five
    digits weighted 6, 5, 4, 3, 2 (Ministry of Internal Affairs and Communications).

    Raises:
        ModelError: it has not six digits, or the check digit is wrong.
    """
    expected = say("six digits, as 280003 for Hyogo", "兵庫県の280003のような6桁の数字")
    if value == "":
        return ""
    if not _digits(value, 6):
        what = say("not six digits", "6桁の数字ではない")
        raise _refuse(value, what, "code", expected)
    check = local_government_code_of(value[:5])[5]
    if value[5] != check:
        what = say(
            "the check digit is wrong: {given}, not {check}",
            "検査数字が違う（{given}ではなく{check}）",
            given=value[5],
            check=check,
        )
        raise _refuse(value, what, "code", expected)
    return value


def local_government_code_of(five: str) -> str:
    """The code whose first *five* digits are given, with its check digit."""
    total = sum(int(digit) * weight for digit, weight in zip(five, (6, 5, 4, 3, 2), strict=True))
    return f"{five}{(11 - total % 11) % 10}"


def corporate_number(value: str) -> str:
    """*value* as a 法人番号: empty, or thirteen digits of which the first one checks.

    The check digit is 9 minus the remainder by 9 of the sum of the other twelve, counted from the
    right and weighted 1, 2, 1, 2, … (National Tax Agency).

    Raises:
        ModelError: it has not thirteen digits, or the check digit is wrong.
    """
    expected = say("thirteen digits", "13桁の数字")
    if value == "":
        return ""
    if not _digits(value, 13):
        raise _refuse(
            value, say("not 13 digits", "13桁の数字ではない"), "corporate_number", expected
        )
    total = sum(
        int(digit) * (1 if place % 2 == 0 else 2) for place, digit in enumerate(value[:0:-1])
    )
    check = 9 - total % 9
    if int(value[0]) != check:
        what = say(
            "the check digit is wrong: {given}, not {check}",
            "検査数字が違う（{given}ではなく{check}）",
            given=value[0],
            check=check,
        )
        raise _refuse(value, what, "corporate_number", expected)
    return value
