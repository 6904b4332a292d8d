"""A trained reader shares in the score of an event; its type stays that of the word."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from conftest import make_document
from rashomon.actors import resolve_actors
from rashomon.events import code_events
from rashomon.mentions import find_mentions
from rashomon.sentences import parse_text

TEXT = "Rain fell. Kenya attacked Uganda. Peru and Chile met. Chad will attack Niger.\n\nKenya and Uganda: day four"


class FakeReader:
    """Thinks the same of every pair, and remembers what it was asked."""

    def __init__(self, roots: dict[str, float], codable: float) -> None:
        self.roots, self.codable = roots, codable
        self.read: list[str] = []
        self.asked: list[tuple[str, str]] = []

    def read_sentences(self, texts: Sequence[str]) -> list[Any]:
        self.read += texts
        return [SimpleNamespace(codable=self.codable, text=text, spans=()) for text in texts]

    def read_pairs(self, readings: Sequence[Any], pairs: Sequence[Any]) -> list[Any]:
        self.asked += [(readings[i].text[slice(*source)], readings[i].text[slice(*target)]) for i, source, target in pairs]
        return [SimpleNamespace(roots=self.roots) for _ in pairs]


@pytest.fixture
def code(parser: Any, tables: Any) -> Callable[..., list[Any]]:
    document, sentences = make_document(TEXT), parse_text(TEXT, parser)
    mentions = resolve_actors(document, sentences, find_mentions(document, sentences, tables), tables)
    return lambda reader=None: list(code_events(document, sentences, mentions, (), (), reader)[0])


def test_the_reader_is_asked_about_the_parties(code: Any) -> None:
    reader = FakeReader({"ASSAULT": 1.0}, 1.0)
    code(reader)
    assert reader.asked == [("Kenya", "Uganda"), ("Peru", "Chile"), ("Chad", "Niger")]


def test_the_reader_is_spared_what_cannot_hold_an_act_of_two(code: Any) -> None:
    reader = FakeReader({"ASSAULT": 1.0}, 1.0)
    code(reader)
    assert reader.read == ["Kenya attacked Uganda.", "Peru and Chile met.", "Chad will attack Niger."]


def test_agreement_raises_the_score_and_doubt_lowers_it(code: Any) -> None:
    plain, glad, sad = (
        code(),
        code(FakeReader({"ASSAULT": 0.9}, 1.0)),
        code(FakeReader({"ASSAULT": 0.3}, 0.9)),
    )
    assert glad[0].score > plain[0].score > sad[0].score
    assert glad[0].type == sad[0].type == plain[0].type == "ASSAULT"


def test_the_type_stays_that_of_the_word(code: Any) -> None:
    events = code(FakeReader({"YIELD": 0.95, "ASSAULT": 0.01, "CONSULT": 0.02}, 0.99))
    assert [str(e.type) for e in events] == ["ASSAULT", "CONSULT", "ASSAULT"]


def test_an_act_that_lies_ahead_may_be_known_by_the_act_or_by_the_word_given(code: Any) -> None:
    threat, act, other = (code(FakeReader({root: 0.9}, 0.99))[-1].score for root in ("THREATEN", "ASSAULT", "AID"))
    assert threat == act > other
