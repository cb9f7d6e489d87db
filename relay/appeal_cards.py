"""What an appeal says in public: the one place that decides how much of it anybody may read."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from urllib.parse import urlencode

from domain.appeals import Appeal, AppealState, Consent, Need
from domain.clock import local_day
from domain.messages import Button
from domain.payees import Payee, PayeeKind
from locales.catalog import Html
from locales.dates import day_in_words
from locales.money import money_in_words
from matching import payees
from matching.names import clean, masked
from matching.surnames import is_surname
from relay.work import Work

GONE = "—"
"""What stands for an appeal whose words are forgotten."""

_INITIALLED: Final = re.compile(r"(?:[^\W\d_]+ )?[^\W\d_]\.")
"""A given name and the first letter of a surname, or that letter alone: what is kept after the wipe."""

REASON = "@"
"""A reason that starts with this is one of the moderators' list, told in everybody's language."""


def beneficiary(need: Need) -> str:
    """For whom it is, as they agreed to be named."""
    return need.beneficiary if need.consent is Consent.FULL else _initialled(need.beneficiary)


def payee_name(payee: Payee) -> str:
    """The holder of the account: a person as banks show them to senders, an organisation in full."""
    return payee.name if payee.kind is PayeeKind.ORGANISATION else _initialled(payee.name)


def payee_line(work: Work, language: str, payee: Payee) -> str:
    """Where the money goes, as plain text, its number covered."""
    how = work.catalog.label(language, f"how-{payee.details.kind}")
    return f"{payee_name(payee)} · {how} {payees.masked(payee.details)}"


def title(work: Work, language: str, appeal: Appeal) -> str:
    """For whom and what for, as plain text."""
    if appeal.need is None:
        return GONE
    return f"{beneficiary(appeal.need)} · {work.catalog.label(language, f'purpose-{appeal.need.purpose}')}"


def card(work: Work, language: str, appeal: Appeal, payee: Payee | None) -> str:
    """All that everybody may know of an appeal but its sums, as Telegram HTML."""
    if appeal.need is None:
        return work.catalog.text(language, "appeal-past", code=appeal.code)
    return work.catalog.text(
        language,
        "appeal-card",
        title=title(work, language, appeal),
        words=appeal.need.words,
        goal=money_in_words(language, appeal.need.goal),
        ends=day_in_words(language, appeal.need.ends),
        payee=payee_line(work, language, payee) if payee else GONE,
        code=appeal.code,
    )


def state_line(work: Work, language: str, appeal: Appeal) -> str:
    """How an appeal stands, for everybody, as Telegram HTML."""
    moment = appeal.changed_at if appeal.state is AppealState.OPEN else appeal.ended_at
    return work.catalog.text(
        language,
        f"appeal-state-{appeal.state}",
        ends=day_in_words(language, appeal.need.ends) if appeal.need else GONE,
        day=day_in_words(language, local_day(moment, work.policy.zone)) if moment else GONE,
    )


def why(work: Work, language: str, appeal: Appeal) -> str:
    """Why an appeal was refused or cancelled, in words; a dash when nobody said."""
    said = appeal.ending.why
    if said.startswith(REASON):
        return work.catalog.label(language, f"appeal-refused-{said.removeprefix(REASON)}")
    return said or GONE


def days_left(work: Work, need: Need) -> int:
    """Days on which money may still be given, today included; 0 when it is over."""
    return max(0, (need.ends - work.today) // timedelta(days=1) + 1)


def check_link(work: Work, appeal: Appeal) -> str:
    """The link by which anybody checks an appeal."""
    return work.policy.deep_link(f"check_{appeal.code}")


def link(work: Work, appeal: Appeal) -> str:
    """The link that opens an appeal in the bot."""
    return work.policy.deep_link(f"p_{appeal.code}")


def share_button(work: Work, language: str, appeal: Appeal) -> Button:
    """A button that lets a person pass an appeal on, with the link that checks it."""
    words = work.catalog.label(language, "appeal-share-words", title=title(work, language, appeal))
    query = urlencode({"url": check_link(work, appeal), "text": words})
    return Button(work.catalog.label(language, "button-share"), url=f"https://t.me/share/url?{query}")


def copy_button(work: Work, language: str, payee: Payee) -> Button:
    """A button that copies where the money goes, so that nobody has to type it."""
    label = work.catalog.label(language, f"button-copy-{payee.details.kind}")
    return Button(label, copy=payees.copied(payee.details))


def public_rows(
    work: Work, language: str, appeal: Appeal, payee: Payee | None
) -> Sequence[tuple[Button, ...]]:
    """What everybody can do: check, see the page, and while it is open copy the details and share it."""
    label = work.catalog.label
    rows: list[tuple[Button, ...]] = []
    is_open = appeal.state is AppealState.OPEN
    if payee is not None and is_open:
        rows.append((copy_button(work, language, payee),))
    check = Button(label(language, "button-check"), url=check_link(work, appeal))
    rows.append((check, share_button(work, language, appeal)) if is_open else (check,))
    page = work.policy.page_link(appeal.code, language)
    if page:
        rows.append((Button(label(language, "button-page"), url=page),))
    return rows


def as_html(work: Work, language: str, appeal: Appeal, payee: Payee | None) -> Html:
    """The card with how it stands below."""
    return Html(f"{card(work, language, appeal, payee)}\n\n{state_line(work, language, appeal)}")


def _initialled(name: str) -> str:
    """A person's given name and an initial; a given name alone stands as it is, a surname alone does not.

    What is such already stays as it is.
    """
    if _INITIALLED.fullmatch(name):
        return name
    words = [word for word in name.replace(".", ". ").split() if any(sign.isalpha() for sign in word)]
    parts = clean(" ".join(words)).split()
    is_given_alone = len(parts) <= 1 and not any(map(is_surname, parts))
    return name if is_given_alone else masked(" ".join(words))
