"""Comparisons: points, who tells them and who leaves them out, differences; and the input that is no story."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import make_document
from lake_reports import HARVEST
from rashomon.comparisons import compare
from rashomon.comparisons.alignment import align
from rashomon.comparisons.clauses import told_spans
from rashomon.comparisons.likeness import Measures
from rashomon.comparisons.units import Unit, find_units
from rashomon.models import load_encoder
from rashomon.pipeline import read_parsed
from rashomon.records import Comparison, Defect, DefectKind, Reading, Sentence, Span, Story, ToldBy, Zone, ZoneKind
from rashomon.sentences import parse_documents

POST = """A court in Arles sentenced the mayor of Tarascon to four years in prison on Monday for taking bribes.
The judges said the mayor had received 850 euros for every building permit.
Hundreds of residents gathered outside the court.
The mayor's lawyer said he would appeal against the verdict."""
STAR = """The mayor of Tarascon was sentenced to four years in prison by a court in Arles on Monday for taking bribes.
The mayor had received 1,200 euros for every building permit, the judges said.
His deputy will run the town until an election in the autumn."""
SUN = """A court in Arles sentenced the mayor of Tarascon to prison for taking bribes.
The mayor can appeal against the verdict."""


def lay(texts: Sequence[str], parser: Any, tables: Any, days: Sequence[date] = ()) -> tuple[Comparison, list[Reading]]:
    days = days or [date(2024, 3, 5)] * len(texts)
    documents = [make_document(text, day) for text, day in zip(texts, days, strict=True)]
    readings = [read_parsed(d, s, tables) for d, s in parse_documents(documents, parser)]
    story = Story("sto:test", tuple(d.id for d in documents), "", None, (), (), ())
    return compare(story, readings, load_encoder().encode), readings


@pytest.fixture(scope="module")
def trial(parser: Any, tables: Any) -> tuple[Comparison, list[Reading]]:
    return lay((POST, STAR, SUN), parser, tables)


def test_the_verdict_is_told_by_all_and_comes_first(trial: tuple[Comparison, list[Reading]]) -> None:
    first = trial[0].points[0]
    assert first.told_by is ToldBy.ALL
    assert "sentenced" in first.gist.text
    assert first.left_out == ()


def test_what_one_report_tells_the_others_left_out(trial: tuple[Comparison, list[Reading]]) -> None:
    comparison, readings = trial
    (crowd,) = [p for p in comparison.points if "Hundreds" in p.gist.text]
    assert crowd.told_by is ToldBy.ONE
    assert set(crowd.left_out) == {readings[1].document.id, readings[2].document.id}


def test_a_report_older_than_the_fact_left_nothing_out(parser: Any, tables: Any) -> None:
    days = (date(2024, 3, 5), date(2024, 3, 5), date(2024, 2, 1))
    comparison, readings = lay((POST, STAR, SUN), parser, tables, days)
    (crowd,) = [p for p in comparison.points if "Hundreds" in p.gist.text]
    assert crowd.left_out == (readings[1].document.id,)


def test_two_exact_sums_for_one_thing_contradict(trial: tuple[Comparison, list[Reading]]) -> None:
    (difference,) = [d for p in trial[0].points for d in p.differences if d.slot == "number"]
    assert difference.hard
    assert [v.text for v in difference.variants] == ["850", "1,200"]
    assert "850" in difference.reason and "1,200" in difference.reason


def test_every_sentence_is_in_a_point_and_every_span_in_its_text(trial: tuple[Comparison, list[Reading]]) -> None:
    comparison, readings = trial
    texts = {r.document.id: r.document.text for r in readings}
    told = {(a.document, s) for p in comparison.points for a in p.accounts for s in a.spans}
    for reading in readings:
        for sentence in reading.sentences:
            assert any(d == reading.document.id and sentence.span.holds(s) for d, s in told)
    for point in comparison.points:
        assert point.gist.text == " ".join(point.gist.span.of(texts[point.gist.document]).split())
        for difference in point.differences:
            for variant in difference.variants:
                assert variant.text == " ".join(variant.span.of(texts[variant.document]).split())


def test_the_order_of_the_reports_does_not_change_the_points(trial: tuple[Comparison, list[Reading]]) -> None:
    comparison, readings = trial
    turned = compare(comparison.story, readings[::-1], load_encoder().encode)
    key = lambda c: {frozenset((a.document, a.spans) for a in p.accounts) for p in c.points}  # noqa: E731
    assert key(turned) == key(comparison)


def test_one_report_alone_is_told_by_one_and_leaves_nothing_out(parser: Any, tables: Any) -> None:
    comparison, _ = lay((POST,), parser, tables)
    assert {p.told_by for p in comparison.points} == {ToldBy.ONE}
    assert not any(p.left_out or p.differences for p in comparison.points)


def test_two_unrelated_reports_share_no_point_and_leave_nothing_out(parser: Any, tables: Any) -> None:
    comparison, _ = lay((POST, HARVEST), parser, tables)
    assert {p.told_by for p in comparison.points} == {ToldBy.ONE}
    assert not any(p.left_out for p in comparison.points)


def test_a_report_without_a_sentence_is_no_trouble(parser: Any, tables: Any) -> None:
    comparison, readings = lay((POST, "- -"), parser, tables)
    assert comparison.documents == tuple(r.document.id for r in readings)
    assert all(p.told_by is ToldBy.ONE for p in comparison.points)


