"""Quotation marks, well and badly set; and the property that no mangling of them breaks anything."""

import itertools
import random
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import make_document
from rashomon.attributions import find_attributions
from rashomon.attributions.quotations import find_quotations
from rashomon.records import Span
from rashomon.sentences import parse_documents


def inner(text: str) -> list[str]:
    paragraphs = [Span(*m.span()) for m in re.finditer(r"(?:[^\n]|\n(?!\n))+", text)]
    return [q.inner.of(text) for q in find_quotations(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said “yes" and "no”.', ["yes", "no"]),
        ("He said ''yes'' and ``no''.", ["yes", "no"]),
        ("He said ““yes”” and left.", ["yes"]),
        ("He said «yes» and left.", ["yes"]),
        ("He said “yes. He left. Then he came.", ["yes."]),
        ("Nobody came. We will win,” he said.", ["We will win,"]),
        ("The firms' plan wasn't the minister's.", []),
        ("A ‘turning point’ for the firms’ owners", ["turning point"]),
        ("It's 'quite clear' that it isn't.", ["quite clear"]),
        ("“One.\n\n“Two.”\n\nThree.", ["One.", "Two."]),
        ("“One. He left.\n\nTwo. He came.", ["One."]),
        ("”“ ” ’ ‘", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_long_line_of_marks_is_read_in_no_time() -> None:
    for mark in ('"', "“", "”", "'", "' a'b", "‘a’b "):
        text = mark * 20_000
        assert isinstance(find_quotations(text, [Span(0, len(text))]), tuple)


REPORTS = (
    "“The harbour stays open,” Dahl said. “Nobody told us to close it.”\n\nThe envoy called the plan “a bad joke” and left.",
    'Officials said the embassy\'s "grey list" was long. "It is not," the envoy replied, "and you know it."\n\n"Go on," he said.',
    "Mayor: “We won.\n\n“We won again.\n\n“And we'll win.”\n\nThe ‘old guard’ refused to condemn the ''raid''.",
)
MARKS = "“”\"'‘’«»"


def mangled(text: str, seed: int) -> str:
    """Quotation marks deleted, doubled, swapped or put in at random."""
    chance = random.Random(seed)
    out = []
    for c in text:
        if c in MARKS:
            out.append(chance.choice(["", c, c, c + c, chance.choice(MARKS), c + " "]))
        else:
            out.append(c + (chance.choice(MARKS) if chance.random() < 0.01 else ""))
    return "".join(out)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(which=st.sampled_from(REPORTS), seed=st.integers(0, 10**9))
def test_mangled_marks_do_no_harm(which: str, seed: int, parser: Any) -> None:
    document = make_document(mangled(which, seed))
    ((_, sentences),) = parse_documents([document], parser)
    paragraphs = [Span(*m.span()) for m in re.finditer(r"(?:[^\n]|\n(?!\n))+", document.text)]
    ids = set()
    for found in find_attributions(document, sentences, ()):
        assert found.id not in ids
        ids.add(found.id)
        for span in (*found.content, *found.cue, *(h.span for h in found.holders)):
            assert 0 <= span.start < span.end <= len(document.text)
            # Every piece lies in one paragraph: damage does not run on.
            assert sum(p.overlaps(span) for p in paragraphs) == 1


@given(text=st.text(alphabet="ab ,.?!:\n“”\"'‘’«»—", max_size=300))
def test_any_marks_give_disjoint_spans_in_the_text(text: str) -> None:
    paragraphs = [Span(*m.span()) for m in re.finditer(r"(?:[^\n]|\n(?!\n))+", text)]
    found = find_quotations(text, paragraphs)
    for quotation in found:
        assert quotation.span.holds(quotation.inner)
        assert any(p.holds(quotation.span) for p in paragraphs)
    for one, other in itertools.pairwise(found):
        assert one.span.end <= other.span.start
