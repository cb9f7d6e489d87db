"""answerInlineQuery: what a person is offered while typing.

The limits are the documented ones; how the server words what breaks them is not documented, so those
sentences are this emulator's own.
"""

import re

from sandbox.accounts import Json
from sandbox.markup import inline_rows
from sandbox.parameters import Parameters
from sandbox.queries import Offer, Offers
from sandbox.refusals import bad_request
from sandbox.wording import check_length, words
from sandbox.world import MAX_TEXT, World

MAX_RESULTS = 50
MAX_ID_BYTES = 64
MAX_OFFSET_BYTES = 64
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")


def answer_inline_query(world: World, params: Parameters) -> bool:
    """The list above the text field of whoever typed; articles that become text messages are known here."""
    query = world.inline_queries.get(params.text("inline_query_id"))
    if query is None or not query.is_open(world.clock.now()):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(params.text("next_offset").encode()) > MAX_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    results = params.things("results")
    _check_ids([result["id"] for result in results])
    button = _button(params.thing("button"))
    query.answer = Offers(button, tuple(_offer(world, result) for result in results))
    world.changed("inline", query.person)
    return True


def _check_ids(ids: list[str]) -> None:
    if len(ids) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if not all(1 <= len(one.encode()) <= MAX_ID_BYTES for one in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")


def _button(button: Json) -> Json:
    if not button:
        return {}
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    if ("web_app" in button) == ("start_parameter" in button):
        raise bad_request("InlineQueryResultsButton must have exactly one of its optional fields")
    if "web_app" in button:
        raise bad_request("web apps are not known to this sandbox")
    if not _START.fullmatch(button["start_parameter"]):
        raise bad_request("START_PARAM_INVALID")
    return button


def _offer(world: World, result: Json) -> Offer:
    content = result["input_message_content"]
    if not result["title"].strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    text, entities = words(Parameters({**content, "text": content["message_text"]}), "text", world.accounts)
    if not text:
        raise bad_request("message text is empty")
    check_length(text, MAX_TEXT, "message is too long")
    return Offer(
        id=result["id"],
        title=result["title"],
        description=result.get("description", ""),
        text=text,
        entities=entities,
        inline=inline_rows(None, result.get("reply_markup", {})),
        link_preview=content.get("link_preview_options"),
    )
