"""Derivations: copies, cuts, wires, rewrites and their direction; no circle among them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lake_reports import BAKERY, HARVEST, OWN, SUMMIT, WEATHER, reading
from rashomon.exports.derivations import evidence_phrase
from rashomon.records import Derivation, Document, Relation
from rashomon.stories.derivations import _pairs, find_derivations
from rashomon.stories.origins import MOST, find_origins, find_origins_of_words
from rashomon.stories.traces import trace_of
from rashomon.stories.wires import credited_wires, own_wire

REWORDED = """Alpine League ministers met in Bregenz on Monday in order to end the dispute about ferries on Lake Constance.
Chancellor Ruth Amann, the host, stated that the ferries will be sailing again prior to summer.
Tyrol and Ticino delegates requested a shared fund of 40 million francs.
The vote about the fund is scheduled for the meeting's second day in Bregenz."""


def derive(*documents: Document) -> tuple[Derivation, ...]:
    return find_derivations(documents)


def document(name: str, text: str, day: date = date(2024, 5, 6), outlet: str | None = None) -> Document:
    return replace(reading(name, text, day).document, outlet=outlet)


def test_a_cut_copy_is_a_copy_and_the_earlier_report_its_source() -> None:
    cut = document("doc:cut", "\n".join(SUMMIT.splitlines()[:3]), date(2024, 5, 8))
    (found,) = derive(document("doc:whole", SUMMIT), cut)
    assert (found.relation, found.source) == (Relation.COPY, "doc:whole")
    assert found.evidence


def test_two_prints_of_one_wire_share_it_and_neither_took_from_the_other() -> None:
    text = f"BREGENZ (Reuters) - {SUMMIT}"
    (found,) = derive(document("doc:a", text, outlet="outlet:post"), document("doc:b", f"{text}\n{HARVEST}", outlet="outlet:star"))
    assert (found.relation, found.source) == (Relation.SHARED_WIRE, None)


def test_one_text_from_end_to_end_is_a_copy_whosever_it_is() -> None:
    text = f"BREGENZ (Reuters) - {SUMMIT}"
    later = document("doc:b", text + "\nMore follows.", date(2024, 5, 7), outlet="outlet:star")
    (found,) = derive(document("doc:a", text, outlet="outlet:post"), later)
    assert (found.relation, found.source) == (Relation.COPY, None)
    assert any("reuters" in said for said in found.evidence)


def test_a_print_of_the_wire_is_a_copy_of_the_wire_itself() -> None:
    text = f"BREGENZ (Reuters) - {SUMMIT}"
    (found,) = derive(document("doc:a", text, outlet="outlet:post"), document("doc:w", text, outlet="www.reuters.com"))
    assert (found.relation, found.source) == (Relation.COPY, "doc:w")


WIRE = """BREGENZ, May 6 (Lake Wire) - Ministers of the Alpine League agreed on Monday on a fund of 40 million francs for ferries.
The ferries, tied up since a boiler burst in February and scalded nine sailors, will sail again in June, Chancellor Ruth Amann said.
Ticino refused until midnight to pay more than a twelfth, diplomats said. It gave way when Tyrol offered to lend it two icebreakers.
Passengers had walked 14 kilometres across the frozen lake in March. Two brothers from Lindau went through the ice and drowned."""
BY_HAND = """From our lake correspondent
Nobody will have to walk over ice again, it seems. After a night of haggling the League has found the francs, 40 million of them.
Until twelve Ticino would hear of nothing above one twelfth. Two icebreakers, lent by Tyrol, brought it round, say diplomats.
The boats have lain still since February, when nine sailors were scalded by a burst boiler. In June they will be back,
 according to Ruth Amann, the chancellor. It comes too late for two brothers from Lindau. In March, when passengers went the
 14 kilometres over the frozen lake on foot, they drowned.""".replace("\n ", " ")


def test_the_evidence_says_which_report_it_means() -> None:
    wire = document("doc:wire", f"BREGENZ (Lagoon Wire) - {SUMMIT}", outlet="outlet:lagoon-wire")
    (found,) = derive(document("doc:post", SUMMIT, outlet="outlet:post"), wire)
    told = evidence_phrase(found, {"doc:wire": "A", "doc:post": "B"})
    assert "A is the agency's own print (lagoon-wire), and B holds its text" in told


def test_a_wire_told_again_by_hand_is_a_rewrite_and_its_tellings_share_it() -> None:
    wire = document("doc:w", WIRE, outlet="lakewire.example")
    by_hand = document("doc:h", BY_HAND, date(2024, 5, 7))
    cut = document("doc:c", "\n".join(WIRE.splitlines()[2:]), date(2024, 5, 7))
    told = {d.documents: d for d in derive(wire, by_hand, cut)}
    assert (told["doc:w", "doc:h"].relation, told["doc:w", "doc:h"].source) == (Relation.REWRITE, "doc:w")
    assert told["doc:w", "doc:c"].relation is Relation.COPY
    assert told["doc:h", "doc:c"].relation is Relation.SHARED_WIRE


