"""One utterance in several reports: with both marks, with one, without any, as indirect speech; titles are nobody's words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lake_reports import encode
from rashomon.comparisons.quotations import shared_quotations
from rashomon.comparisons.quotes import find_quotes, held
from rashomon.records import Reading, SharedQuotation
from tellings import read


def quoted(texts: list[str], parser: Any, tables: Any) -> list[list[str]]:
    return [[v.text for v in row.variants] for row in rows_of(texts, parser, tables)]


def rows_of(texts: list[str], parser: Any, tables: Any) -> tuple[SharedQuotation, ...]:
    return shared_quotations(read(texts, parser, tables), encode)


def words_between_marks(text: str, parser: Any, tables: Any) -> list[str]:
    (reading,) = read([text], parser, tables)
    return [q.text for q in find_quotes(0, reading)]


def test_each_sentence_of_a_quotation_is_followed_by_itself(parser: Any, tables: Any) -> None:
    text = 'The mayor said: "The harbour belongs to the town. The dredging will go on until spring."'
    one, other = rows_of([text, text + " He left."], parser, tables)
    assert {one.change, other.change} == {"same"}
    assert {v.text for v in (*one.variants, *other.variants)} == {
        '"The harbour belongs to the town.',
        'The dredging will go on until spring."',
    }


def test_a_quotation_that_runs_on_in_the_next_paragraph_needs_no_closing_mark(parser: Any, tables: Any) -> None:
    texts = [
        "Mayor Oleh Petrenko said: “The quay was flooded within an hour.\n\n“Nobody had closed the lower gates.”",
        "“The quay was flooded within an hour,” Petrenko said.",
    ]
    assert quoted(texts, parser, tables) == [["“The quay was flooded within an hour.", "“The quay was flooded within an hour,”"]]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ('She said: "We closed the gates at noon. "The water rose all night."', 2),  # the first mark is never closed
        ('"We asked the U.N. Security Council for help," she said.', 1),
        ("The police called the fire `` deeply suspicious ''.", 1),
        ("''Nobody closed the lower gates. The water rose all night,'' she said.", 2),
        ("'Nobody closed the drivers' gate and it wasn't locked,' she said. 'Not once. I asked them.'", 3),
        ("‘ We ’ ll open the lower gates at noon. ’ So she said on the guards’ radio.", 1),
        ("The guards' boats and the pilots' boats of the '90s are gone.", 0),
        ("She spoke on the programme “Morning in Lviv.”", 0),
    ],
)
def test_marks_and_stops(text: str, sentences: int, parser: Any, tables: Any) -> None:
    assert len(words_between_marks(text, parser, tables)) == sentences


def test_a_quotation_that_its_speaker_interrupts_is_one(parser: Any, tables: Any) -> None:
    whole = '"We can open the gates today and keep the harbour dry for our children," Petrenko said.'
    parted = '"We can open the gates today," Petrenko said, "and keep the harbour dry for our children." He left.'
    (row,) = rows_of([whole, parted], parser, tables)
    assert row.variants[1].text == '"We can open the gates today," Petrenko said, "and keep the harbour dry for our children."'
    assert row.change == "same"


@pytest.mark.parametrize(
    "text",
    [
        '"We can open the gates today," Petrenko said. "Keep the harbour dry for our children."',
        '"We can open the gates today." Petrenko said "and keep the harbour dry for our children."',
    ],
)
def test_two_quotations_are_not_one(text: str, parser: Any, tables: Any) -> None:
    assert len(words_between_marks(text, parser, tables)) == 2


@pytest.mark.parametrize(
    ("sayer", "before", "change"),
    [("Maria Bondar", "", "reattributed"), ("Maria Bondar", "Oleh Petrenko stood beside her. ", "same"), ("Petrenko", "", "same")],
)
def test_another_sayer_is_another_person_who_is_named_alone(sayer: str, before: str, change: str, parser: Any, tables: Any) -> None:
    said = "“The lower gates of the harbour were left open all night,”"
    (row,) = rows_of([f"{said} Oleh Petrenko said on Monday.", f"{before}{said} {sayer} said on Monday."], parser, tables)
    assert row.change == change


def test_words_quoted_here_stand_without_marks_there(parser: Any, tables: Any) -> None:
    texts = [
        '"The lower gates of the lock were left open all night," the harbour master said.',
        "It rained. In his notice: the lower gates of the lock were left open all night. Nobody answered.",
    ]
    (row,) = rows_of(texts, parser, tables)
    assert row.variants[1].text == "the lower gates of the lock were left open all night"
    assert row.change == "same"


def test_indirect_speech_of_one_speaker_is_the_quotation_reworded(parser: Any, tables: Any) -> None:
    texts = [
        '"I never questioned the loyalty of the harbour guards," Oleh Petrenko said on Monday.',
        "Oleh Petrenko said that he had not questioned the loyalty of the guards.",
        "Maria Bondar said that he had not questioned the loyalty of the guards.",
    ]
    readings = read(texts, parser, tables)
    (row,) = shared_quotations(readings, encode)
    assert [v.document for v in row.variants] == [r.document.id for r in readings[:2]]
    assert row.change == "reworded"


def test_a_term_that_is_quoted_again_is_told_once(parser: Any, tables: Any) -> None:
    said = "a winter of shame and hunger on the quays"
    text = f"The mayor called it “{said}” for the town. Nobody, she said, forgets “{said}.”"
    assert len(rows_of([text, text.replace("Nobody", "No one")], parser, tables)) == 1


def test_a_report_stands_in_a_row_once_and_the_likest_words_meet(parser: Any, tables: Any) -> None:
    texts = [
        'Petrenko said: "We want him gone. We do not like him and we want him gone from the harbour."',
        'Petrenko said: "We do not like him and we want him gone from the harbour."',
    ]
    (row,) = rows_of(texts, parser, tables)
    assert row.change == "same"


def test_what_stands_between_marks_within_a_speech_is_shown_for_it(parser: Any, tables: Any) -> None:
    texts = [
        "The minister said the dredging of the lower harbour was “a gift to the smugglers” of the coast.",
        "“A gift to the smugglers,” the minister called the dredging.",
    ]
    assert quoted(texts, parser, tables) == [["“a gift to the smugglers”", "“A gift to the smugglers,”"]]


def test_one_rare_word_between_marks_is_followed_and_an_empty_one_is_not(parser: Any, tables: Any) -> None:
    assert words_between_marks('She called it "disgraceful" and said "no" to it.', parser, tables) == ['"disgraceful"']


def test_the_order_of_reports_makes_no_odds(parser: Any, tables: Any) -> None:
    readings = read(
        [
            'Petrenko said: "The lower gates were left open. Nobody had asked the guards of the harbour."',
            "Petrenko said that the lower gates had been left open by the guards.",
            'The "lower gates were left open," according to Oleh Petrenko, who spoke on Monday.',
        ],
        parser,
        tables,
    )

    def places(order: list[Reading]) -> set[frozenset[tuple[str, int]]]:
        return {frozenset((v.document, v.span.start) for v in row.variants) for row in shared_quotations(order, encode)}

    assert places(readings) == places(readings[::-1]) != set()


def test_no_two_rows_stand_on_one_place(parser: Any, tables: Any) -> None:
    text = "The mayor said the strike was “a winter of shame” and “a summer of fear” for the whole town."
    rows = rows_of([text, text.replace("whole", "old"), text + " He left."], parser, tables)
    spans = [(v.document, v.span) for row in rows for v in row.variants]
    assert rows and not any(d == e and s.overlaps(t) for k, (d, s) in enumerate(spans) for e, t in spans[:k])


WORDS = st.lists(st.sampled_from("the harbour guards left all gates open at noon".split()), min_size=1, max_size=12).map(tuple)


@given(WORDS, WORDS)
def test_what_is_held_is_a_share_and_has_no_side(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert 0.0 <= held(one, other) <= 1.0
    assert held(one, one) == 1.0
    assert held(one, one + other) == 1.0


def test_no_reading_gives_no_row() -> None:
    nobody: list[Reading] = []
    assert shared_quotations(nobody, encode) == ()
