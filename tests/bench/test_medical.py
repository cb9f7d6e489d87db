"""The benchmark of medical texts: what is found and what is not is counted once, on a few texts."""

import json

import pytest

from bench import medical
from bench.medical import ALL, NOTHING, READERS, Case, Shares, Times, as_text, cases, measure

ASKED = [
    Case("dev", "ru", "cardiologist", "кардиолог"),
    Case("dev", "ru", "urologist", "сердце"),  # it is not: this one must be missed
    Case("dev", "uz", "urologist", "кардиолог уролог"),  # found, but not first
    Case("other talk", "ru", NOTHING, "Здравствуйте, как у вас дела?"),
    Case("other talk", "ru", NOTHING, "кардиолог"),  # a false alarm
]


def test_what_is_found_is_counted_by_set_and_language() -> None:
    times, *shares = measure("specialities.find", ASKED)
    assert isinstance(times, Times)
    assert (times.reader, times.texts) == ("specialities.find", 5)
    assert all(spent > 0 for spent in times[2:])
    assert shares == [
        Shares("specialities.find", "dev", "ru", 2, 0.5, 0.5, 0, None),
        Shares("specialities.find", "dev", "uz", 1, 0.0, 1.0, 0, None),
        Shares("specialities.find", "dev", ALL, 3, 0.3333, 0.6667, 0, None),
        Shares("specialities.find", "other talk", "ru", 0, None, None, 2, 0.5),
        Shares("specialities.find", "other talk", ALL, 0, None, None, 2, 0.5),
    ]


@pytest.mark.parametrize(
    ("reader", "expected", "said"),
    [
        ("exposure.found", "contact", "пишите @aigul_test"),
        ("emergencies.is_emergency", "yes", "сын не дышит"),
        ("remedies.has_dose", "yes", "пейте по 2 таблетки"),
        ("adverts.looks_like_advert", "yes", "Скидка есть, пишите в директ"),
    ],
)
def test_each_reader_is_asked(reader: str, expected: str, said: str) -> None:
    """A text with something to find, the same as one with nothing, and one with nothing indeed."""
    given = [
        Case("table", "ru", expected, said),
        Case("table", "ru", NOTHING, said),
        Case("table", "ru", NOTHING, "Спасибо"),
    ]
    _, *shares = measure(reader, given)
    assert shares == [Shares(reader, "table", ALL, 1, None, 1.0, 2, 0.5)]


def test_every_table_is_read() -> None:
    for reader in READERS:
        languages = {case.language for case in cases(reader)}
        assert languages == {"kk", "uz", "ru", "en"}
        assert NOTHING in {case.expected for case in cases(reader)}
    assert len(cases("specialities.find")) == 460


def test_both_kinds_of_lines_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(medical, "READERS", {"specialities.find": READERS["specialities.find"]})
    monkeypatch.setattr(medical, "cases", lambda _: ASKED)
    medical.main(["--json"])
    times, *shares = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert list(times) == list(Times._fields)
    assert [list(each) for each in shares] == [list(Shares._fields)] * 5
    medical.main([])
    assert capsys.readouterr().out.splitlines()[-1] == as_text(Shares(**shares[-1]))
