"""What the page shows of the desk besides the chats: people, time, switches, the bot, what goes on."""

from collections.abc import Mapping

from sandbox.accounts import Account, Json
from sandbox.profile import text_for
from sandbox.queries import InlineQuery, Offers
from sandbox.world import World


def desk_view(world: World, roles: Mapping[str, int], story: Json | None, passing: Json | None) -> Json:
    """The desk as JSON: `now` in ISO 8601 UTC, `offset_seconds` wound forward, people in order of arrival.

    `story` and `passing` tell how far the story and the winding are, None when there is none.
    """
    people = [account for account in world.accounts.values() if not account.is_bot]
    return {
        "now": world.clock.now().isoformat(),
        "offset_seconds": world.clock.wound.total_seconds(),
        "switches": {"net_down": world.net_down, "flood": world.flood_seconds > 0},
        "bot": {"username": world.bot.username, "name": bot_name(world, "en")},
        "people": [_person(world, account) for account in people],
        "roles": dict(roles),
        "story": story,
        "passing": passing,
    }


def chats_view(world: World) -> list[Json]:
    """Every chat with its messages."""
    return [world.render(chat) for chat in world.chats]


def bot_name(world: World, language: str) -> str:
    """The bot's name as a client of that language shows it."""
    return text_for(world.profile.names, language) or world.bot.first_name


def offers_view(query: InlineQuery, offers: Offers) -> Json:
    """What is offered above the text field in which a query was typed."""
    return {
        "query": query.id,
        "chat": query.chat,
        "text": query.text,
        "button": dict(offers.button) or None,
        "offers": [
            {"id": offer.id, "title": offer.title, "description": offer.description}
            for offer in offers.offers
        ],
    }


def _person(world: World, account: Account) -> Json:
    language = account.language_code
    return {
        "id": account.id,
        "name": account.first_name,
        "language": language,
        "blocked": world.blocked(account.id),
        "deleted": account.deleted,
        "bot_name": bot_name(world, language),
        "description": text_for(world.profile.descriptions, language),
        "commands": world.profile.commands_for(account.id, language),
    }
