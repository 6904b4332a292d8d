"""Grouping in one pass: any order, stable ids, digests in several stories, background linked, phases; gists as bytes."""

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lake_reports import HARVEST, SUMMIT, SUMMIT_TOLD_AGAIN, encode, reading
from rashomon.records import Event, EventType, Precision, Reading, Span, Status, When
from rashomon.stories import group_stories
from rashomon.stories.bags import WORD, bag_of
from rashomon.stories.commonness import SHARE
from rashomon.stories.digests import sections
from rashomon.stories.gists import Gist, gists_of, pack, unpack, weights, word_number
from rashomon.stories.grouping import Grouping
from rashomon.stories.linkage import link
from rashomon.stories.neighbours import HOLDERS, MOST, _Bags

FLOOD = """Rivers in northern Luzon burst their banks on Sunday after three days of rain, and 12,000 people left their homes.
The mayor of Tuguegarao, Lina Ocampo, said two bridges over the Cagayan were closed and that rice stores stood in the water.
Soldiers brought food to villages around Tuguegarao by boat, and schools will stay shut until Thursday."""
STRIKE = """Dockers in Valparaiso stopped work on Tuesday over a plan to hand the port's night shift to a private firm.
Their leader, Marta Quiroz, said that no ship would be unloaded before the port authority took the plan back.
Fruit exporters in Valparaiso warned that cherries worth 20 million dollars would rot in the containers."""
DIGEST = f"""LUZON: {" ".join(FLOOD.split())}
VALPARAISO: {" ".join(STRIKE.split())}
EXTREMADURA: {" ".join(HARVEST.split())}"""
BACKGROUND = """For sixty years ferries have carried people over Lake Constance, and for sixty years towns have argued about them.
A look back at the ferries of the Alpine League's lake: built in Bregenz, painted in Tyrol, sold, scrapped and loved.
Ruth Amann's father was once a stoker on one of them."""


def grouped(readings: list[Reading]) -> list[list[str]]:
    return sorted(sorted(story.documents) for story in group_stories(readings, encode))


def test_a_digest_belongs_to_each_story_it_tells() -> None:
    readings = [reading("doc:a", FLOOD), reading("doc:b", STRIKE), reading("doc:c", SUMMIT), reading("doc:digest", DIGEST)]
    assert len(sections(readings[3].document)) == 3
    found = grouped(readings)
    assert ["doc:a", "doc:digest"] in found
    assert ["doc:b", "doc:digest"] in found
    assert ["doc:c"] in found


def test_stories_that_a_digest_opens_have_ids_of_their_own() -> None:
    early = reading("doc:digest", DIGEST, date(2024, 5, 1))
    stories = group_stories([early, reading("doc:a", FLOOD), reading("doc:b", STRIKE)], encode)
    assert len({story.id for story in stories}) == len(stories) == 3


def test_a_report_with_paragraphs_on_one_thing_is_no_digest() -> None:
    assert sections(reading("doc:a", SUMMIT + "\n" + SUMMIT_TOLD_AGAIN).document) == ()
    listed = "\n".join(f"• {line}" for line in (SUMMIT + "\n" + SUMMIT_TOLD_AGAIN).split("\n"))
    assert sections(reading("doc:a", listed).document) == ()


def test_background_is_linked_and_not_merged() -> None:
    back = reading("doc:back", BACKGROUND)
    at = When("1964-06", "1964-06", date(1964, 6, 1), date(1964, 6, 30), Precision.MONTH, "explicit", "test")
    told = [
        Event(f"evt:{i}", "doc:back", 0, Span(0, 9), (Span(0, 3),), EventType.AGREE, (), (), Status.DONE, Status.DONE, when=at)
        for i in range(2)
    ]
    readings = [reading("doc:a", SUMMIT), reading("doc:b", SUMMIT_TOLD_AGAIN), replace(back, events=tuple(told))]
    home = {d: story for story in group_stories(readings, encode) for d in story.documents}
    assert home["doc:a"].documents == ("doc:a", "doc:b")
    assert "doc:back" in home["doc:a"].linked


