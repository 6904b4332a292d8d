"""Who took from whom: passages, partial copies, wires behind third prints, eight kinds of evidence; origins of a point."""

from dataclasses import replace
from datetime import date

import pytest

from conftest import make_document
from lake_reports import BAKERY, HARVEST, OWN, SUMMIT, WEATHER, reading
from rashomon.exports.derivations import derivation_phrase, origins_phrase
from rashomon.records import Defect, DefectKind, Derivation, Document, Precision, Relation, Span, Story, When
from rashomon.stories.derivations import find_derivations
from rashomon.stories.origins import find_origins, find_origins_of_words
from rashomon.stories.passages import common_passages, wording_of
from rashomon.stories.wires import credited_wires

MIXED = f"{OWN}\n{SUMMIT.splitlines()[0]}\n{SUMMIT.splitlines()[2]}"


def document(name: str, text: str, day: date | None = date(2024, 5, 6), outlet: str | None = None, **fields: object) -> Document:
    return replace(reading(name, text, day).document, outlet=outlet, **fields)


def pair(one: Document, other: Document) -> Derivation:
    (found,) = find_derivations([one, other])
    return found


def test_two_reports_of_one_outlet_are_two_origins_in_one_outlet() -> None:
    first, second = document("doc:a", SUMMIT, outlet="outlet:lake-post"), document("doc:b", OWN, outlet="outlet:lake-post")
    copy = document("doc:c", SUMMIT, date(2024, 5, 8), outlet="outlet:star")
    derivations = find_derivations([first, second, copy])
    origins = find_origins(("doc:a", "doc:b", "doc:c"), derivations)
    story = Story("sto:1", ("doc:a", "doc:b", "doc:c"), "", None, (), derivations, origins)
    assert origins == (("doc:a", "doc:c"), ("doc:b",))
    assert origins_phrase(story, [first, second, copy]) == "2 independent origins in 1 outlet"
    assert origins_phrase(story, [first, replace(second, outlet=None), copy]) == "2 independent origins"


def test_passages_tell_whose_voice_they_are_in() -> None:
    left = wording_of(document("doc:a", "The mayor said the old bridge over the river will be closed for good."))
    right = wording_of(document("doc:b", 'He read aloud: "the old bridge over the river will be closed" and left.'))
    (found,) = common_passages(left, right)
    assert (found.length, found.own, found.lifted_left, found.lifted_right) == (9, 0, 0, 9)


def test_wire_copy_inside_a_longer_piece_is_a_copy_in_part() -> None:
    found = pair(document("doc:a", SUMMIT), document("doc:mixed", MIXED, date(2024, 5, 7)))
    assert found.relation is Relation.COPY
    assert found.source == "doc:a"


def test_who_takes_over_a_passage_is_still_an_origin() -> None:
    line, second = SUMMIT.splitlines()[:2]
    long = document("doc:long", "\n".join([OWN.replace("ferries", "boats"), HARVEST, line, second]))
    other = document("doc:other", "\n".join([line, second, *WEATHER.splitlines()]))
    found = pair(long, other)
    assert (found.relation, found.partial) == (Relation.SHARED_WIRE, True)
    assert find_origins(("doc:long", "doc:other"), [found]) == (("doc:long",), ("doc:other",))
    assert len(find_origins_of_words({"doc:long": line, "doc:other": line}, [found])) == 1
    assert len(find_origins_of_words({"doc:long": HARVEST, "doc:other": SUMMIT}, [found])) == 2


def test_half_a_text_in_common_is_a_third_texts_and_most_of_it_a_copy() -> None:
    lines = SUMMIT.splitlines()
    whole = document("doc:a", SUMMIT, None)
    found = {
        kept: pair(whole, document("doc:b", "\n".join([*lines[:kept], *added]), None))
        for kept, added in ((2, WEATHER.splitlines()[:2]), (len(lines), WEATHER.splitlines()[:1]))
    }
    assert (found[2].relation, found[2].partial) == (Relation.SHARED_WIRE, False)
    assert derivation_phrase(found[2], {"doc:a": "A", "doc:b": "B"}) == "A and B hold one text, and neither says whose it is"
    assert found[len(lines)].relation is Relation.COPY


def test_the_same_quotations_in_each_ones_own_telling_are_no_copy() -> None:
    quoted = [f'"{line}"' for line in (*BAKERY.splitlines(), *OWN.splitlines()[:2])]
    told = [f"The mayor read out a letter to the council. {quoted[0]}", *quoted[1:], *WEATHER.splitlines(), HARVEST]
    other = ["Councillors heard a letter on Tuesday night.", *quoted, *OWN.splitlines()[2:], SUMMIT]
    borrowed = "\n".join(HARVEST.splitlines()[:3])
    found = pair(document("doc:a", "\n".join(told), None), document("doc:b", "\n".join([*other, borrowed]), None))
    assert found.relation is Relation.REWRITE


def test_short_passages_without_a_credit_are_of_a_third_text() -> None:
    line, second = SUMMIT.splitlines()[:2]
    long = document("doc:long", "\n".join([OWN.replace("ferries", "boats"), HARVEST, line, second]))
    other = document("doc:other", "\n".join([line, second, *WEATHER.splitlines(), *BAKERY.splitlines()]))
    found = pair(long, other)
    assert (found.relation, found.source, found.partial) == (Relation.SHARED_WIRE, None, True)
    assert find_origins(("doc:long", "doc:other"), [found]) == (("doc:long",), ("doc:other",))


