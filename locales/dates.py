"""Days and moments in words."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime, format_skeleton, format_time


def day_in_words(language: str, day: date) -> str:
    """A day without its year: `22 ноября`, `22-noyabr`, `22 November`."""
    if language == "en":
        return str(format_date(day, "d MMMM", locale="en"))
    return str(format_skeleton("MMMMd", day, locale=language))


def time_in_words(language: str, moment: datetime) -> str:
    """The time of day in the moment's own zone."""
    return str(format_time(moment, "short", locale=language))


def moment_in_words(language: str, moment: datetime) -> str:
    """Day and time, short enough for a line of a log: `22.11 14:05`."""
    return str(format_datetime(moment, "dd.MM HH:mm", locale=language))
