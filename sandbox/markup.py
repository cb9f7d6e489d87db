"""Buttons under and below messages: which keyboards go where, and what a button may hold."""

from dataclasses import dataclass, field

from sandbox.accounts import Json
from sandbox.chats import Chat
from sandbox.entities import utf16_length
from sandbox.links import BadLinkError, require_link
from sandbox.refusals import bad_request

#: The fields of which an inline button has exactly one.
KINDS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
MAX_DATA_BYTES = 64
MAX_COPY = 256
_MAX_BUTTONS = 100
_MAX_IN_ROW = 8
_MAX_PLACEHOLDER = 64
_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "web_app": "web App buttons can be used in private chats only",
}


@dataclass(slots=True, frozen=True)
class Markup:
    """What goes under the message (`inline`) or over the text field (`keyboard`)."""

    inline: list[list[Json]] = field(default_factory=list)
    keyboard: Json | None = None


def markup_for(chat: Chat, markup: Json) -> Markup:
    """The checked reply markup of a message to this chat; raises ApiRefusal."""
    if not markup:
        return Markup()
    if "inline_keyboard" in markup:
        return Markup(inline=inline_rows(chat, markup))
    if chat.is_channel:
        raise bad_request("inline keyboard expected")
    _check_keyboard(chat, markup)
    return Markup(keyboard=markup)


def inline_rows(chat: Chat | None, markup: Json) -> list[list[Json]]:
    """Rows of checked inline buttons, empty rows dropped; raises ApiRefusal. No chat: it is not known yet."""
    rows = [row for row in markup.get("inline_keyboard", []) if row]
    if sum(map(len, rows)) > _MAX_BUTTONS or any(len(row) > _MAX_IN_ROW for row in rows):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return [[_inline_button(chat, button) for button in row] for row in rows]


def _inline_button(chat: Chat | None, button: Json) -> Json:
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    kinds = [kind for kind in KINDS if _is_set(button, kind)]
    if not kinds:
        raise _bad_button("Text buttons are unallowed in the inline keyboard")
    if len(kinds) > 1:
        raise _bad_button(f"Exactly one kind of button is allowed, got {' and '.join(kinds)}")
    if kinds[0] in {"callback_game", "pay"}:
        raise bad_request("BUTTON_TYPE_INVALID")
    if kinds[0] == "web_app" and not (chat and chat.is_private):
        raise bad_request("BUTTON_TYPE_INVALID")
    return _CHECKS[kinds[0]](button) if kinds[0] in _CHECKS else button


def _is_set(button: Json, kind: str) -> bool:
    """Whether the button is of this kind; only an inline query may be empty."""
    return kind in button and (button[kind] != "" or kind.startswith("switch_inline_query"))


def _bad_button(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _link_button(button: Json) -> Json:
    try:
        return {**button, "url": require_link(button["url"])}
    except BadLinkError as error:
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: {error}") from error


def _data_button(button: Json) -> Json:
    if len(button["callback_data"].encode()) > MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return button


def _copy_button(button: Json) -> Json:
    if not 1 <= utf16_length(button["copy_text"]["text"]) <= MAX_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return button


_CHECKS = {"url": _link_button, "callback_data": _data_button, "copy_text": _copy_button}


def _check_keyboard(chat: Chat, markup: Json) -> None:
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= utf16_length(placeholder) <= _MAX_PLACEHOLDER:
        raise bad_request(f"input field placeholder must be 1-{_MAX_PLACEHOLDER} characters long")
    if "keyboard" not in markup:
        if True not in {markup.get("remove_keyboard"), markup.get("force_reply")}:
            raise bad_request("can't parse reply keyboard markup JSON object")
        return
    buttons = [button for row in markup["keyboard"] for button in row]
    if not buttons:
        raise bad_request("reply keyboard must have at least one button")
    for button in buttons:
        _check_key(chat, button)


def _check_key(chat: Chat, button: Json) -> None:
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    for kind, reason in _PRIVATE_ONLY.items():
        if button.get(kind) and not chat.is_private:
            raise bad_request(reason)
