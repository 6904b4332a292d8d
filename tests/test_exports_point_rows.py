"""Points as rows of a dossier: what differs first, one row for a sentence, origins counted, silence where it means something."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from rashomon.exports.citations import Citations
from rashomon.exports.drafts import told_spans
from rashomon.exports.lone_points import find_lone_points
from rashomon.exports.point_rows import find_point_rows
from rashomon.exports.views import View
from rashomon.records import (
    Account,
    Comparison,
    Derivation,
    Difference,
    Document,
    Point,
    Reading,
    Relation,
    Sentence,
    Span,
    Story,
    ToldBy,
    Variant,
    Zone,
    ZoneKind,
)
from rashomon.tables import Tables

TEXTS = {
    "a": "Envoys meet\nEnvoys from Arcadia met in Port Sel on Monday. They talked about fish for 3 hours.",
    "b": "Talks held\nArcadian envoys gathered in Port Sel. The talks took five hours, a guard said.",
    "c": "Fish talks\nEnvoys from Arcadia met in Port Sel on Monday. Nothing was signed.",
    "d": "Silence\nThe harbour was closed to all traffic on Monday.",
}


def reading(name: str) -> Reading:
    text = TEXTS[name]
    title = Span(0, text.index("\n"))
    zones = (Zone(ZoneKind.TITLE, title, "test"), Zone(ZoneKind.BODY, Span(title.end + 1, len(text)), "test"))
    document = Document(f"doc:{name}", name, f"{name}.txt", "text/plain", "utf-8", "en", text, text[: title.end], zones)
    stops = [title.end, *(i + 1 for i, c in enumerate(text) if c == "."), len(text)]
    spans = [Span(a + bool(a), b) for a, b in zip([0, *stops], stops, strict=False) if b - a > 1]
    sentences = tuple(Sentence(document.id, i, 0, None, s, (), ()) for i, s in enumerate(spans))
    return Reading(document, sentences, (), (), (), ())


def span(name: str, words: str) -> Span:
    start = TEXTS[name].index(words)
    return Span(start, start + len(words))


def point(number: int, told: dict[str, Sequence[str]], left_out: str = "", differences: tuple[Difference, ...] = ()) -> Point:
    accounts = tuple(Account(f"doc:{name}", tuple(span(name, w) for w in words)) for name, words in told.items())
    name, words = next(iter(told.items()))
    gist = Variant(f"doc:{name}", span(name, words[0]), words[0])
    told_by = ToldBy.ONE if len(told) == 1 else ToldBy.ALL if len(told) == len(TEXTS) else ToldBy.SOME
    return Point(f"pnt:{number}", "act", gist, accounts, told_by, tuple(f"doc:{x}" for x in left_out), differences, "test", 0.8)


MET = "Envoys from Arcadia met in Port Sel on Monday."
GATHERED = "Arcadian envoys gathered in Port Sel."
HARBOUR = "The harbour was closed to all traffic on Monday."
HOURS = Difference(
    "number",
    True,
    (
        Variant("doc:a", span("a", "3 hours"), "3 hours"),
        Variant("doc:b", span("b", "five hours"), "five hours"),
    ),
    "3 and 5 (hour): the same count, and both cannot hold",
    "test",
    0.9,
)


def comparison(points: Sequence[Point], derivations: tuple[Derivation, ...] = ()) -> Comparison:
    documents = tuple(f"doc:{name}" for name in TEXTS)
    story = Story("sto:1", documents, "Talks", None, (), derivations, tuple((d,) for d in documents))
    return Comparison("cmp:1", story, documents, (), tuple(points), (), ())


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [reading(name) for name in TEXTS]


def test_points_that_share_a_sentence_are_one_row(readings: list[Reading], tables: Tables) -> None:
    points = [point(1, {"a": [MET], "b": [GATHERED]}, "cd"), point(2, {"b": [GATHERED], "c": [MET]}, "ad")]
    (row,) = find_point_rows(comparison(points), readings, Citations(readings), tables)
    assert [t.letter for t in row.tellings] == ["A", "B"]
    assert [e.letter for e in row.tellings[0].same] == ["C"]  # in the words of A
    assert (row.reports, row.origins, row.silent) == (3, 3, ("D",))


def test_what_cannot_both_hold_comes_first_and_is_lit(readings: list[Reading], tables: Tables) -> None:
    told = {"a": ["They talked about fish for 3 hours."], "b": ["The talks took five hours"]}
    points = [point(1, {"a": [MET], "b": [GATHERED]}), point(2, told, differences=(HOURS,))]
    first, second = find_point_rows(comparison(points), readings, Citations(readings), tables)
    assert first.hard and first.disputed and not second.disputed
    assert [d.reason for d in first.disputes] == ["3 and 5 (hour)"]  # the label says the rest
    pieces = [[(p.text, p.mark) for p in t.excerpts[0].pieces] for t in first.tellings]
    assert pieces[0] == [("They talked about fish for ", "told"), ("3 hours", "lit"), (".", "told")]
    assert pieces[1] == [("The talks took ", "told"), ("five hours", "lit"), (", a guard said.", "")]


def test_a_difference_tells_the_words_of_each_report_and_what_they_are_about(readings: list[Reading], tables: Tables) -> None:
    told = {"a": ["They talked about fish for 3 hours."], "b": ["The talks took five hours"]}
    headline = Variant("doc:b", span("b", "Talks held"), "Talks held")  # the report has other words below
    both = dataclasses.replace(HOURS, variants=(*HOURS.variants, headline))
    other = dataclasses.replace(HOURS, reason="sign: not done / done", slot="status", score=0.8)
    points = [point(1, told, differences=(both, other))]
    (row,) = find_point_rows(comparison(points), readings, Citations(readings), tables)
    number, status = row.disputes
    words = [(c.words, [x.letter for x in c.citations]) for c in number.choices]
    assert words == [("3 hours", ["A"]), ("five hours", ["B"])]
    assert number.about is not None
    assert (number.about.before, number.about.exact) == ("They talked about fish for ", "3 hours")
    assert status.reason == "sign: not done / done"  # of what act it is told
    turned = dataclasses.replace(HOURS, variants=HOURS.variants[::-1], reason="five hours / 3 hours")
    (row,) = find_point_rows(comparison([point(1, told, differences=(turned,))]), readings, Citations(readings), tables)
    assert [c.words for c in row.disputes[0].choices] == ["five hours", "3 hours"]  # as in the reason


def test_what_two_points_tell_apart_is_not_told_by_the_reports_of_both(readings: list[Reading], tables: Tables) -> None:
    talked, took = "They talked about fish for 3 hours.", "The talks took five hours"
    points = [
        point(1, {"a": [MET, talked], "b": [GATHERED, took]}, "cd"),
        point(2, {"b": [GATHERED, took], "d": ["The harbour was closed to all traffic on Monday."]}, "ac"),
    ]
    rows = find_point_rows(comparison(points), readings, Citations(readings), tables)
    assert sorted(row.reports for row in rows) == [2, 2]
    assert {row.gist.letters for row in rows} == {("A", "B"), ("B", "D")}


def test_what_a_report_perhaps_tells_does_not_hide_that_it_leaves_it_out(readings: list[Reading], tables: Tables) -> None:
    perhaps = dataclasses.replace(point(2, {"a": [MET], "d": ["The harbour was closed"]}), score=0.4)
    points = [point(1, {"a": [MET], "b": [GATHERED]}, "cd"), perhaps]
    sure, _ = find_point_rows(comparison(points), readings, Citations(readings), tables)
    assert sure.silent == ("C", "D")


def test_the_gist_is_claimed_of_those_alone_that_tell_what_is_surest(readings: list[Reading], tables: Tables) -> None:
    talked, took = "They talked about fish for 3 hours.", "The talks took five hours"
    wide = dataclasses.replace(point(1, {"d": [HARBOUR], "a": [MET, talked], "b": [GATHERED, took]}), score=0.6)
    (row,) = find_point_rows(comparison([wide, point(2, {"a": [MET], "b": [GATHERED]})]), readings, Citations(readings), tables)
    assert row.reports == 3 and row.gist.citation.exact == MET
    assert row.gist.letters == ("A", "B")


def test_on_what_they_differ_is_told_in_the_order_of_the_rows(readings: list[Reading], tables: Tables) -> None:
    slots = ("place", "date", "number", "recipient", "cause", "status")
    differences = tuple(dataclasses.replace(HOURS, slot=slot, score=0.9 - n / 10) for n, slot in enumerate(slots))
    told = {"a": ["They talked about fish for 3 hours."], "b": ["The talks took five hours"]}
    found = View(comparison([point(1, told, differences=differences)]), readings, tables).parts()
    assert list(found["matters"]) == ["where", "when", "how many", "to whom", "why", "how far it has come"]


def test_what_copies_alone_tell_is_left_out_by_nobody(readings: list[Reading], tables: Tables) -> None:
    copied = Derivation(("doc:a", "doc:c"), Relation.COPY, "doc:a", ("test",), 0.9, partial=True)
    found = comparison([point(1, {"a": [MET], "c": [MET]}, "bd")], (copied,))
    (row,) = find_point_rows(found, readings, Citations(readings), tables)
    assert (row.reports, row.origins, row.silent) == (2, 1, ())


def test_headlines_and_scraps_are_no_points(readings: list[Reading], tables: Tables) -> None:
    points = [
        point(1, {"a": ["Envoys meet"], "b": ["Talks held"]}),
        point(2, {"c": ["Fish talks", "Nothing was signed."]}),
        point(3, {"d": ["The harbour was closed to all traffic on Monday."]}),
    ]
    found, citations = comparison(points), Citations(readings)
    assert find_point_rows(found, readings, citations, tables) == []
    lone = [find_lone_points(found, r, citations) for r in readings]
    assert [c.exact for x in lone for c in (*x.first, *x.further, *x.perhaps)] == [TEXTS["d"].split("\n")[1]]


def test_a_pair_that_is_told_in_another_row_is_no_row_of_its_own(readings: list[Reading], tables: Tables) -> None:
    talked, took = "They talked about fish for 3 hours.", "The talks took five hours"
    points = [
        point(1, {"a": [MET, talked], "b": [GATHERED, took], "c": [MET]}),
        point(2, {"a": [talked], "b": [took]}),
        point(3, {"b": [took], "c": [MET]}),
    ]
    rows = find_point_rows(comparison(points), readings, Citations(readings), tables)
    assert len(rows) == 1 and rows[0].reports == 3


def test_what_is_likely_no_point_is_unsure_and_nobody_is_silent_on_it(readings: list[Reading], tables: Tables) -> None:
    likely, doubtful = (
        point(1, {"a": [MET], "b": [GATHERED]}),
        point(2, {"a": ["They talked about fish"], "d": ["The harbour was closed"]}),
    )
    points = [dataclasses.replace(doubtful, score=0.4, left_out=("doc:b",)), likely]
    first, second = find_point_rows(comparison(points), readings, Citations(readings), tables)
    assert (first.unsure, second.unsure, second.silent) == (False, True, ())


def test_a_headline_that_comes_again_below_is_no_point() -> None:
    text = "A dam bursts above Kotor\nA dam bursts above Kotor Updated: 4 March. Two villages stood under water."
    title = "A dam bursts above Kotor"
    document = Document("doc:x", "x", "x.txt", "text/plain", "utf-8", "en", text, title, ())
    again, flood = Span(25, 67), Span(68, len(text))
    assert again.of(text).endswith("March.")
    assert told_spans(document, Account("doc:x", (Span(0, 24), again, flood))) == (flood,)


def test_what_an_outlet_prints_below_all_its_reports_is_no_point(readings: list[Reading], tables: Tables) -> None:
    house = [dataclasses.replace(r, document=dataclasses.replace(r.document, outlet="outlet:post")) for r in readings]
    found = comparison([point(1, {"a": [MET], "c": [MET]})])
    assert find_point_rows(found, house, Citations(house), tables) == []


def test_what_one_alone_tells_is_parted_by_what_others_may_tell(readings: list[Reading], tables: Tables) -> None:
    harbour = point(1, {"d": ["The harbour was closed to all traffic on Monday."]}, "abc")
    met = dataclasses.replace(point(2, {"a": [MET]}), perhaps=("doc:b",))
    found, citations = comparison([harbour, met]), Citations(readings)
    a, d = (find_lone_points(found, readings[i], citations) for i in (0, 3))
    assert (a.chief, [c.exact for c in a.perhaps]) == (None, [MET])
    assert d.chief is not None and d.first == (d.chief,) and d.perhaps == ()
