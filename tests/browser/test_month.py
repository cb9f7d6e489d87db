"""A month on the page: what was reported comes back in digests, is asked about and is opened again."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_inline import phone_of, says, taps
from tests.browser.test_story import label, pictured, words

pytestmark = pytest.mark.browser

CARD, PAPERS, LICENCE = "student_card", "vehicle_papers", "driver_licence"  # what nobody else on the desk has
SECONDS = {"hour": 3_600, "day": 86_400, "month": 2_592_000}
LONG = 150_000  # ms that a month may take on a busy machine
WEEKS = 4

WOUND = """([from, seconds]) => document.getElementById("passing").hidden
    && new Date(document.getElementById("clock").dateTime) - new Date(from) >= seconds * 1000"""

TIDY = """() => {
    const linked = [...document.querySelectorAll("[data-testid=channel] :is(a[href], [data-url])")]
        .map((link) => /\\?start=([rw]_\\w+)$/.exec(link.getAttribute("href") ?? link.dataset.url)?.[1])
        .filter(Boolean);
    return new Set(linked).size === linked.length && linked;
}"""


def test_a_month_leaves_every_open_item_in_one_place(page: Page) -> None:
    finder, owner = phone_of(page, "Бағдат", "kk"), phone_of(page, "Тамара", "ru")
    says(finder, "/language")
    taps(finder, "Қазақша")
    kept, taken = reports(finder, CARD, "Мұқанов Дәурен"), reports(finder, PAPERS, "Тұрсынбек Әлия")
    lost = tells_the_channel(owner, LICENCE, "Кенжебеков Ильяс")
    first_posts = [number_of(page, item) for item in (kept, taken, lost)]

    winds(page, "day", "day")  # what was posted in the evening comes back on the second morning
    the_digest_took_the_place_of(page, first_posts, {kept, taken, lost})
    line = message(page, number_of(page, taken))
    takes_back(finder, "Тұрсынбек Әлия")
    expect(line.locator("s", has_text=label("ru", f"type-{PAPERS}"))).to_have_count(1)
    assert taken not in tidy(page)

    winds(page, "month")
    assert kept not in tidy(page)
    for asked in ("button-still-have", "button-keep-open", "button-renew"):
        expect(finder.get_by_role("button", name=label("kk", asked))).not_to_have_count(0)
    taps(finder, label("kk", "button-renew"))
    expect(last(finder)).to_contain_text("✅")
    taps(owner, label("ru", "button-still-looking"))
    expect(last(owner)).to_contain_text(words("ru", "care-lost-goes-on"))
    number_of(page, kept)
    assert tidy(page) >= {kept, lost}
    the_weeks_were_told(page)
    the_plan_is_shown(page, lost.removeprefix("w_"))


def reports(finder: Locator, kind: str, name: str) -> str:
    """What the channel's link opens."""
    taps(finder, label("kk", "menu-found"), label("kk", f"type-{kind}"), label("kk", "country-KZ"))
    says(finder, name, "Жібек жолы", "4471")
    taps(finder, label("kk", "button-send-found"))
    expect(last(finder)).to_contain_text("🙏")
    return f"r_{last(finder).locator('.code').first.inner_text()}"


def tells_the_channel(owner: Locator, kind: str, name: str) -> str:
    """Wait for a lost document and let the channel know; what its link opens."""
    taps(owner, label("ru", "menu-lost"), label("ru", f"type-{kind}"), label("ru", "country-KZ"))
    says(owner, name)
    taps(owner, label("ru", "button-skip"), label("ru", "button-send-lost"))
    taps(owner, label("ru", "button-tell-channel"), label("ru", "button-publish-lost"))
    expect(last(owner)).to_contain_text(words("ru", "lost-public-done"))
    return f"w_{last(owner).locator('.code').inner_text()}"


def takes_back(finder: Locator, name: str) -> None:
    says(finder, "/my")
    expect(last(finder)).to_contain_text(words("kk", "my-title"))
    taps(finder, name, label("kk", "button-withdraw-r"), label("kk", "button-withdraw-r-sure"))


def winds(page: Page, *spans: str) -> None:
    """Press the clock's buttons, each when the time of the one before is over."""
    for span in spans:
        start = page.get_by_test_id("clock").get_attribute("datetime")
        page.get_by_test_id(f"wind-{span}").click()
        page.wait_for_function(WOUND, arg=[start, SECONDS[span]], timeout=LONG)


def the_digest_took_the_place_of(page: Page, posts: list[str], items: set[str]) -> None:
    for post in posts:
        expect(message(page, post)).to_have_count(0)
    assert tidy(page) >= items
    for title in ("digest-title-find", "digest-title-watch"):
        expect(page.get_by_test_id("channel")).to_contain_text(words("ru", title))
    pictured(page, "month-digest")


def the_weeks_were_told(page: Page) -> None:
    weeks = messages(page).filter(has=page.get_by_role("img", name="Photo"))
    assert weeks.count() >= WEEKS
    expect(weeks.last).to_contain_text(words("ru", "summary-thanks"))
    pictured(page, "month-over")


def the_plan_is_shown(page: Page, code: str) -> None:
    page.get_by_test_id("show-moderators").click()
    chat = page.get_by_test_id("moderators")
    says(chat, "/schedule")
    expect(last(chat)).to_contain_text(words("ru", "schedule-title"))
    says(chat, f"/schedule {code}")
    expect(last(chat)).to_contain_text(code)
    expect(last(chat).get_by_role("button", name=label("ru", "button-schedule-forward"))).to_be_visible()
    pictured(page, "month-plan")


def tidy(page: Page) -> set[str]:
    """What the channel links to, once nothing is linked twice."""
    linked = page.wait_for_function(TIDY).json_value()
    return set(linked)


def number_of(page: Page, item: str) -> str:
    """The number of the one message that links to an item."""
    link = page.locator(f'[href$="?start={item}"], [data-url$="?start={item}"]')
    holder = messages(page).filter(has=link)
    expect(holder).to_have_count(1)
    return holder.get_attribute("data-message") or ""


def message(page: Page, number: str) -> Locator:
    return page.get_by_test_id("channel").locator(f'[data-message="{number}"]')


def messages(page: Page) -> Locator:
    return page.get_by_test_id("channel").get_by_test_id("message")


def last(chat: Locator) -> Locator:
    return chat.get_by_test_id("message").last
