"""The title of a story: the headline whose words most of its reports use."""

from dataclasses import replace
from datetime import date

import pytest

from lake_reports import SUMMIT, SUMMIT_TOLD_AGAIN, encode, reading
from rashomon.records import Reading
from rashomon.stories.gists import Gist, gists_of
from rashomon.stories.titles import choose_title

PLAIN = "Alpine League ministers meet on Lake Constance ferries"


def headed(name: str, text: str, title: str, day: date) -> Reading:
    one = reading(name, text, day)
    return replace(one, document=replace(one.document, title=title))


def gists(*readings: Reading) -> list[Gist]:
    return [gist for own in gists_of(readings, encode) for gist in own]


ALONE = (("doc:a",), ("doc:b",), ("doc:c",))
OTHERS = ("Amann humbles smugglers' gang", "Press release 118-04", "Amann: the ferries on Lake Constance will sail again", "")


@pytest.mark.parametrize("other", OTHERS)
def test_the_headline_in_common_words_is_taken_before_one_sides_own(other: str) -> None:
    one = headed("doc:a", SUMMIT, other, date(2024, 5, 6))
    two = headed("doc:b", SUMMIT_TOLD_AGAIN, PLAIN, date(2024, 5, 7))
    three = headed("doc:c", SUMMIT, "", date(2024, 5, 7))
    assert choose_title(gists(one, two, three), ALONE) == PLAIN
    assert choose_title(gists(three, two, one), ALONE) == PLAIN


def test_of_equal_headlines_the_earliest_is_taken_and_a_report_alone_keeps_its_own() -> None:
    one, two = headed("doc:b", SUMMIT, "Frost in Spain", date(2024, 5, 6)), headed("doc:a", SUMMIT, "Spain frost", date(2024, 5, 7))
    assert choose_title(gists(two, one), ALONE) == "Frost in Spain"
    assert choose_title(gists(two), ALONE) == "Spain frost"


def test_copies_of_one_sides_headline_do_not_outvote_the_others() -> None:
    copies = [headed(f"doc:{n}", SUMMIT, "Amann humbles smugglers", date(2024, 5, 6)) for n in range(5)]
    others = [headed("doc:a", SUMMIT_TOLD_AGAIN, PLAIN, date(2024, 5, 7)), headed("doc:b", SUMMIT_TOLD_AGAIN, "", date(2024, 5, 7))]
    origins = (tuple(f"doc:{n}" for n in range(5)), ("doc:a",), ("doc:b",))
    assert choose_title(gists(*copies, *others), origins) == PLAIN
