"""Copies of appeals: somebody's words ask for the same as an appeal, and other details stand below them.

Whoever writes is never refused and never told: a person looks at it. What is typed to be checked is nobody's
copy but a question about one.
"""

from collections.abc import Sequence
from typing import Final

from domain.appeal_forms import CHECK
from domain.appeals import WITH_LEDGER, Appeal, AppealState
from domain.cases import CaseKind
from domain.payees import Details
from domain.people import Person
from locales.catalog import clipped
from matching import payees
from matching.clones import CLONE, Known
from relay import cases, checks, roles
from relay.work import Work
from storage import appeals, drafts
from storage import cases as stored_cases

COMMENT: Final = "comment"
PRIVATE: Final = "private"
APPEAL: Final = "appeal"
"""Where such words came from: below a post, to the bot alone, as an appeal of somebody's own."""

FEWEST_DIGITS: Final = 9
"""No details have fewer: a telephone number of Tajikistan without its country."""

_COMMAND: Final = "/"


def names_details(text: str) -> bool:
    """Whether a card, an account or a phone number stands in a text; nearly all texts have too few digits."""
    return sum(map(str.isdigit, text)) >= FEWEST_DIGITS and bool(payees.found_in(text))


async def watch(
    work: Work, person: Person, text: str, *, post: str | None = None, public: bool = False
) -> None:
    """Ask moderators about words that carry an appeal's code or words with details of nobody's here.

    `post` is the id of the appeal below whose post it was said, where any such details will do. `public`:
    others read it, below whatever post.
    """
    is_comment = post is not None or public
    strange = [each for each in payees.found_in(text) if not await _is_known(work, each)]
    if not strange or await roles.acts_for_page(work, person):
        return
    if not is_comment and await _is_question(work, person, text):
        return
    appeal = await appeals.get(work.tx, post) if post else await _meant(work, text)
    if appeal is not None:
        await _report(work, person, appeal, (text, strange), COMMENT if is_comment else PRIVATE)


async def in_appeal(work: Work, person: Person, words: str, details: Details) -> None:
    """Ask moderators about an appeal in the words of another organiser's, to other details."""
    going = await appeals.in_states(work.tx, *WITH_LEDGER)
    appeal = _alike([each for each in going if each.organiser_id != person.id], words)
    if appeal is not None:
        await _report(work, person, appeal, (words, [details]), APPEAL)


async def _is_known(work: Work, details: Details) -> bool:
    """Whether two moderators ever approved of these details, and no moderator ended their appeal since."""
    for version in await appeals.with_details(work.tx, details):
        used_by = await appeals.get(work.tx, version.appeal_id)
        if version.since is not None and used_by is not None and used_by.state is not AppealState.CANCELLED:
            return True
    return False


async def _is_question(work: Work, person: Person, text: str) -> bool:
    """Whether words said in private are typed to be checked, or are a command: nobody else reads them."""
    draft = await drafts.find(work.tx, person.id)
    return text.startswith(_COMMAND) or (draft is not None and draft.form == CHECK.key)


async def _meant(work: Work, text: str) -> Appeal | None:
    """The appeal whose code or whose words stand in a text."""
    going = await appeals.in_states(work.tx, *WITH_LEDGER)
    by_code = {appeal.code: appeal for appeal in going}
    named = next((by_code[code] for code in checks.codes_in(text) if code in by_code), None)
    return named or _alike(going, text)


def _alike(going: Sequence[Appeal], text: str) -> Appeal | None:
    by_id = {appeal.id: appeal for appeal in going}
    known = Known({appeal.id: appeal.need.words for appeal in going if appeal.need is not None})
    found = known.most_like(text)
    return by_id[found.key] if found is not None and found.likeness >= CLONE else None


async def _report(
    work: Work, person: Person, appeal: Appeal, said: tuple[str, Sequence[Details]], where: str
) -> None:
    """Open a case about words and their details, unless the appeal is the writer's or one waits already."""
    if appeal.organiser_id == person.id:
        return
    waiting = await stored_cases.open_about(work.tx, appeal.id, CaseKind.CLONE)
    if any(case.about_id == person.id for case in waiting):
        return
    text, details = said
    covered = ", ".join(payees.masked(each) for each in details)
    await cases.open_case(
        work,
        CaseKind.CLONE,
        appeal.code,
        subject=appeal.id,
        about_id=person.id,
        details={"words": clipped(text), "details": covered, "where": where},
    )
