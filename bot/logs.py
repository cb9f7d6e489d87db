"""Logs: one line an event, without names, texts or numbers of people."""

import logging
import re
import sys
import traceback
from types import TracebackType

import structlog
from structlog.typing import EventDict

_QUOTED = re.compile(r"[\n(].*", re.DOTALL)
"""Where asyncio begins to quote a task's fault or a callback's arguments."""

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def configure() -> None:
    """Log to standard error: readable on a terminal, JSON elsewhere; libraries only from warnings up."""
    plain = sys.stderr.isatty()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Formatter("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    # httpx logs every address at INFO, and the address holds the token.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    # A round that is still at work when its next one is due goes on by itself: nobody has to know.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    sys.excepthook = _last_word
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _fault_in_places,
            structlog.dev.ConsoleRenderer() if plain else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


class _Formatter(logging.Formatter):
    """What libraries log, their faults without words too."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; of what asyncio says about a lost task or callback only what happened."""
        if record.name == "asyncio":
            record = logging.makeLogRecord(
                {**vars(record), "msg": _QUOTED.sub("", record.getMessage()), "args": ()}
            )
        return super().format(record)

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - the name is logging's
        """The fault's types and places."""
        return _trace(ei[1]) if ei[1] is not None else ""


def _last_word(_: type[BaseException], fault: BaseException, __: TracebackType | None) -> None:
    """What a process says that a fault has ended."""
    sys.stderr.write(f"{_trace(fault)}\n")


def _fault_in_places(_: object, __: str, event: EventDict) -> EventDict:
    """Processor: `exc_info` becomes `exception`."""
    fault = event.pop("exc_info", None)
    if fault is True:
        fault = sys.exc_info()[1]
    if isinstance(fault, BaseException):
        event["exception"] = _trace(fault)
    return event


def _trace(fault: BaseException) -> str:
    """A fault and its causes as types and places in the code: its words may quote what a person wrote."""
    chain: list[str] = []
    link: BaseException | None = fault
    while link is not None:
        chain.append(_link(link))
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\nwhich led to\n".join(reversed(chain))


def _link(fault: BaseException) -> str:
    """One fault, and those it gathers."""
    gathered = fault.exceptions if isinstance(fault, BaseExceptionGroup) else ()
    place = "".join(traceback.format_tb(fault.__traceback__)) + type(fault).__qualname__
    return "\n".join([place, *map(_trace, gathered)])