def test_two_prints_share_a_wire_that_only_a_third_names() -> None:
    credited = document("doc:c", f"BREGENZ (AP) - {SUMMIT}", outlet="outlet:herald")
    longer = f"{SUMMIT}\n{WEATHER.splitlines()[0]}"
    silent = [document("doc:a", SUMMIT, outlet="outlet:post"), document("doc:b", longer, outlet="outlet:star")]
    found = {d.documents: d for d in find_derivations([*silent, credited])}
    assert found["doc:a", "doc:b"].relation is Relation.SHARED_WIRE
    assert found["doc:a", "doc:b"].source is None
    assert pair(*silent).relation is Relation.COPY


def test_a_changed_headline_does_not_hide_a_copy() -> None:
    found = pair(
        document("doc:a", SUMMIT, title="Ministers meet"), document("doc:b", SUMMIT, title="You will not believe this lake")
    )
    assert (found.relation, found.partial) == (Relation.COPY, False)


A = document("doc:a", SUMMIT)
REPORT = Defect(DefectKind.LOST_WORDS, Span(0, 1), "made by hand", None, False, "test")
HOURS = [When(f"2024-05-06T{h}:00", "2024-05-06", date(2024, 5, 6), date(2024, 5, 6), A.published.precision, "metadata", "test")
         for h in ("08", "15") if A.published]  # fmt: skip
EVIDENCE = {
    "the agency itself": (replace(A, site="bigstory.ap.org"), document("doc:b", SUMMIT)),
    "an agency by its name": (replace(A, outlet="outlet:alpine-news-agency"), document("doc:b", SUMMIT)),
    "a credit in the text": (replace(A, outlet="outlet:bodensee-courier"), document("doc:b", f"{SUMMIT} (Bodensee Courier)")),
    "a press release": (document("doc:a", f"FOR IMMEDIATE RELEASE\n{SUMMIT}"), document("doc:b", SUMMIT)),
    "a forum": (A, document("doc:b", SUMMIT, site="lakes.blogspot.example", address="https://lakes.blogspot.example/1")),
    "marks of quotation": (
        document("doc:a", f"{SUMMIT}\n{HARVEST}"),
        document("doc:b", f'{SUMMIT}\n"{" ".join(HARVEST.split())}"'),
    ),
    "the day": (A, document("doc:b", SUMMIT, date(2024, 5, 9))),
    "the hour": (replace(A, published=HOURS[0]), replace(A, id="doc:b", published=HOURS[1])),
    "damage": (A, document("doc:b", SUMMIT, defects=(REPORT,))),
    "an excerpt": (A, document("doc:b", " ".join(SUMMIT.split()[:35]))),
}


@pytest.mark.parametrize("kind", EVIDENCE)
def test_each_kind_of_evidence_gives_the_direction(kind: str) -> None:
    source, taker = EVIDENCE[kind]
    for found in (pair(source, taker), pair(taker, source)):
        assert found.relation is Relation.COPY
        assert found.source == "doc:a", found.evidence
        assert found.evidence


def test_an_outlet_named_like_a_word_is_not_credited_by_that_word() -> None:
    times = replace(A, outlet="outlet:times")
    assert pair(times, document("doc:b", f"{SUMMIT}\nSometimes the ferries ran late. Times are hard.")).source is None
    assert pair(times, document("doc:b", f"{SUMMIT}\nThat is what the Times had learnt.")).source == "doc:a"


def test_nothing_to_tell_by_leaves_the_direction_open() -> None:
    found = pair(A, document("doc:b", SUMMIT))
    assert found.source is None
    assert "undecided" in found.evidence[-1]


def at(name: str, value: str) -> Document:
    day = date.fromisoformat(value[:10])
    return replace(A, id=name, published=When(value, value, day, day, Precision.TIME, "metadata", "test"))


@pytest.mark.parametrize(
    ("one", "other", "source"),
    [
        ("2022-04-05T10:00+02:00", "2022-04-05T09:00+00:00", "doc:a"),  # 08:00 and 09:00 in Greenwich
        ("2022-04-05T23:30-05:00", "2022-04-06T01:00+02:00", "doc:b"),  # the earlier hour has the later day
        ("2022-04-05T10:00+02:00", "2022-04-05T08:00+00:00", None),
        ("2022-04-05T10:00", "2022-04-05T11:00+00:00", None),  # nobody knows where it was ten
        ("2022-04-05T10:00", "2022-04-06T11:00+00:00", "doc:a"),
        ("2022-04-05TMO", "2022-04-05T18:00", None),
    ],
)
def test_hours_of_two_zones_are_compared_as_moments(one: str, other: str, source: str | None) -> None:
    assert pair(at("doc:a", one), at("doc:b", other)).source == source


def test_names_and_offices_in_common_make_no_copy() -> None:
    names = "Deputy Agriculture Minister Maria Isabel Contreras of the Republic of San Marcos"
    one = document("doc:a", f"Frost took most of the almonds this year. {names} walked through ruined orchards with growers.")
    other = document("doc:b", f"Growers shouted when {names} refused to name a sum. Insurers have yet to send anybody at all.")
    assert pair(one, other).relation is Relation.INDEPENDENT


@pytest.mark.parametrize(("house", "wires"), [("NW", set()), ("Reuters", {"reuters"})])
def test_a_house_of_its_own_in_the_dateline_is_not_taken_for_reuters(house: str, wires: set[str]) -> None:
    text = f"OSLO, May 3 ({house}) - The ferry sank.\n\n(Reporting by Kari Nord; Editing by Ola Vik)"
    assert credited_wires(make_document(text, date(2024, 5, 3))) == wires
