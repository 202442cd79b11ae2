"""How the law is named on pages."""

import pytest

from tett.plan.exports.telling import law_of as law
from tett.plan.templatetags.plan import unbroken


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("§ 12-4", "opplæringsloven § 12-4"),
        ("forskrift § 19-3", "forskrift til opplæringsloven § 19-3"),
    ],
)
def test_a_section_is_said_to_be_of_the_act_or_of_its_regulation(section: str, said: str) -> None:
    assert law(section) == said


def test_a_section_keeps_its_number_whole_at_the_end_of_a_line() -> None:
    assert unbroken("se § 12-4.") == 'se <span class="unbroken">§ 12-4</span>.'
    assert unbroken("§§ 10-1 og 10-2") == '<span class="unbroken">§§ 10-1 og 10-2</span>'


def test_an_address_is_left_as_it_is() -> None:
    page = '<a href="https://lovdata.no/lov/2023-06-09-30/§12-2">loven</a>'
    assert unbroken(page) == page
