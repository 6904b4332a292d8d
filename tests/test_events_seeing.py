"""A trained reader gives the party that the rules lack, and judges the type only of what a sentence is about."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from conftest import make_document
from rashomon.actors import resolve_actors
from rashomon.events import code_events
from rashomon.events.ranking import ranked
from rashomon.events.sides import setting_code
from rashomon.mentions import find_mentions
from rashomon.pipeline import read_parsed
from rashomon.records import Event
from rashomon.sentences import parse_text


class FakeReader:
    """Sees the spans it is told, and thinks the same of every pair."""

    def __init__(self, spans: Sequence[tuple[str, str]], roots: dict[str, float]) -> None:
        self.spans, self.roots = spans, roots

    def read_sentences(self, texts: Sequence[str]) -> list[Any]:
        return [SimpleNamespace(codable=0.99, spans=[self.span(text, *s) for s in self.spans if s[1] in text]) for text in texts]

    def span(self, text: str, label: str, words: str) -> Any:
        start = text.index(words)
        return SimpleNamespace(label=label, start=start, end=start + len(words), score=0.9)

    def read_pairs(self, readings: Sequence[Any], pairs: Sequence[Any]) -> list[Any]:
        return [SimpleNamespace(roots=self.roots) for _ in pairs]


def read(text: str, parser: Any, tables: Any, reader: Any = None) -> tuple[Event, ...]:
    document, sentences = make_document(text), parse_text(text, parser)
    mentions = resolve_actors(document, sentences, find_mentions(document, sentences, tables), tables)
    return code_events(document, sentences, mentions, (), (), reader)[0]


TEXT = "Kenya rejected a plan to expand a camp that Uganda runs."


def test_the_party_that_only_the_reader_sees_is_added(parser: Any, tables: Any) -> None:
    reader = FakeReader([("source", "Kenya"), ("target", "Uganda")], {"REJECT": 0.9})
    (event,) = [e for e in read(TEXT, parser, tables, reader) if e.trigger[0].of(TEXT) == "rejected"]
    assert [p.span.of(TEXT) for p in event.recipients] == ["Uganda"] and event.rule.endswith("reader's party")
    (plain,) = [e for e in read(TEXT, parser, tables) if e.trigger[0].of(TEXT) == "rejected"]
    assert plain.recipients == () and plain.id != event.id


def test_the_town_where_they_meet_is_no_party(parser: Any, tables: Any) -> None:
    text = "Kenyan ministers will meet in Geneva on Friday."
    reader = FakeReader([("source", "Kenyan ministers"), ("target", "Geneva")], {"CONSULT": 0.9})
    (event,) = read(text, parser, tables, reader)
    assert event.recipients == () and event.place is not None


def test_a_reader_that_sees_somebody_else_act_adds_nothing(parser: Any, tables: Any) -> None:
    reader = FakeReader([("source", "a camp"), ("target", "Uganda")], {"REJECT": 0.9})
    (event,) = [e for e in read(TEXT, parser, tables, reader) if e.trigger[0].of(TEXT) == "rejected"]
    assert event.recipients == ()


def test_an_act_whose_words_the_rules_do_not_know(parser: Any, tables: Any) -> None:
    text = "Kenya has been mothballing the embassy of Uganda."
    reader = FakeReader([("source", "Kenya"), ("target", "Uganda")], {"SANCTION": 0.9, "AID": 0.1})
    (event,) = read(text, parser, tables, reader)
    assert (event.type, event.rule, event.trigger[0].of(text)) == ("SANCTION", "reader", "mothballing")
    assert read(text, parser, tables) == ()
    assert read(text, parser, tables, FakeReader(reader.spans, {"SANCTION": 0.5, "AID": 0.5})) == ()


def test_a_side_event_keeps_its_own_type(parser: Any, tables: Any) -> None:
    text = "Kenya refused to condemn Uganda's invasion of Chad."
    events = read(text, parser, tables, FakeReader([], {"REJECT": 0.98}))
    (invasion,) = [e for e in events if e.trigger[-1].of(text) == "invasion"]
    assert invasion.type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kenya condemned an attack by Uganda on Chad.", "condemned"),
        ("Kenya, which had accused Uganda of spying, expelled its ambassador.", "expelled"),
        ("After Uganda attacked Chad, Kenya recalled its ambassador.", "recalled"),
    ],
)
def test_the_main_clause_comes_first(text: str, first: str, parser: Any, tables: Any) -> None:
    sentences = parse_text(text, parser)
    assert ranked(read(text, parser, tables), sentences)[0].trigger[0].of(text) == first


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Students protested in Nairobi.", "KEN"),
        ("Norway rejected the plan because Chad went without a vote.", "TCD"),
        ("Norway rejected the plan.", ""),
    ],
)
def test_what_an_event_concerns(text: str, code: str, parser: Any, tables: Any) -> None:
    document = make_document(text)
    reading = read_parsed(document, parse_text(text, parser, document.id), tables)
    (event,) = [e for e in reading.events if e.type not in ("STATEMENT", "POSITION")]
    assert setting_code(event, reading, tables, ("NOR",)) == code
