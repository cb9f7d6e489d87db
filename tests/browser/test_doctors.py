"""A doctor asked for on the page: answered in comments and by the form, found by the next without asking."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_inline import phone_of, says, taps
from tests.browser.test_story import label, pictured, words

pytestmark = pytest.mark.browser

LANGUAGES = {"kk": "Қазақша", "ru": "Русский"}


@dataclass(frozen=True)
class Story:
    """What is said in one language; each asks for another doctor, so that the stories do not meet."""

    language: str
    speciality: str
    asker: str
    commenter: str
    helper: str
    next_one: str
    place: str
    asks: str
    comments: str
    doctor: str
    clinic: str
    why: str


STORIES = [
    Story(
        "kk",
        "cardiologist",
        "Бақыт",
        "Айнұр",
        "Ерлан",
        "Гүлнәр",
        "Алматы",
        "Анама жүрек операциясы керек екен. Тәжірибелі дәрігер білесіздер ме?",
        "Кардиология институтына барыңыз, кезек аз, дәрігерлері мықты",
        "Серікбаев Нұрлан",
        "Кардиология институты",
        "Әкемді емдеді, асықпай түсіндіреді",
    ),
    Story(
        "ru",
        "neurologist",
        "Ольга",
        "Рустам",
        "Малика",
        "Фарход",
        "Ташкент",
        "У мамы после болезни сильно дрожат руки. Кто знает внимательного врача?",
        "В республиканском центре хорошие неврологи, запись утром",
        "Каримова Дилбар",
        "Республиканский центр неврологии",
        "Подобрала лечение с первого раза, говорит понятно",
    ),
]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)
def test_a_doctor_is_asked_for_answered_and_found_by_the_next(page: Page, story: Story) -> None:
    asker = phone(page, story.asker, story.language)
    code = asks(page, asker, story)
    post = page.get_by_test_id("channel").get_by_test_id("message").filter(has_text=code)
    expect(post).to_contain_text(story.asks)
    expect(post).not_to_contain_text(story.asker)

    comments(page, story, code)
    expect(last(asker)).to_contain_text(story.comments)

    helper = phone(page, story.helper, story.language)
    recommends(page, helper, story, code)
    answer = asker.get_by_test_id("message").filter(has_text=story.doctor)
    expect(answer).to_contain_text(story.clinic)
    pictured(page, f"doctors-answer-{story.language}")
    taps(asker, label(story.language, "button-answer-helped"))
    expect(last(asker)).to_contain_text(words(story.language, "medical-close"))
    taps(asker, label(story.language, "button-medical-found"))
    expect(page.get_by_test_id("channel")).not_to_contain_text(story.asks)
    expect(last(helper)).to_contain_text(words(story.language, "answer-helped"))

    next_one = phone(page, story.next_one, story.language)
    begins(next_one, story)
    expect(last(next_one)).to_contain_text(story.doctor)
    pictured(page, f"doctors-known-{story.language}")
    taps(next_one, label(story.language, "button-medical-enough"))
    expect(last(next_one)).to_contain_text(words(story.language, "medical-enough"))
    looks_around(page, next_one, story)


def phone(page: Page, name: str, language: str) -> Locator:
    """A new phone on the desk that speaks the story's language."""
    one = phone_of(page, name, "ru")
    says(one, "/language")
    taps(one, LANGUAGES[language])
    expect(last(one)).to_contain_text(words(language, "language-changed"))
    return one


def begins(person: Locator, story: Story) -> None:
    taps(
        person, label(story.language, "menu-medical"), label(story.language, f"speciality-{story.speciality}")
    )
    expect(last(person)).to_contain_text(words(story.language, "medical-city"))
    says(person, story.place)


def asks(page: Page, asker: Locator, story: Story) -> str:
    """Ask and publish; the question's code."""
    begins(asker, story)
    for choice in ("patient-adult", "urgency-days", "budget-any"):
        taps(asker, label(story.language, f"medical-{choice}"))
    expect(last(asker)).to_contain_text(words(story.language, "medical-words"))
    says(asker, story.asks)
    expect(last(asker)).to_contain_text(words(story.language, "medical-preview"))
    pictured(page, f"doctors-preview-{story.language}")
    taps(asker, label(story.language, "button-send-medical"))
    expect(last(asker)).to_contain_text(words(story.language, "medical-asked"))
    return last(asker).locator(".code").first.inner_text()


def comments(page: Page, story: Story, code: str) -> None:
    """Somebody who never spoke with the bot writes below the post."""
    page.get_by_test_id("add-person").click()
    page.get_by_test_id("person-name").fill(story.commenter)
    page.get_by_test_id("person-language").select_option(story.language)
    page.get_by_test_id("person-add").click()
    page.get_by_test_id("show-discussion").click()
    group = page.get_by_test_id("discussion")
    group.get_by_test_id("acting-as").select_option(label=story.commenter)
    post = group.get_by_test_id("message").filter(has_text=code)
    post.hover()
    post.get_by_test_id("reply").click()
    says(group, story.comments)
    asked = group.get_by_test_id("message").last
    expect(asked).to_contain_text(words(story.language, "answer-more"))
    pictured(page, f"doctors-comments-{story.language}")
    page.get_by_test_id("show-channel").click()


def recommends(page: Page, helper: Locator, story: Story, code: str) -> None:
    """Answer by the form, found by the code."""
    says(helper, code)
    expect(last(helper)).to_contain_text(story.asks)
    taps(helper, label(story.language, "button-recommend"))
    expect(last(helper)).to_contain_text(words(story.language, "recommend-title"))
    says(helper, story.doctor, story.clinic, story.place, "+7 727 250 00 00", story.why)
    taps(helper, label(story.language, "recommend-paid-no"))
    expect(helper.get_by_role("button", name=label(story.language, "button-send-recommend"))).to_be_visible()
    pictured(page, f"doctors-recommend-{story.language}")
    taps(helper, label(story.language, "button-send-recommend"))
    expect(last(helper)).to_contain_text(words(story.language, "recommend-thanks"))


def looks_around(page: Page, person: Locator, story: Story) -> None:
    """The directory by itself: the same doctor by the speciality, on a narrow screen in the dark."""
    says(person, "/doctors")
    taps(person, label(story.language, f"speciality-{story.speciality}"))
    says(person, story.place)
    expect(last(person)).to_contain_text(story.doctor)
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark")
    expect(last(person)).to_be_visible()
    pictured(page, f"doctors-directory-{story.language}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def last(chat: Locator) -> Locator:
    return chat.get_by_test_id("message").last
