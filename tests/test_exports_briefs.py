"""The head of a dossier: what all tell and in what they differ, in a few lines."""

from __future__ import annotations

from rashomon.exports.briefs import find_brief
from rashomon.exports.cells import Dispute, PointRow, Telling
from rashomon.exports.excerpts import Excerpt, Piece


def excerpt(letter: str, start: int, mark: str) -> Excerpt:
    return Excerpt(letter, f"{letter}{start}", start, start + 20, (Piece("Two boats were lost.", mark),))


def row(disputes: tuple[Dispute, ...]) -> PointRow:
    tellings = (
        Telling("A", (excerpt("A", 0, "lit"), excerpt("A", 90, "lit"))),
        Telling("B", (excerpt("B", 0, ""), excerpt("B", 50, "lit"))),
    )
    return PointRow(tellings, disputes, "all", 2, 2, (), False)


def test_a_report_with_two_passages_stands_once_beside_a_difference() -> None:
    brief = find_brief([row((Dispute("number", "two / three (boat)", False, "number"),))], (), 2)
    (parting,) = brief.parting
    assert [(e.letter, e.start) for e in parting.excerpts] == [("A", 0), ("B", 50)]


def test_whose_word_it_is_and_whole_sentences_are_no_parting_of_the_head() -> None:
    disputes = (Dispute("source", "police / a guard", False, "attribution"), Dispute("place", "seems", False, "place", whole=True))
    assert find_brief([row(disputes)], (), 2).parting == ()
