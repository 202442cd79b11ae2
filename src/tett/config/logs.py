"""What is said on standard error: where and what kind, never what somebody wrote or who they are.

The words of a line are those of the source; of what is filled in, only numbers are shown. Of an error, the type and the
places it went through are shown, not its message, which may hold a row of the database. Lines for programs carry the
request's id and the name of its route, never its address.
"""

import logging
import traceback
from contextvars import ContextVar
from types import TracebackType
from typing import Any

from django.conf import settings
from pythonjsonlogger.json import JsonFormatter

#: The request that is being answered.
request_id: ContextVar[str] = ContextVar("request_id", default="")
#: What our own lines may carry besides their words.
FACTS = ("route", "method", "status", "ms", "job")
Error = tuple[type[BaseException], BaseException, TracebackType | None]


def words_of(record: logging.LogRecord) -> str:
    """Give a line's own words, with the numbers that were filled in; what isn't words of a source isn't said."""
    args = record.args if isinstance(record.args, tuple) else ()
    if not (args or record.name.partition(".")[0] == "tett"):
        # A library may have put its line together already, with what it was given.
        return f"(from {record.module}.{record.funcName})"
    return str(record.msg) % tuple(_number(value) for value in args) if args else str(record.msg)


def _number(value: object) -> object:
    return value if isinstance(value, int | float) else _Word(type(value).__name__)


class _Word(str):
    """A kind of thing, whatever the line wanted to show of it: ``%d`` of one that is no number is no error."""

    __slots__ = ()

    def __int__(self) -> int:
        """Be nothing."""
        return 0


def trace_of(error: Error) -> str:
    """Give the types of an error and of those it came from, and the places they went through."""
    told, current, seen = [], error[1], set[int]()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__, limit=-12)
        told.append(type(current).__name__ + "".join(f" < {f.filename}:{f.lineno} {f.name}" for f in reversed(frames)))
        current = current.__cause__ or current.__context__  # type: ignore[assignment] # the end of the chain is None
    return " | ".join(told)


class Plain(logging.Formatter):
    """For people; whoever develops sees everything."""

    def format(self, record: logging.LogRecord) -> str:
        """Give one line, and the trace if something broke."""
        if settings.DEBUG:
            return super().format(record)
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {words_of(record)}"
        return f"{line}\n{trace_of(record.exc_info)}" if record.exc_info and record.exc_info[1] else line  # type: ignore[arg-type] # it has an error, as was asked


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
            line["error"] = trace_of(record.exc_info)  # type: ignore[arg-type] # it has an error, as was asked
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
            "tett.request": {"level": "INFO" if kind == "json" else "WARNING"},
        },
    }
