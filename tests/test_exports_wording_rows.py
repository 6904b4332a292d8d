"""The section on wording: the likelier rows first, and what a report only quotes is called so."""

from __future__ import annotations

import itertools

from rashomon.exports.citations import Citations
from rashomon.exports.wording_rows import find_wording_rows
from rashomon.records import Comparison, Document, Reading, Sentence, Span, Story, Variant, Wording

TEXTS = {
    "a": 'Rebels shelled the port. "It was a raid. It was a massacre, and we saw it," a nurse said. The raid was over by noon.',
    "b": "Fighters shelled the harbour. The operation was over by noon.",
}


def reading(name: str) -> Reading:
    text = TEXTS[name]
    document = Document(f"doc:{name}", name, f"{name}.txt", "text/plain", "utf-8", "en", text, "", ())
    stops = [0, *(i + 1 for i, c in enumerate(text) if c == ".")]
    spans = [Span(a + text[a].isspace(), b) for a, b in itertools.pairwise(stops)]
    return Reading(document, tuple(Sentence(document.id, i, 0, None, s, (), ()) for i, s in enumerate(spans)), (), (), (), ())


def variant(name: str, words: str, start: int = 0) -> Variant:
    found = TEXTS[name].index(words, start)
    return Variant(f"doc:{name}", Span(found, found + len(words)), words)


def compared(*wordings: Wording) -> Comparison:
    documents = ("doc:a", "doc:b")
    return Comparison("cmp:1", Story("sto:1", documents, "", None, (), (), ()), documents, (), (), wordings, ())


def test_words_of_a_quotation_are_called_quoted() -> None:
    readings = [reading("a"), reading("b")]
    own = variant("a", "raid", TEXTS["a"].index("The raid"))
    row = Wording("raid", (variant("a", "raid"), variant("a", "massacre"), own, variant("b", "operation")), "rival words", 0.3)
    (found,) = find_wording_rows(compared(row), readings, Citations(readings))
    first, second = found.cells
    assert [(c.exact, c.anchor in first.quoted) for c in first.citations] == [("massacre", True), ("raid", False)]
    assert [c.exact for c in second.citations] == ["operation"] and not second.quoted


def test_rows_of_little_chance_are_less_sure() -> None:
    readings = [reading("a"), reading("b")]
    rows = [Wording("x", (variant("a", "port"), variant("b", "harbour")), "rival words", score) for score in (0.3, 0.06)]
    assert [r.sure for r in find_wording_rows(compared(*rows), readings, Citations(readings))] == [True, False]
