"""What is said on standard error: where and what kind, never what somebody wrote or who they are.

The words of a line are those of the source; of what is filled in, only numbers are shown. Of an error, the type and the
places it went through are shown, not its message, which may hold a row of the database. Lines for programs carry the
request's id and the name of its route, never its address.
"""

import logging
import traceback
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from pythonjsonlogger.json import JsonFormatter

#: The request that is being answered.
request_id: ContextVar[str] = ContextVar("request_id", default="")
OURS, MOST_PLACES = "/src/tett/", 12
#: What our own lines may carry besides their words.
FACTS = ("route", "method", "status", "ms", "job")


def words_of(record: logging.LogRecord) -> str:
    """Give a line's own words, filled in with numbers only; what isn't words of a source isn't said."""
    if status := getattr(record, "status_code", None):
        return f"answered {status}"
    args = record.args if isinstance(record.args, tuple) else ()
    if args:
        return _filled(str(record.msg), args)
    # A library may have put its line together already, of what it was given.
    return str(record.msg) if record.name.partition(".")[0] == "tett" else f"(from {record.module}.{record.funcName})"


def _filled(words: str, args: tuple[object, ...]) -> str:
    """Fill in numbers and kinds of errors; of everything else, only that there was something."""
    try:
        return words % tuple(map(_shown, args))
    except (TypeError, ValueError):
        return words


def _shown(value: object) -> object:
    if isinstance(value, int | float):
        return value
    return type(value).__name__ if isinstance(value, BaseException) else "…"


def trace_of(error: BaseException) -> str:
    """Give the types of an error and of those it came from, each with where it was raised and our own code above."""
    told: list[str] = []
    current: BaseException | None = error
    seen = set[int]()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__)
        ours = [frame for frame in frames[:-1] if OURS in frame.filename]
        places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in [*frames[-1:], *ours[::-1]]]
        told.append(" < ".join([type(current).__name__, *places[:MOST_PLACES]]))
        current = current.__cause__ or current.__context__
    return " | ".join(told)


def _short(path: str) -> str:
    """Leave out where on this machine the code lies."""
    return path.rpartition("site-packages/")[2].rpartition("/src/")[2]


class Plain(logging.Formatter):
    """For people; whoever develops sees everything."""

    def format(self, record: logging.LogRecord) -> str:
        """Give one line, and the trace if something broke."""
        if settings.DEBUG:
            return super().format(record)
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {words_of(record)}"
        return f"{line}\n{trace_of(record.exc_info[1])}" if record.exc_info and record.exc_info[1] else line


class Json(JsonFormatter):
    """For programs: one object a line."""

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        """Leave it as it was put together below."""
        return log_data

    def format(self, record: logging.LogRecord) -> str:
        """Give one line."""
        line: dict[str, Any] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": words_of(record),
            "request": request_id.get(),
            **{fact: getattr(record, fact) for fact in FACTS if hasattr(record, fact)},
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = trace_of(record.exc_info[1])
        return self.serialize_log_record(line)


def logging_settings(kind: str) -> dict[str, Any]:
    """Give Django's settings for what is said, for people or for programs."""
    formatter = {"plain": Plain, "json": Json}[kind]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"ours": {"()": f"{formatter.__module__}.{formatter.__name__}"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "ours"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            # What was answered has a line of its own.
            "django.request": {"level": "ERROR" if kind == "json" else "WARNING"},
            "tett.request": {"level": "INFO" if kind == "json" else "WARNING"},
        },
    }
