"""When an act was: days up to a deadline and from a beginning, a time that another verb of the sentence owns."""

from typing import Any

import pytest

from conftest import make_document
from rashomon.events import code_events
from rashomon.sentences import parse_text
from rashomon.times import find_times

# Sentence of Wednesday 6 April 2022, a word of the act, first and last day ("" open or unknown).
CASES = [
    ("Chad urged the rebels to release the hostages by Friday.", "release", "2022-04-06", "2022-04-08"),
    ("Germany will send tanks to Poland before the end of June.", "send", "2022-04-06", "2022-06-30"),
    ("Germany will send tanks to Poland before June.", "send", "2022-04-06", "2022-05-31"),
    ("Sweden will send aid to Kenya before the June summit.", "send", "2022-04-06", "2022-06-30"),
    ("Russia has occupied the peninsula since 2014.", "occupied", "2014-01-01", "2022-04-06"),
    ("Rebels shelled Damascus on Tuesday, a day after planes bombed Aleppo.", "bombed", "2022-04-04", "2022-04-04"),
    ("Rebels shelled Damascus on Tuesday, a day after planes bombed Aleppo.", "shelled", "2022-04-05", "2022-04-05"),
    ("Police arrested the minister on Tuesday, hours after crowds attacked his house.", "attacked", "2022-04-05", "2022-04-05"),
    ("Ethiopia promised to send aid to Sudan next week.", "promised", "", ""),
    ("Ethiopia promised to send aid to Sudan next week.", "send", "2022-04-11", "2022-04-17"),
    ("Korea threatened on Tuesday to attack bases in Japan.", "attack", "", ""),
    ("Ukraine has asked the alliance to send missiles to Kyiv by the end of the month.", "asked", "", ""),
    ("Spain rejected Morocco's April 1 demand on Tuesday.", "rejected", "2022-04-05", "2022-04-05"),
    ("Japan condemned the raid in a statement issued late on Tuesday.", "condemned", "2022-04-05", "2022-04-05"),
    ("Rebels shelled Damascus on Tuesday, two months after planes bombed Aleppo.", "bombed", "2022-02-01", "2022-02-28"),
    ("Chad accused Niger until last week, when it attacked the rebels.", "attacked", "2022-03-28", "2022-04-03"),
    ("Monday's attack by rebels killed nine soldiers.", "killed", "2022-04-04", "2022-04-04"),
    ("Mali will expel the envoy within ten days.", "expel", "2022-04-06", "2022-04-16"),
    ("Mali will expel the envoy in two weeks.", "expel", "2022-04-18", "2022-04-24"),
]


@pytest.mark.parametrize(("text", "word", "first", "last"), CASES, ids=[f"{word}: {text}" for text, word, _, _ in CASES])
def test_when(text: str, word: str, first: str, last: str, parser: Any) -> None:
    document = make_document(text)
    sentences = parse_text(text, parser)
    events, _ = code_events(document, sentences, (), (), find_times(text, sentences, document.published))
    (when,) = {e.when for e in events if word in [t.of(text) for t in e.trigger]}
    days = (when.earliest, when.latest) if when is not None else (None, None)
    assert tuple(str(d or "") for d in days) == (first, last)


def test_a_day_so_early_that_none_lies_before_it(parser: Any) -> None:
    text = "Chad attacked Niger on 0001-01-01, a year after Sudan bombed Chad."
    sentences = parse_text(text, parser)
    events, _ = code_events(make_document(text), sentences, (), (), find_times(text, sentences, None))
    assert [e.when for e in events if "bombed" in [t.of(text) for t in e.trigger]] == [None]
