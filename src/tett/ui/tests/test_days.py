"""Days and weeks as the reader says them."""

from datetime import date

import pytest
from django.utils import translation

from tett.ui.templatetags.tett import kort_dato, norsk_dato, uke

DAY = date(2026, 9, 14)


@pytest.mark.parametrize(
    ("language", "long", "short", "week"),
    [
        ("nb", "mandag 14. september 2026", "14. sep", "uke 38"),
        ("nn", "måndag 14. september 2026", "14. sep", "veke 38"),
        ("en", "Monday 14 September 2026", "14 Sep", "week 38"),
    ],
)
def test_days_and_weeks_follow_the_reader(language: str, long: str, short: str, week: str) -> None:
    with translation.override(language):
        assert (norsk_dato(DAY), kort_dato(DAY), uke(DAY)) == (long, short, week)


def test_no_day_is_nothing() -> None:
    assert (norsk_dato(None), kort_dato(None), uke(None)) == ("", "", "")
