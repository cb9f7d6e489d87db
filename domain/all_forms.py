"""Every form there is, by its key."""

from collections.abc import Mapping
from typing import Final

from domain import appeal_forms, forms
from domain.forms import Form

FORMS: Final[Mapping[str, Form]] = {
    form.key: form
    for form in (
        forms.FOUND,
        forms.LOST,
        forms.SEARCH,
        forms.CLAIM,
        forms.STATEMENT,
        forms.DESCRIBE,
        forms.ANSWER,
        forms.STORY,
        forms.HANDOVER,
        forms.HAND_IN,
        forms.NEAR,
        forms.BROADCAST,
        forms.MEDICAL,
        forms.RECOMMEND,
        forms.DOCTORS,
        forms.CORRECTION,
        forms.DISPUTE,
        appeal_forms.APPEAL,
        appeal_forms.PAYEE_CHANGE,
        appeal_forms.ENTRY,
        appeal_forms.ENTRY_CORRECTION,
        appeal_forms.OUTCOME,
        appeal_forms.CANCELLATION,
        appeal_forms.CHECK,
    )
}
