"""Cards of answers to medical questions: for who asked, and for moderators."""

from domain.cases import Case, CaseKind
from domain.medical import MedicalAnswer, MedicalQuestion, Recommended
from domain.messages import Button, Content
from locales.catalog import Html
from relay import cards, exposure, medical_form
from relay.referrals import Referral
from relay.work import Work
from storage import medical

Rows = tuple[tuple[Button, ...], ...]


def answer_card(work: Work, language: str, said: Recommended | None) -> str:
    """What an answer says, line by line, as Telegram HTML; a word in its place once it is forgotten."""
    if said is None:
        return work.catalog.text(language, "answer-past")
    lines = [*_who(work, language, said), *_words(work, language, said)]
    return "\n".join(lines)


def answer_notice(work: Work, language: str, question: MedicalQuestion, answer: MedicalAnswer) -> Content:
    """An answer as its asker reads it, with all that can be said to it."""
    said = answer.said or Recommended()
    text_id = "answer-arrived" if said.is_complete else "answer-reply-arrived"
    text = work.catalog.text(
        language, text_id, code=question.code, card=Html(answer_card(work, language, answer.said))
    )
    return Content(text, answer_rows(work, language, answer))


def answer_rows(work: Work, language: str, answer: MedicalAnswer) -> Rows:
    """What an asker can say to an answer; what was said is marked."""

    def button(verb: str) -> Button:
        label = work.catalog.label(language, f"button-answer-{verb}")
        mark = "✅ " if answer.mark == verb else ""
        return Button(f"{mark}{label}", tap=f"mark:{answer.id}:{verb}")

    ask_back = Button(work.catalog.label(language, "button-ask-back"), tap=f"askback:{answer.id}")
    return ((button("helped"),), (button("thanks"), button("not_useful")), (ask_back,))


async def case_values(work: Work, case: Case) -> dict[str, str]:
    """What the texts of cases about questions and answers need beside their subject."""
    language = work.moderators_language
    if case.kind is CaseKind.QUESTION:
        question = await medical.get(work.tx, case.subject)
        found = exposure.of_question(question.asked) if question and question.asked else {}
        told = [work.catalog.label(language, f"exposure-{each}") for each in found]
        return {"why": ", ".join(told) or work.catalog.label(language, "case-question-first")}
    answer = await medical.get_answer(work.tx, case.subject)
    asked = await medical.get(work.tx, answer.question_id) if answer else None
    reasons = [each for each in case.details.get("why", "").split(",") if each]
    return {
        "question": Html(Referral(asked).card(work, language)) if asked else "",
        "why": ", ".join(work.catalog.label(language, f"answer-why-{each}") for each in reasons),
    }


def _who(work: Work, language: str, said: Recommended) -> list[str]:
    lines = []
    if said.doctor:
        lines.append(work.catalog.text(language, "answer-doctor", doctor=said.doctor))
    if said.clinic:
        lines.append(work.catalog.text(language, "answer-clinic", clinic=said.clinic))
    if said.place:
        place = cards.place_in_words(work, language, said.place)
        lines.append(work.catalog.text(language, "answer-place", place=place))
    if said.phone:
        phone = medical_form.phone_in_words(said.phone)
        lines.append(work.catalog.text(language, "answer-phone", phone=phone))
    if said.languages:
        spoken = medical_form.languages_in_words(work, language, ",".join(said.languages))
        lines.append(work.catalog.text(language, "answer-languages", languages=spoken))
    return lines


def _words(work: Work, language: str, said: Recommended) -> list[str]:
    lines = []
    if said.why:
        lines.append(work.catalog.text(language, "answer-why", why=said.why))
    if said.paid:
        lines.append(work.catalog.text(language, "answer-paid"))
    return lines