FERRY, OWNER = "The ferry sank off Bergen on Friday night", "the owner was arrested in Oslo"
TOLD_BY_THREE = [f"{FERRY}, and {OWNER}.", f"{FERRY}.", f"{OWNER.capitalize()}."]


def told_of(groups: list[tuple[int, ...]], both: list[float]) -> Iterator[tuple[tuple[int, ...], dict[int, Span]]]:
    """Of TOLD_BY_THREE, the first with two clauses and the vector `both`."""
    spans = [(Span(0, 41), Span(42, 77)), (Span(0, 42),), (Span(0, 31),)]
    rows = np.array([both, [1, 0, 0], [0, 1, 0]], dtype=np.float32)
    clauses = np.array([[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 1, 0]], dtype=np.float32)
    none = np.zeros((3, 3), dtype=np.float32)
    measures = Measures(
        vectors=rows,
        apart=rows,
        clauses=clauses,
        clauses_apart=clauses,
        passages=rows,
        owner=((0, 2), (2, 3), (3, 4)),
        kindred=none,
        weights=none[0],
        numbers=none,
        days=(frozenset(),) * 3,
        places=none[0],
        lead=none[0],
        published=(None,) * 3,
    )
    units = [
        Unit(i, Sentence(f"doc:{i}", 0, 0, None, Span(0, len(t)), (), ()), t, *[frozenset()] * 4, spans[i])
        for i, t in enumerate(TOLD_BY_THREE)
    ]
    return told_spans(groups, units, TOLD_BY_THREE, measures)


def test_a_sentence_that_tells_two_things_gives_each_its_clause() -> None:
    (_, sinking), (_, arrest) = told_of([(0,), (0, 1), (0, 2)], [0.6, 0.8, 0.0])
    assert (sinking[0].of(TOLD_BY_THREE[0]), arrest[0].of(TOLD_BY_THREE[0])) == (FERRY, f"and {OWNER}")
    assert sinking[1] == Span(0, len(TOLD_BY_THREE[1]))
    (_, sinking), (alone, left) = told_of([(0,), (0, 1)], [0.6, 0.8, 0.0])
    assert (sinking[0].of(TOLD_BY_THREE[0]), alone, left[0].of(TOLD_BY_THREE[0])) == (FERRY, (0,), f"and {OWNER}")


def test_a_sentence_of_which_a_clause_alone_tells_the_point_gives_that_clause() -> None:
    (_, sinking), (alone, left) = told_of([(0, 1)], [0.4, 0.9, 0.0])
    assert (sinking[0].of(TOLD_BY_THREE[0]), alone, left[0].of(TOLD_BY_THREE[0])) == (FERRY, (0,), f"and {OWNER}")
    ((_, whole),) = told_of([(0, 1)], [0.6, 0.8, 0.0])
    assert whole[0].of(TOLD_BY_THREE[0]) == TOLD_BY_THREE[0]


def test_reports_of_which_no_two_sentences_are_much_alike_share_nothing() -> None:
    units = [Unit(i % 2, None, "", *[frozenset("abcd")] * 4, ()) for i in range(4)]  # type: ignore[arg-type]
    assert align(units, {(0, 1): 0.45, (2, 3): 0.4}) == ((0,), (1,), (2,), (3,))
    assert align(units, {(0, 1): 0.55, (2, 3): 0.4}) == ((0, 1), (2, 3))


@given(st.lists(st.floats(0, 1), min_size=15, max_size=15), st.integers(2, 3))
def test_groups_lose_no_unit_and_none_comes_twice(chances: list[float], reports: int) -> None:
    units = [Unit(i % reports, None, "", *[frozenset("abcd")] * 4, ()) for i in range(6)]  # type: ignore[arg-type]
    pairs = {p: c for p, c in zip(combinations(range(6), 2), chances, strict=True) if units[p[0]].report != units[p[1]].report}
    groups = align(units, pairs)
    assert set().union(*groups) == set(range(6))
    assert len(groups) == len(set(groups))


@pytest.mark.shared
def test_the_points_of_the_sample_reports_score_above_similarity(shared: Path, tmp_path: Path) -> None:
    """The floor is what cosines of words reach (README of the gold data): ours varies a little with the encoder's batches."""
    out = tmp_path / "seeds_comparison.jsonl"
    gold = shared / "seeds" / "comparison_gold.jsonl"
    root = Path(__file__).resolve().parent.parent
    subprocess.run([sys.executable, root / "bench" / "predict.py", "compare", gold, out], check=True)
    scorer = shared / "gold" / "stories" / "score_compare.py"
    scored = subprocess.run([sys.executable, scorer, gold, out, "--json"], check=True, capture_output=True, text=True)
    assert json.loads(scored.stdout)["all"]["align"]["F1"] > 0.31


def test_the_heading_of_another_article_is_no_point(parser: Any, tables: Any) -> None:
    text = "Ruritania freed nine sailors on Monday.\n\nElbonia mocks rival plan\n\nThe sailors flew home on Tuesday."
    heading = Span(text.index("Elbonia"), text.index("plan") + 4)
    document = make_document(text)
    document = replace(document, zones=(Zone(ZoneKind.BODY, Span(0, len(text)), "test"),))
    damage = Defect(DefectKind.STRAY_HEADING, heading, "a lone heading", "", False, "test")
    for defects, told in (((), 3), ((damage,), 2)):
        kept = replace(document, defects=defects)
        ((_, sentences),) = parse_documents([kept], parser)
        assert len(find_units([Reading(kept, sentences, (), (), (), ())])) == told
