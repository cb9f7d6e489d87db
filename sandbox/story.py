"""The main story as data: who does what, step by step, and the words a newcomer reads beside it.

Steps name buttons by their callback data, never by a label, so that a text may change and the story still
plays. Everybody in it is invented.
"""

from dataclasses import dataclass

from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Role:
    """A person of the story: first name, and the language of their phone."""

    name: str
    first_name: str
    language: str


@dataclass(frozen=True, slots=True)
class Says:
    """Types a text to the bot."""

    text: str


@dataclass(frozen=True, slots=True)
class Taps:
    """Taps a button on the newest of the bot's messages that has one; `data` may hold `*` for anything."""

    data: str


@dataclass(frozen=True, slots=True)
class Sends:
    """Sends a place, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Winds:
    """Lets time pass for everybody, in hours."""

    hours: int


Action = Says | Taps | Sends | Winds


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the story. `who` is a role, `channel` or `moderators`: whose screen to look at.

    A step without actions only points at a screen; the caption is read beside what the actions brought about.
    """

    caption: str
    who: str
    actions: tuple[Action, ...] = ()


OWNER = Role("owner", "Жаңабай", "ru")
FINDER = Role("finder", "Айгерім", "kk")
SEEKER = Role("seeker", "Dilnoza", "uz")
ROLES = (OWNER, FINDER, SEEKER)

STORY: tuple[Step, ...] = (
    Step(
        "Жаңабай lost his passport on the road. He opens the bot, in Russian, and says so.",
        "owner",
        (Says("/start"), Taps("language:ru"), Taps("agree"), Says("/lost")),
    ),
    Step("It was a passport of Kazakhstan: two taps.", "owner", (Taps("*:a:passport"), Taps("*:a:KZ"))),
    Step(
        "He writes his name the Russian way and cannot say where it happened. Now the bot waits for him.",
        "owner",
        (Says("Жанабай Исраилов"), Taps("*:skip"), Taps("*:send")),
    ),
    Step(
        "The same day Айгерім finds a passport at a border post. The bot speaks Kazakh with her.",
        "finder",
        (Says("/start"), Taps("language:kk"), Taps("agree"), Says("/found")),
    ),
    Step("A passport, of Kazakhstan.", "finder", (Taps("*:a:passport"), Taps("*:a:KZ"))),
    Step(
        "She copies the name as it is printed, in Kazakh letters, and sends her location.",
        "finder",
        (Says("Жаңабай Исраилов"), Sends(41.45, 69.32)),
    ),
    Step(
        "One secret for later: the last four characters of the number. The bot shows them to nobody.",
        "finder",
        (Says("4471"),),
    ),
    Step(
        "She looks it over and confirms. For her it is done: less than a minute.",
        "finder",
        (Taps("*:send"),),
    ),
    Step(
        "The channel shows it at once, with the surname cut to a letter. No number, no photo, no contact.",
        "channel",
    ),
    Step(
        "And Жаңабай is told by himself, although the two names were written differently.",
        "owner",
    ),
    Step(
        "In Tashkent his sister Dilnoza types his name as an Uzbek passport would have it.",
        "seeker",
        (Says("/start"), Taps("language:uz"), Says("Janaboy Isroilov")),
    ),
    Step(
        "She finds the same card. That is the main job of this bot; now play any part yourself.",
        "seeker",
    ),
)


def cast_people(world: World) -> dict[str, int]:
    """Put the people of the story into a world; returns person ids by role."""
    return {role.name: world.add_person(role.first_name, role.language).id for role in ROLES}
