"""What a dossier says of copies, their evidence, their place in the chronology, and of quotations that were cut."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from rashomon.exports.chronologies import find_chronology
from rashomon.exports.citations import Citations
from rashomon.exports.derivations import evidence_phrase
from rashomon.exports.quotations import find_quotations
from rashomon.exports.reports import find_derivations
from rashomon.records import (
    Account,
    Comparison,
    Derivation,
    Document,
    Event,
    EventType,
    Point,
    Precision,
    Reading,
    Relation,
    Sentence,
    SharedQuotation,
    Span,
    Status,
    Story,
    ToldBy,
    Variant,
    When,
)
from rashomon.tables import Tables

TEXTS = {
    "a": 'The dam burst on Monday. "We heard a roar, and then the water came," said a miller.',
    "b": 'On Monday the dam burst. "We heard a roar," said a miller.',
    "c": 'A dam burst on Monday. "We heard a roar!" a miller said.',
}
MONDAY = When("Monday", "2024-03-04", date(2024, 3, 4), date(2024, 3, 4), Precision.DAY, "explicit", "test")


def reading(name: str) -> Reading:
    text = TEXTS[name]
    stop = text.index(".") + 1
    sentences = tuple(
        Sentence(f"doc:{name}", i, 0, None, s, (), ()) for i, s in enumerate((Span(0, stop), Span(stop + 1, len(text))))
    )
    document = Document(f"doc:{name}", name, f"{name}.txt", "text/plain", "utf-8", "en", text, "", ())
    burst = Span(text.index("burst"), text.index("burst") + 5)
    act = Event(f"evt:{name}", f"doc:{name}", 0, burst, (burst,), EventType.ASSAULT, (), (), Status.DONE, Status.DONE, when=MONDAY)
    return Reading(document, sentences, (), (), (), (act,))


def copied(source: str, taker: str) -> Derivation:
    """As the origins give it: the documents in order of their names."""
    one, other = sorted((f"doc:{source}", f"doc:{taker}"))
    evidence = ("9 words in common", "the source is upland, and the other holds its text")
    return Derivation((one, other), Relation.COPY, f"doc:{source}", evidence, 0.9)


def comparison(derivation: Derivation) -> Comparison:
    documents = tuple(f"doc:{name}" for name in TEXTS)
    story = Story("sto:1", documents, "Dam", None, (), (derivation,), tuple((d,) for d in documents))
    accounts = tuple(Account(d, (Span(0, TEXTS[d[-1]].index(".") + 1),)) for d in documents)
    point = Point("pnt:1", "act", Variant("doc:a", accounts[0].spans[0], ""), accounts, ToldBy.ALL, (), (), "test", 0.9)
    return Comparison("cmp:1", story, documents, (), (point,), (), ())


@pytest.mark.parametrize(("source", "taker", "letters"), [("b", "a", "BCA"), ("a", "b", "ACB"), ("c", "a", "BCA")])
def test_the_chronology_names_a_source_before_its_copy(source: str, taker: str, letters: str) -> None:
    readings = [reading(name) for name in TEXTS]
    (line,) = find_chronology(comparison(copied(source, taker)), readings, Citations(readings))
    assert line.citation.letter + "".join(line.also) == letters
    assert line.label == ""


def test_the_evidence_tells_which_report_is_meant() -> None:
    letters = {f"doc:{name}": name.upper() for name in TEXTS}
    one, other = copied("b", "a"), copied("a", "b")
    assert evidence_phrase(one, letters) == "9 words in common; B is upland, and A holds its text"
    assert evidence_phrase(other, letters) == "9 words in common; A is upland, and B holds its text"
    named = dataclasses.replace(one, evidence=("the other names It Is The Other Day", "the source was published earlier"))
    assert evidence_phrase(named, letters) == "A names It Is The Other Day; B was published earlier"
    undecided = dataclasses.replace(one, source=None, evidence=("left open: it would close a circle",))
    assert evidence_phrase(undecided, letters) == "left open: it would close a circle"
    (kin,) = find_derivations(comparison(one).story, letters)
    assert kin.chief and (kin.pair, kin.phrase) == ("A, B", "A is a copy of B")


def test_of_a_quotation_that_was_cut_it_is_said_who_has_less(tables: Tables) -> None:
    readings = [reading(name) for name in TEXTS]
    words = {"a": "We heard a roar, and then the water came,", "b": "We heard a roar,", "c": "We heard a roar!"}
    spans = {name: Span(TEXTS[name].index(w), TEXTS[name].index(w) + len(w)) for name, w in words.items()}
    variants = tuple(Variant(f"doc:{name}", spans[name], w) for name, w in words.items())
    found = dataclasses.replace(comparison(copied("a", "b")), quotations=(SharedQuotation((), variants, "cut", 0.9),))
    (row,) = find_quotations(found, Citations(readings), tables)
    assert row.label == "cut: shorter in B, C"
    assert [[cell.letter, *(c.letter for c in cell.also)] for cell in row.cells] == [["A"], ["B", "C"]]
