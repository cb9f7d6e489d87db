"""Days in words."""

from datetime import date

from babel.dates import format_date, format_skeleton


def day_in_words(language: str, day: date) -> str:
    """A day without its year: `22 ноября`, `22-noyabr`, `22 November`."""
    if language == "en":
        return str(format_date(day, "d MMMM", locale="en"))
    return str(format_skeleton("MMMMd", day, locale=language))
