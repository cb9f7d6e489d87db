"""Sentences: "I found a passport at …" typed without any command, understood well enough to start a form."""

import re

from domain.documents import GAZETTEER_PREFIX, DocumentType
from domain.forms import FOUND, LOST, MEDICAL, Form
from matching.spelling import fold
from relay import medical_form
from relay.work import Work

LONGEST = 200  # characters that are looked at

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘`ʻʼ])*")
_SAID = {"words-found": FOUND, "words-lost": LOST, "words-doctor": MEDICAL}


def form_meant(work: Work, text: str) -> Form | None:
    """The form a sentence asks for: it says that something was found or lost; None when it does not."""
    said = _words(text)
    meant = {form.key: form for text_id, form in _SAID.items() if said & _listed(work, text_id)}
    documents = {key: form for key, form in meant.items() if form is not MEDICAL}
    meant = documents or meant  # a passport may be lost on the way to a doctor
    return next(iter(meant.values())) if len(meant) == 1 else None


def answers_in(work: Work, form: Form, text: str) -> dict[str, str]:
    """What the sentence already answers: the document's type, and the place if exactly one is meant."""
    said = _words(text)
    given = {}
    if form is MEDICAL:
        return {"speciality": meant[0]} if (meant := medical_form.specialities_meant(text)) else {}
    kinds = [kind for kind in DocumentType if said & _listed(work, f"type-{kind}")]
    if len(kinds) == 1:
        given["type"] = kinds[0].value
    places = work.gazetteer.find(text[:LONGEST], limit=2)
    if len(places) == 1:
        given["place"] = f"{GAZETTEER_PREFIX}{places[0].code}"
    return {question.key: given[question.key] for question in form.questions if question.key in given}


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _WORD.findall(text[:LONGEST]))


def _listed(work: Work, text_id: str) -> frozenset[str]:
    """The words of a list between commas, in every language; a phrase of several words is no word."""
    listed = [
        part.strip()
        for language in work.catalog.languages
        for part in work.catalog.label(language, text_id).split(",")
    ]
    return frozenset(fold(part) for part in listed if part and " " not in part)
