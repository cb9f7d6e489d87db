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


@dataclass(frozen=True, slots=True)
class SaysDigits:
    """Types the six digits that the bot shows to another role: told over the counter, not through the bot."""

    shown_to: str


Action = Says | Taps | Sends | Winds | SaysDigits


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
        "She finds the same card: given name, place, day, and nothing that could help a stranger.",
        "seeker",
    ),
    Step(
        "Жаңабай says that it is his. The bot asks for what only he can know.",
        "owner",
        (Taps("claim:*"),),
    ),
    Step(
        "He mixes up two digits. The bot says no, but not which fact was wrong, and counts his tries.",
        "owner",
        (Says("4417"),),
    ),
    Step(
        "He looks at an old copy and tries again. That fits: the two may talk.",
        "owner",
        (Taps("claim:*"), Says("4471")),
    ),
    Step(
        "He writes to her through the bot.",
        "owner",
        (Taps("talk:*"), Says("Рахмет сізге! Когда вы будете на посту?")),
    ),
    Step("Айгерім sees his words, but neither his account nor his number.", "finder"),
    Step(
        "She answers. A phone number in it is held back first: cheats work that way.",
        "finder",
        (Taps("talk:*"), Says("Ертең сағат онда. Нөмірім +7 701 555 01 23")),
    ),
    Step(
        "She leaves the number out and writes it anew.",
        "finder",
        (Taps("unsent:*"), Says("Ертең сағат онда")),
    ),
    Step(
        "At the counter he asks the bot for his code and says it aloud.",
        "owner",
        (Taps("code:*"),),
    ),
    Step(
        "She types it in. Now it is proven that the passport is with its owner.",
        "finder",
        (Taps("handed:*"), SaysDigits("owner")),
    ),
    Step(
        "The old post says so in its place, and nothing personal is left in it.",
        "channel",
    ),
    Step(
        "Both are thanked. That is the way of every document; now play any part yourself.",
        "owner",
    ),
)


def cast_people(world: World) -> dict[str, int]:
    """Put the people of the story into a world; returns person ids by role."""
    return {role.name: world.add_person(role.first_name, role.language).id for role in ROLES}
