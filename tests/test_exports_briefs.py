"""The head of a dossier: what all tell and in what they differ, in a few lines."""

from __future__ import annotations

import dataclasses

from rashomon.exports.briefs import find_brief
from rashomon.exports.cells import Choice, Dispute, Gist, PointRow, Telling
from rashomon.exports.citations import Citation
from rashomon.exports.excerpts import Excerpt, Piece

LOST = "Two boats were lost."


def excerpt(letter: str, start: int) -> Excerpt:
    return Excerpt(letter, f"{letter}{start}", start, start + 20, (Piece(LOST, "told"),))


def cited(letter: str, start: int, words: str = LOST) -> Citation:
    return Citation(letter, f"{letter}{start}", start, start + len(words), "", words, "")


def row(*disputes: Dispute, start: int = 0, words: str = LOST, letters: str = "AB") -> PointRow:
    tellings = tuple(Telling(letter, (excerpt(letter, start),)) for letter in "AB")
    gist = Gist(cited("A", start, words), tuple(letters), len(letters))
    return PointRow(tellings, disputes, "all", 2, 2, (), False, gist)


def test_whose_word_it_is_and_whole_sentences_are_no_parting_of_the_head() -> None:
    disputes = (Dispute("source", "police / a guard", False, "attribution"), Dispute("place", "seems", False, "place", whole=True))
    assert find_brief([row(*disputes)], (), 2).parting == ()


def test_what_is_disputed_or_unsure_is_not_told_by_all() -> None:
    number = Dispute("number", "two / three (boat)", False, "number")
    rows = [row(number), row(start=100, words="Rain fell."), dataclasses.replace(row(start=200), unsure=True)]
    assert [g.citation.exact for g in find_brief(rows, (), 2).told] == ["Rain fell."]
    again = row(start=10)  # its sentence stands in a disputed row too
    assert find_brief([row(number), again], (), 2).told == ()


def test_the_head_claims_no_more_reports_than_tell_what_is_surest() -> None:
    assert find_brief([row(letters="A")], (), 2).told == ()  # one origin
    assert [g.letters for g in find_brief([row(letters="AB")], (), 3).told] == [("A", "B")]


def test_of_what_cannot_both_hold_the_surest_is_first() -> None:
    soft = Dispute("place", "Oslo / Bergen", False, "place", score=0.95)
    hard = [Dispute("x", f"{n}", True, slot, score=n) for n, slot in ((0.7, "date"), (0.9, "status"))]
    rows = [row(d, start=100 * n) for n, d in enumerate((soft, *hard))]
    assert [d.score for d in find_brief(rows, (), 2).parting] == [0.9, 0.7, 0.95]


def test_the_reason_is_not_told_twice() -> None:
    choices = (Choice("Two", (cited("A", 0),)), Choice("three", (cited("B", 0),)), Choice("four", (cited("C", 0),)))
    assert Dispute("number", "two / three", False, "number", choices=choices).note == ""
    assert Dispute("number", "2 and 3 (boat)", True, "number", choices=choices).note == "2 and 3 (boat)"
