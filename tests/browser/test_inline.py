"""The bot's name typed in a group: cards above the text field, one picked, the owner led to the bot."""

import pytest
from playwright.sync_api import Locator, Page, expect

from locales.catalog import Catalog
from tests.browser.test_story import label, pictured

pytestmark = pytest.mark.browser

NAME = "Сапаров Нурлан"


def phone_of(page: Page, name: str, language: str) -> Locator:
    """A new phone on the desk, its owner acquainted with the bot."""
    page.get_by_test_id("add-person").click()
    page.get_by_test_id("person-name").fill(name)
    page.get_by_test_id("person-language").select_option(language)
    page.get_by_test_id("person-add").click()
    phone = page.get_by_label(f"Phone of {name}")
    phone.get_by_test_id("start").click()
    taps(phone, "Русский", label("ru", "button-agree"))
    return phone


def taps(phone: Locator, *labels: str) -> None:
    for words in labels:
        phone.get_by_role("button", name=words).last.click()


def says(phone: Locator, *texts: str) -> None:
    for text in texts:
        last = phone.get_by_test_id("message").last
        before = last.get_attribute("data-message")
        phone.get_by_test_id("composer-input").fill(text)
        phone.get_by_test_id("composer-send").click()
        expect(last).not_to_have_attribute("data-message", before or "")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_a_card_is_offered_picked_and_leads_to_the_bot(page: Page, width: int, scheme: str) -> None:
    finder = phone_of(page, f"Айша {width}", "ru")
    taps(finder, label("ru", "menu-found"), label("ru", "type-passport"), label("ru", "country-KZ"))
    says(finder, NAME, "Жибек Жолы", "4471")
    taps(finder, label("ru", "button-send-found"))
    expect(finder.get_by_test_id("message").last).to_contain_text("🙏")

    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.get_by_test_id("tab-group-2" if width < 760 else "show-group-2").click()
    group = page.get_by_test_id("group-2")
    group.get_by_test_id("acting-as").select_option(label="Dilnoza")
    field = group.get_by_test_id("composer-input")
    field.press_sequentially(f"@tabyldy_bot {NAME}")
    offer = group.get_by_test_id("inline-offer").first
    expect(offer).to_contain_text("Нурлан С.")
    expect(group.get_by_test_id("inline-offers")).not_to_contain_text("Сапаров")
    pictured(page, f"inline-{scheme}")
    field.press("Enter")
    expect(offer).to_be_focused()
    offer.click()

    card = group.get_by_test_id("message").last
    expect(card).to_contain_text("via @tabyldy_bot")
    expect(card).to_contain_text("Нурлан С.")
    expect(field).to_have_value("")
    expect(group.get_by_test_id("inline-offers")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    group.get_by_test_id("acting-as").select_option(label="Жаңабай")
    card.get_by_role("button", name=Catalog.load().label("uz", "button-mine")).click()
    expect(page.locator(".pane.current")).to_contain_text("/start")
