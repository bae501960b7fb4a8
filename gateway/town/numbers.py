"""Numbers that look right and cannot be anyone's.

個人番号 have a wrong check digit, 住民票コード all begin with 9999.
"""

from __future__ import annotations

_SPREAD = 10_000_000
_STEP_MY_NUMBER = 7_654_321
_STEP_RESIDENT_CODE = 4_826_417


def check_digit(body: str) -> int:
    """Return the check digit of a 個人番号 whose first eleven digits are ``body`` (domain.md 3.5)."""
    total = 0
    for n, digit in enumerate(reversed(body), start=1):
        total += int(digit) * (n + 1 if n <= 6 else n - 5)
    remainder = total % 11
    return 0 if remainder <= 1 else 11 - remainder


def invalid_my_number(resident_id: str) -> str:
    """Return 12 digits, one set per ``resident_id``, whose last is never the right check digit."""
    # The step is odd and no multiple of five, so the products differ for ten million ids.
    body = f"9999{int(resident_id) * _STEP_MY_NUMBER % _SPREAD:07d}"
    return f"{body}{(check_digit(body) + 1 + int(resident_id) % 9) % 10}"


def fictitious_resident_code(resident_id: str) -> str:
    """Return an 11-digit 住民票コード, one per ``resident_id``, all beginning with 9999."""
    return f"9999{int(resident_id) * _STEP_RESIDENT_CODE % _SPREAD:07d}"