def test_two_parts_of_one_text_that_credit_its_agency_share_it() -> None:
    lines = WIRE.replace("(Lake Wire) - ", "").splitlines()
    first = document("doc:a", "\n".join([*lines[:2], "Indus Press Agency"]), outlet="outlet:post")
    second = document("doc:b", "\n".join([*lines[2:], "(Indus Press Agency)"]), outlet="outlet:star")
    (found,) = derive(first, second)
    assert found.relation is Relation.SHARED_WIRE
    (later,) = derive(first, replace(second, published=document("doc:x", "", date(2024, 6, 6)).published))
    assert later.relation is Relation.INDEPENDENT


def test_a_machine_reworded_report_is_a_rewrite() -> None:
    (found,) = derive(document("doc:a", SUMMIT), document("doc:r", REWORDED))
    assert found.relation is Relation.REWRITE


OWN_ACCOUNT = """Fishermen in Hard have tied up their boats since April, when the ferries stopped and the tourists with them.
Their spokesman, Urs Kolb, waited for the ministers at the quay in Bregenz with a basket of perch.
"Every week costs me nine hundred francs," he said. Chancellor Amann shook his hand and promised that the ferries would sail.
The delegates had trout for dinner. What the fund of 40 million francs is to pay for, nobody could tell him."""


@pytest.mark.parametrize("other", [HARVEST, OWN_ACCOUNT])
def test_own_words_are_independent(other: str) -> None:
    (found,) = derive(document("doc:a", SUMMIT), document("doc:b", other))
    assert found.relation is Relation.INDEPENDENT


def test_a_statement_that_both_quote_makes_no_copy() -> None:
    quoted = '"We will not leave this lake without ferries for another summer, whatever it may cost the members of this League."'
    (found,) = derive(
        document("doc:a", f"{SUMMIT}\n{quoted} Amann said."), document("doc:b", f"{HARVEST}\nFar away, Amann added: {quoted}")
    )
    assert found.relation is Relation.INDEPENDENT


def has_circle(derivations: Sequence[Derivation]) -> bool:
    above: dict[str, set[str]] = {}
    for d in derivations:
        if d.source is not None:
            taker = next(x for x in d.documents if x != d.source)
            above.setdefault(taker, set()).add(d.source)
    for start in above:
        seen, stack = set(), list(above[start])
        while stack:
            one = stack.pop()
            if one == start:
                return True
            if one not in seen:
                seen.add(one)
                stack += above.get(one, ())
    return False


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([SUMMIT, SUMMIT[:250], REWORDED, HARVEST]), st.integers(1, 5)), min_size=2, max_size=6))
def test_directions_never_make_a_circle(drawn: list[tuple[str, int]]) -> None:
    documents = [document(f"doc:{i}", text, date(2024, 5, day)) for i, (text, day) in enumerate(drawn)]
    derivations = derive(*documents)
    assert not has_circle(derivations)
    origins = find_origins([d.id for d in documents], derivations)
    assert sorted(x for o in origins for x in o) == sorted(d.id for d in documents)


BOILERPLATE = "All rights reserved by those who print this paper."
ORGAN = """The organ of Rorschach has been silent since moths were found in its bellows, and the choir sings to a piano.
A builder from Alsace wants 90,000 francs to mend it; the parish has put aside a quarter of that from two bazaars.
Children carried the smallest pipes through the streets on Saturday with a tin for coins hung from each."""
OTHERS = (HARVEST, OWN, WEATHER, BAKERY, ORGAN)


def test_sixty_one_copies_of_one_text_are_one_origin() -> None:
    told = [document(f"doc:{i}", SUMMIT, date(2024, 5, 1 + i % 9)) for i in range(MOST + 1)]
    derivations = derive(*told)
    assert len(find_origins([d.id for d in told], derivations)) == 1
    assert len(derivations) < 2 * len(told)
    some = dict.fromkeys((d.id for d in told[1::7]), "said")  # not among them the one that all were laid beside
    assert len(find_origins_of_words(some, derivations)) == 1
    assert not has_circle(derivations)


def test_copies_cut_and_lengthened_are_one_origin_and_boilerplate_joins_nobody() -> None:
    lines = SUMMIT.splitlines()
    told = [SUMMIT, "\n".join(lines[:3]), "\n".join(lines[1:]), "\n".join([*lines, "More follows."])] * 20
    texts = [*told[:40], *OTHERS, *told[40:]]
    documents = [document(f"doc:{i}", f"{text}\n{BOILERPLATE}", date(2024, 5, 1 + i % 9)) for i, text in enumerate(texts)]
    derivations = derive(*documents)
    origins = find_origins([d.id for d in documents], derivations)
    assert sorted(map(len, origins)) == [1] * len(OTHERS) + [80]
    assert not has_circle(derivations)


def test_boilerplate_of_thousands_costs_no_more_than_some_pairs_each() -> None:
    told = [trace_of(document(f"doc:{i}", f"{BOILERPLATE} {' '.join(f'w{i}x{n}' for n in range(9))}")) for i in range(2000)]
    assert len(list(_pairs(told))) < 2 * len(told)


def test_credits_are_read_and_citations_are_not() -> None:
    assert credited_wires(document("doc:a", "PARIS (AFP) - Rain fell.\nIt was cold.")) == {"afp"}
    assert credited_wires(document("doc:a", "A minister spoke to reporters after Reuters had seen the letter.")) == frozenset()
    assert own_wire(document("doc:a", "x", outlet="www.reuters.com")) == "reuters"
