"""Stories: the same groups in whatever order reports come, copies as one origin, a year between two summits."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lake_reports import HARVEST, SUMMIT, SUMMIT_TOLD_AGAIN, encode, reading
from rashomon.records import Precision, Reading, Relation, When
from rashomon.stories import group_stories, one_story
from rashomon.stories.linkage import link

REPORTS = (
    reading("doc:a", SUMMIT),
    reading("doc:b", SUMMIT_TOLD_AGAIN, date(2024, 5, 7)),
    reading("doc:c", SUMMIT),
    reading("doc:d", HARVEST),
)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::5])
def test_any_order_gives_the_same_stories(order: tuple[int, ...]) -> None:
    stories = group_stories([REPORTS[i] for i in order], encode)
    assert stories == group_stories(REPORTS, encode)
    assert sorted(sorted(s.documents) for s in stories) == [["doc:a", "doc:b", "doc:c"], ["doc:d"]]


def test_the_same_text_twice_is_one_story_of_one_origin() -> None:
    (story,) = group_stories([REPORTS[0], REPORTS[2]], encode)
    assert story.origins == (("doc:a", "doc:c"),)
    assert [d.relation for d in story.derivations] == [Relation.COPY]


def test_the_same_reading_given_twice_counts_once() -> None:
    (story,) = group_stories([REPORTS[0], REPORTS[0]], encode)
    assert story.documents == ("doc:a",)


def test_a_story_keeps_its_id_when_a_later_report_joins() -> None:
    before = group_stories([REPORTS[0], REPORTS[3]], encode)
    after = group_stories([REPORTS[0], REPORTS[1], REPORTS[3]], encode)
    assert {s.id for s in before} == {s.id for s in after}


def test_two_like_summits_a_year_apart_are_two_stories() -> None:
    later = reading("doc:later", SUMMIT_TOLD_AGAIN, date(2025, 5, 12))
    assert len(group_stories([REPORTS[0], later], encode)) == 2
    assert len(group_stories([REPORTS[0], REPORTS[1]], encode)) == 1


def test_no_reports_no_stories() -> None:
    assert group_stories([], encode) == ()


def test_a_report_without_text_stands_alone() -> None:
    stories = group_stories([reading("doc:empty", "", None), REPORTS[3]], encode)
    assert sorted(s.documents for s in stories) == [("doc:d",), ("doc:empty",)]


def dated(name: str, text: str, title: str, first: date, last: date) -> Reading:
    when = When("", "", first, last, Precision.INTERVAL if first < last else Precision.DAY, "metadata", "test")
    whole = reading(name, text)
    return replace(whole, document=replace(whole.document, title=title, published=when))


def test_a_story_is_named_and_dated_by_its_earliest_dated_report_that_is_no_copy() -> None:
    early, late, day = date(2014, 1, 1), date(2026, 1, 1), date(2024, 5, 6)
    undated = dated("doc:a", SUMMIT_TOLD_AGAIN, "Some day", early, late)
    original = dated("doc:c", SUMMIT, "Ministers meet", day, day)
    copy = dated("doc:b", SUMMIT, "You will not believe it", date(2024, 5, 8), date(2024, 5, 8))
    (story,) = group_stories([undated, copy, original], encode)
    assert story.title == "Ministers meet"
    assert story.when is not None
    assert (story.when.earliest, story.when.latest) == (day, date(2024, 5, 8))


def test_a_story_of_undated_reports_is_not_dated_by_them() -> None:
    (story,) = group_stories([dated("doc:a", SUMMIT, "", date(2014, 1, 1), date(2026, 1, 1))], encode)
    assert story.when is None


def test_what_the_caller_lays_side_by_side_is_one_story_with_all_relations() -> None:
    story = one_story([REPORTS[3], REPORTS[2], REPORTS[0]], encode)
    assert sorted(story.documents) == ["doc:a", "doc:c", "doc:d"]
    assert sorted(map(len, story.origins)) == [1, 2]
    assert len(story.derivations) == 3
    assert story.score == 0.0


KEYS = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1])


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda p: p[0] < p[1]), st.floats(0, 1), max_size=40)
)
def test_linkage_parts_every_member_into_one_group(pairs: dict[tuple[int, int], float]) -> None:
    groups = link(12, pairs, 0.4)
    assert sorted(i for g in groups for i in g) == list(range(12))
    assert groups == link(12, dict(reversed(list(pairs.items()))), 0.4)
