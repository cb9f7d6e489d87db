"""Referrals: a medical question as the channel shows it, with nothing in it of who asks."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from domain.medical import Asked, MedicalQuestion, QuestionState
from domain.messages import Button, Content
from domain.reposts import ItemKind
from domain.specialities import Speciality
from locales.catalog import Html, escaped
from relay import cards
from relay.work import Work

GONE = "—"
"""What stands for a question whose words are forgotten."""


@dataclass(frozen=True, slots=True)
class Referral:
    """A medical question in the channel. `helped`: one of its answers helped, and it comes back no more."""

    question: MedicalQuestion
    helped: bool = False
    kind: ClassVar[ItemKind] = ItemKind.QUESTION
    alone: ClassVar[bool] = False

    @property
    def subject(self) -> str:
        """The question's id."""
        return self.question.id

    @property
    def code(self) -> str:
        """The question's code."""
        return self.question.code

    @property
    def place(self) -> str:
        """Where a doctor is looked for; the asker's own words for it are gone as soon as it is over."""
        asked = self.question.asked
        if asked is None or not (self.is_public or asked.place.startswith("@")):
            return ""
        return asked.place

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.question.is_public

    @property
    def comes_back(self) -> bool:
        """Whether it still waits for an answer that helps."""
        return self.is_public and not self.helped

    def post(self, work: Work, language: str) -> Content:
        """The question, and a button to recommend somebody."""
        text = work.catalog.text(language, "post-question", card=Html(self.card(work, language)))
        recommend = Button(work.catalog.label(language, "button-recommend"), url=link(work, self.question))
        return Content(text, ((recommend,), (share_button(work, language, self.question),)))

    def closed(self, work: Work, language: str) -> Content:
        """Found, or no longer asked."""
        return Content(work.catalog.text(language, f"post-question-{self._end}", code=self.code))

    def line(self, work: Work, language: str) -> Html:
        """Which doctor, with a link, and for whom."""
        what = Html(f'<a href="{link(work, self.question)}">{escaped(self.title(work, language))}</a>')
        asked = self.question.asked
        patient = work.catalog.label(language, f"patient-{asked.patient}") if asked else GONE
        return Html(work.catalog.text(language, "digest-question", what=what, patient=patient))

    def ended_line(self, work: Work, language: str) -> Html:
        """Which doctor alone: many ask for one."""
        what = Html(f"<s>{escaped(self.title(work, language))}</s>")
        return Html(work.catalog.text(language, f"digest-question-{self._end}", what=what))

    def title(self, work: Work, language: str) -> str:
        """Which doctor is looked for."""
        asked = self.question.asked
        return speciality_in_words(work, language, asked.speciality) if asked else GONE

    def card(self, work: Work, language: str) -> str:
        """Which doctor, where, for whom, how soon, for how much, and the question itself."""
        return asked_card(work, language, self.question.asked, self.code)

    @property
    def _end(self) -> str:
        return "found" if self.question.state is QuestionState.FOUND else "over"


def asked_card(work: Work, language: str, asked: Asked | None, code: str) -> str:
    """All that everybody reads of a question, as Telegram HTML; the code alone once it is forgotten."""
    if asked is None:
        return work.catalog.text(language, "question-past", code=code)
    label = work.catalog.label
    return work.catalog.text(
        language,
        "question-card",
        speciality=speciality_in_words(work, language, asked.speciality),
        place=cards.place_in_words(work, language, asked.place),
        patient=label(language, f"patient-{asked.patient}"),
        budget=label(language, f"budget-{asked.budget}"),
        urgency=label(language, f"urgency-{asked.urgency}"),
        words=asked.words,
        code=code,
    )


def speciality_in_words(work: Work, language: str, speciality: Speciality) -> str:
    """What a speciality is called, as plain text."""
    return work.catalog.label(language, f"speciality-{speciality}")


def link(work: Work, question: MedicalQuestion) -> str:
    """The link that opens a question in the bot."""
    return work.policy.deep_link(f"q_{question.code}")


def share_button(work: Work, language: str, question: MedicalQuestion) -> Button:
    """A button that lets a person pass the question on to somebody who may know."""
    words = work.catalog.label(language, "question-share-words")
    query = urlencode({"url": link(work, question), "text": words})
    return Button(work.catalog.label(language, "button-share"), url=f"https://t.me/share/url?{query}")
