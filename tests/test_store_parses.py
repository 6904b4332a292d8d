"""Sentences -> blob -> sentences is the identity."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import make_document
from rashomon.records import Sentence, Span, Token, ZoneKind
from rashomon.sentences import parse_documents
from rashomon.store.parses import pack_sentences, unpack_sentences

WORDS = st.text(max_size=8)


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """Any sentence whose children are those that its heads imply, as the sentences room makes them."""
    size = draw(st.integers(0, 6))
    heads = [draw(st.integers(0, size - 1)) for _ in range(size)]
    children: list[list[int]] = [[i for i, h in enumerate(heads) if h == own and i != own] for own in range(size)]
    tokens = []
    for i in range(size):
        start, length = draw(st.integers(0, 10_000)), draw(st.integers(0, 9))
        words = [draw(WORDS) for _ in range(5)]
        tokens.append(
            Token(Span(start, start + length), *words, heads[i], tuple(children[i]), draw(WORDS), draw(st.booleans()), draw(WORDS))
        )
    numbers = st.integers(0, 5)
    chunks = draw(st.lists(st.tuples(numbers, numbers, numbers), max_size=3))
    zone = draw(st.one_of(st.none(), st.sampled_from(ZoneKind)))
    return Sentence("doc:1", draw(numbers), draw(numbers), zone, Span(0, draw(numbers)), tuple(tokens), tuple(chunks))


@settings(deadline=None)
@given(st.lists(sentences(), max_size=4))
def test_any_sentences_come_back(found: list[Sentence]) -> None:
    assert unpack_sentences(pack_sentences(found), "doc:1") == tuple(found)


def test_a_parse_comes_back(parser: Any) -> None:
    text = "Officials in “the capital”said no.\n\nThe minister, who had left on Monday, will not return until June."
    ((document, found),) = parse_documents([make_document(text)], parser)
    assert len(found) >= 2
    blob = pack_sentences(found)
    assert unpack_sentences(blob, document.id) == found
    assert len(blob) < 30 * len(text)
