"""Cards of conversations: what each side reads of one, and the buttons with all that can be done."""

from domain.conversations import Conversation, Side
from domain.messages import Button, Content
from domain.reposts import ItemKind
from locales.catalog import Html
from relay import items
from relay.items import Item
from relay.work import Work


async def item_of(work: Work, conversation: Conversation) -> Item:
    """What a conversation is about: a find or a medical question."""
    kind = ItemKind.QUESTION if conversation.is_medical else ItemKind.FIND
    item = await items.load(work, kind, conversation.question_id or conversation.report_id)
    if item is None:
        raise LookupError("a conversation without what it is about")
    return item


def wording(work: Work, conversation: Conversation, text_id: str) -> str:
    """The text's id as it fits what is talked of: about a doctor, nobody is a finder."""
    own = f"medical-{text_id}"
    return own if conversation.is_medical and work.catalog.has(own) else text_id


async def card(work: Work, conversation: Conversation, side: Side, language: str, text_id: str) -> Content:
    """A conversation as one side sees it: what it is about and all that can be done."""
    item = await item_of(work, conversation)
    text = work.catalog.text(
        language,
        wording(work, conversation, f"{text_id}-{side}"),
        card=Html(item.card(work, language)),
        code=item.code,
    )
    return Content(text, _buttons(work, language, conversation, side))


def write_button(work: Work, language: str, conversation: Conversation) -> tuple[Button, ...]:
    """The row that lets a person write to the other side."""
    return (Button(work.catalog.label(language, "button-write"), tap=f"talk:{conversation.id}"),)


def _buttons(
    work: Work, language: str, conversation: Conversation, side: Side
) -> tuple[tuple[Button, ...], ...]:
    def button(text_id: str, data: str) -> Button:
        return Button(work.catalog.label(language, text_id), tap=data)

    here = conversation.id
    if conversation.is_medical:
        hand_over: list[tuple[Button, ...]] = []
    elif side is Side.OWNER:
        hand_over = [(button("button-show-code", f"code:{here}"),)]
    else:
        hand_over = [
            (button("button-type-code", f"handed:{here}"),),
            (button("button-hand-in", f"handin:{conversation.report_id}"),),
        ]
    return (
        write_button(work, language, conversation),
        *hand_over,
        (button("button-share-contact", f"share:{here}"),),
        (button("button-money", f"money:{here}"),),
        (button("button-complain", f"complain:{here}"), button("button-stop", f"stop:{here}")),
    )
