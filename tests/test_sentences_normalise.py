"""The text that the parser is given: blanks where a quotation mark is glued to a word, every offset led back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import make_document
from rashomon.attributions import find_attributions
from rashomon.sentences import parse_documents, parse_text
from rashomon.sentences.normalise import normalise

GLUED = [
    ("The envoy said,“Look at the bridge.”", "The envoy said, “Look at the bridge.”"),
    ("“Look at the bridge,”the envoy said.", "“Look at the bridge,” the envoy said."),
    ("She said:«Look»and left.", "She said: «Look» and left."),
    ('The envoy said,"Look at the bridge."', 'The envoy said, "Look at the bridge."'),
    ('"Look at the bridge,"Weiss said.', '"Look at the bridge," Weiss said.'),
    ('A 5"x3" board, and "no more".', 'A 5"x3" board, and "no more".'),
    ("The “bridge” of ’98.", "The “bridge” of '98."),
]


@pytest.mark.parametrize(("text", "mended"), GLUED)
def test_a_blank_on_the_outer_side_of_a_glued_mark(text: str, mended: str) -> None:
    assert normalise(text, 0, len(text)).text == mended


CAPITALS = [
    ("KENYA ACCUSES UGANDA OF SPYING", "kenya accuses uganda of spying"),
    ("U.S. TROOPS LEAVE CHAD AFTER TALKS", "U.S. troops leave chad after talks"),
    ("NATO and the EU met", "NATO and the EU met"),
    ("UN AID", "UN AID"),
]


@pytest.mark.parametrize(("text", "small"), CAPITALS)
def test_what_is_all_in_capitals_is_parsed_in_small_letters(text: str, small: str) -> None:
    normal = normalise(text, 0, len(text))
    assert (normal.text, normal.written) == (small, text)


def test_tokens_keep_the_letters_of_the_text(parser: Any) -> None:
    (sentence,) = parse_text("KENYA ACCUSES UGANDA OF SPYING", parser)
    assert [t.text for t in sentence.tokens] == ["KENYA", "ACCUSES", "UGANDA", "OF", "SPYING"]
    assert sentence.tokens[1].lemma == "accuse" and sentence.tokens[1].pos == "VERB"


@given(st.text(alphabet='aB1 .,:;\n\u00a0\u00ad’"“”«»„', max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_every_character_leads_back_to_its_own(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    normal = normalise(text, start, end)
    assert len(normal.origin) == len(normal.text) + 1
    assert list(normal.origin) == sorted(normal.origin)
    assert normal.origin[-1] == end
    kept = [(i, c) for i, c in enumerate(normal.written) if c != " "]
    assert all(normal.span(i, i + 1).of(text) == c or (c, text[normal.origin[i]]) == ("'", "’") for i, c in kept)
    assert [normal.origin[i] for i, _ in kept] == [i for i in range(start, end) if text[i] not in " \n\u00a0\u00ad"]


@pytest.mark.parametrize("marks", [",“ ”", ":“ ”", '," "'])
def test_an_opening_mark_glued_to_the_verb_leaves_the_speaker(marks: str, parser: Any) -> None:
    opening, closing = marks.split()
    text = f"The envoy said{opening}Look at the bridge before you sign anything.{closing}"
    document = make_document(text)
    ((_, sentences),) = parse_documents([document], parser)
    (found,) = find_attributions(document, sentences)
    assert [h.span.of(text) for h in found.holders] == ["The envoy"]
    assert [s.of(text) for s in found.cue] == ["said"]
    assert found.content[0].of(text).strip('“”"') == "Look at the bridge before you sign anything."