def test_phases_part_where_days_go_by() -> None:
    days = [date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 12), None]
    readings = [reading(f"doc:{i}", SUMMIT, day) for i, day in enumerate(days)]
    (story,) = group_stories(readings, encode)
    assert story.phases == (("doc:0", "doc:1"), ("doc:2",), ("doc:3",))


TEXTS = st.sampled_from([SUMMIT, SUMMIT_TOLD_AGAIN, HARVEST, FLOOD, STRIKE, DIGEST, BACKGROUND, ""])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.one_of(st.none(), st.integers(0, 400))), max_size=9), st.randoms(use_true_random=False))
def test_stories_are_the_same_in_any_order(drawn: list[tuple[str, int | None]], chance: random.Random) -> None:
    start = date(2024, 1, 1)
    readings = [
        reading(f"doc:{i}", text, None if day is None else start + timedelta(days=day)) for i, (text, day) in enumerate(drawn)
    ]
    before = group_stories(readings, encode)
    chance.shuffle(readings)
    assert group_stories(readings, encode) == before
    assert {d for story in before for d in story.documents} == {r.document.id for r in readings}


def test_what_comes_later_joins_as_if_it_had_been_there() -> None:
    texts = [SUMMIT, HARVEST, SUMMIT_TOLD_AGAIN, FLOOD, STRIKE]
    gists = gists_of([reading(f"doc:{i}", text) for i, text in enumerate(texts)], encode)
    grouping = Grouping()
    grouping.add(gists[0])
    assert [group.documents for group in grouping.groups()] == [("doc:0",)]
    for own in (*gists[1:], *gists):
        grouping.add(own)
    assert sorted(group.documents for group in grouping.groups()) == [("doc:0", "doc:2"), ("doc:1",), ("doc:3",), ("doc:4",)]


def test_gists_survive_as_bytes() -> None:
    for own in gists_of([reading("doc:a", SUMMIT), reading("doc:b", DIGEST, None), reading("doc:c", "", None)], encode):
        assert unpack(pack(own)) == own
    assert unpack(b"of another make") == ()


def test_a_figure_at_the_end_of_a_sentence_is_the_same_word() -> None:
    words = bag_of(
        "", "Of 1,412 sailors, 412 drowned at 10:30. Nobody counted the sailors before; the list says 412. Or 412, or 411:"
    ).words
    assert set(filter(lambda word: word[0].isdigit(), words)) == {"1,412", "412", "10:30", "411"}
    assert all(WORD.fullmatch(word) for word in SHARE)


def test_words_of_one_number_are_one_word() -> None:
    """Else how like two reports are hangs on which of them comes first."""
    assert word_number("deter") == word_number("quell")
    one, other = (weights(bag, 4) for bag in ({"deter": 0.8, "quell": 0.5, "riot": 0.3}, {"riot": 0.9, "quell": 0.4}))
    bags = _Bags(4)
    for bag in (one, other):
        bags.append(*bag.arrays())
    (itself, forth), (back, _) = (bags.cosines(np.array([0, 1]), *bag.arrays()) for bag in (one, other))
    assert abs(itself - 1) < 0.001
    assert forth == back


def like(number: int, words: list[str]) -> Gist:
    vector = np.full(384, 384**-0.5, "<f2").tobytes()
    bag = weights(dict.fromkeys(words, 1.0), 128)
    return Gist(f"doc:{number:04}", 0, "", (date(2024, 5, 6),) * 2, None, (), False, bag, bag, vector)


def test_a_story_of_more_reports_than_anybody_is_compared_with_stays_one() -> None:
    """Each of a thousand like reports is laid beside a few others; that nobody knows the rest must not part them."""
    grouping = Grouping()
    count = 2 * HOLDERS + 200
    assert count > MOST
    for i in range(count):
        grouping.add((like(i, [f"w{j}" for j in range(30)] + [f"own{i}"]),))
    (group,) = grouping.groups()
    assert len(group.documents) == count


def test_partners_that_were_never_compared_do_not_count() -> None:
    """Eight members, each compared with two others: with all pairs in the mean they fall apart."""
    ring = {(min(i, (i + k) % 8), max(i, (i + k) % 8)): 0.9 for i in range(8) for k in (1, 2)}
    assert len(link(8, ring, 0.5)) > 1
    assert len(link(8, ring, 0.5, most=2)) == 1
