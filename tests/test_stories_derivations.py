"""Derivations: copies, cuts, wires, rewrites and their direction; no circle among them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lake_reports import HARVEST, SUMMIT, SUMMIT_TOLD_AGAIN, reading
from rashomon.records import Derivation, Document, Relation
from rashomon.stories.derivations import find_derivations
from rashomon.stories.origins import find_origins
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
    (found,) = derive(
        document("doc:a", text, outlet="outlet:post"), document("doc:b", text + "\nMore follows.", outlet="outlet:star")
    )
    assert (found.relation, found.source) == (Relation.SHARED_WIRE, None)


def test_a_print_of_the_wire_is_a_copy_of_the_wire_itself() -> None:
    text = f"BREGENZ (Reuters) - {SUMMIT}"
    (found,) = derive(document("doc:a", text, outlet="outlet:post"), document("doc:w", text, outlet="www.reuters.com"))
    assert (found.relation, found.source) == (Relation.COPY, "doc:w")


def test_a_machine_reworded_report_is_a_rewrite() -> None:
    (found,) = derive(document("doc:a", SUMMIT), document("doc:r", REWORDED))
    assert found.relation is Relation.REWRITE


@pytest.mark.parametrize("other", [HARVEST, SUMMIT_TOLD_AGAIN])
def test_own_words_are_independent(other: str) -> None:
    (found,) = derive(document("doc:a", SUMMIT), document("doc:b", other))
    assert found.relation is Relation.INDEPENDENT


def test_a_statement_that_both_quote_makes_no_copy() -> None:
    quoted = '"We will not leave this lake without ferries for another summer, whatever it may cost the members of this League."'
    (found,) = derive(
        document("doc:a", f"{SUMMIT}\n{quoted} Amann said."), document("doc:b", f"{HARVEST}\nFar away, Amann added: {quoted}")
    )
    assert found.relation is Relation.INDEPENDENT


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([SUMMIT, SUMMIT[:250], REWORDED, HARVEST]), st.integers(1, 5)), min_size=2, max_size=6))
def test_directions_never_make_a_circle(drawn: list[tuple[str, int]]) -> None:
    documents = [document(f"doc:{i}", text, date(2024, 5, day)) for i, (text, day) in enumerate(drawn)]
    derivations = derive(*documents)
    above: dict[str, set[str]] = {}
    for d in derivations:
        if d.source is not None:
            taker = next(x for x in d.documents if x != d.source)
            above.setdefault(taker, set()).add(d.source)
    for start in above:
        seen, stack = set(), list(above[start])
        while stack:
            one = stack.pop()
            assert one != start
            if one not in seen:
                seen.add(one)
                stack += above.get(one, ())
    origins = find_origins([d.id for d in documents], derivations)
    assert sorted(x for o in origins for x in o) == sorted(d.id for d in documents)


def test_credits_are_read_and_citations_are_not() -> None:
    assert credited_wires(document("doc:a", "PARIS (AFP) - Rain fell.\nIt was cold.")) == {"afp"}
    assert credited_wires(document("doc:a", "A minister spoke to reporters after Reuters had seen the letter.")) == frozenset()
    assert own_wire(document("doc:a", "x", outlet="www.reuters.com")) == "reuters"
