import re
from collections.abc import Callable
from typing import Any

import pytest

from sandbox.accounts import Account
from sandbox.reactions import EMOJI
from sandbox.world import World
from tests.sandbox.conftest import Api
from tests.sandbox.published import published_api

HEART = {"type": "emoji", "emoji": "❤"}


def test_a_reaction_is_put_replaced_and_taken_away(
    api: Api, world: World, aigul: Account, updates: Callable[[], list[Any]]
) -> None:
    said = world.send_text(aigul.id, aigul.id, "рақмет")
    place = {"chat_id": aigul.id, "message_id": said.id}
    updates()
    for reaction, shown in (([HEART], "❤"), ([{"type": "emoji", "emoji": "👌"}], "👌"), ([], "")):
        assert api.ok("setMessageReaction", **place, reaction=reaction) is True
        assert said.reaction == shown
        assert world.render(aigul.id)["messages"][-1]["reaction"] == shown
    api.ok("setMessageReaction", **place, reaction=[HEART])
    assert api.ok("setMessageReaction", **place) is True
    assert said.reaction == ""
    assert said.edited is None
    assert updates() == []


@pytest.mark.parametrize(
    ("reaction", "error"),
    [
        ([{"type": "emoji", "emoji": "🍎"}], "REACTION_INVALID"),
        ([{"type": "emoji", "emoji": ""}], "REACTION_INVALID"),
        ([{"type": "custom_emoji", "custom_emoji_id": "1"}], "REACTION_INVALID"),
        ([{"type": "paid"}], "REACTION_INVALID"),
        ([HEART, {"type": "emoji", "emoji": "👍"}], "REACTIONS_TOO_MANY"),
        ([{"type": "wink"}], "can't parse ReactionType: Unsupported type specified"),
        ([{"type": "emoji"}], "can't parse ReactionTypeEmoji: Can't find field \"emoji\""),
    ],
)
def test_reactions_that_are_refused(
    api: Api, aigul: Account, reaction: list[dict[str, str]], error: str
) -> None:
    answer = api.refused("setMessageReaction", chat_id=aigul.id, message_id=1, reaction=reaction)
    assert answer == (400, f"Bad Request: {error}")
    assert api.world.chats[aigul.id].messages[1].reaction == ""


def test_what_is_reacted_to_must_be_there(api: Api, world: World, aigul: Account) -> None:
    gone = api.refused("setMessageReaction", chat_id=aigul.id, message_id=99, reaction=[HEART])
    assert gone == (400, "Bad Request: message to react not found")
    world.block(aigul.id)
    assert api.refused("setMessageReaction", chat_id=aigul.id, message_id=1, reaction=[HEART])[0] == 403


def test_the_emoji_are_the_published_ones() -> None:
    kinds = published_api()["types"]["ReactionTypeEmoji"]["fields"]
    words = next(field["description"] for field in kinds if field["name"] == "emoji")
    assert set(re.findall(r'"([^"]+)"', words)) == EMOJI
