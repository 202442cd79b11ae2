"""Ages, periods and who stands above whom."""

from tett.people.rules.age import age_on, born_after_for_minors, eighteenth_birthday, is_adult

__all__ = ["age_on", "born_after_for_minors", "eighteenth_birthday", "is_adult"]
