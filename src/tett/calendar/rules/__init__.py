"""School days, school weeks and rhythms."""

from tett.calendar.rules.days import Days, SchoolWeek, Special, Week
from tett.calendar.rules.holidays import public_holidays, school_year_holidays
from tett.calendar.rules.layers import Layer, lay
from tett.calendar.rules.routes import shipped_routes
from tett.calendar.rules.routine import Routine
from tett.calendar.rules.schedule import Schedule
from tett.calendar.rules.telling import say
from tett.calendar.rules.windows import Window, arrival_window, windows
from tett.calendar.rules.years import school_year_name, school_year_of

__all__ = [
    "Days",
    "Layer",
    "Routine",
    "Schedule",
    "SchoolWeek",
    "Special",
    "Week",
    "Window",
    "arrival_window",
    "lay",
    "public_holidays",
    "say",
    "school_year_holidays",
    "school_year_name",
    "school_year_of",
    "shipped_routes",
    "windows",
]
