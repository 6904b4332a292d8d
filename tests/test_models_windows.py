"""Windows keep to the text: every piece is a stretch of it, no word is lost, none is longer than the limit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.models import verified
from rashomon.models.sessions import open_tokenizer
from rashomon.models.windows import cut_windows


@pytest.fixture(scope="module")
def tokenizer():
    return open_tokenizer(verified("minilm", "tokenizer.json"))


def pieces(windows):
    return [(s, e) for w in windows for s, e in zip(w.starts, w.ends, strict=True) if s >= 0]


def test_short_paragraphs_share_a_window(tokenizer):
    text = "The minister spoke.\n\nNobody answered.\n\nShe left the hall."
    (window,) = cut_windows(text, tokenizer, 64)
    assert [text[s:e] for s, e in pieces([window])] == [
        "The", "minister", "spoke", ".", "Nobody", "answered", ".", "She", "left", "the", "hall", "."
    ]  # fmt: skip
    assert window.ids.count(102) == 3


def test_a_long_paragraph_is_cut_after_a_sentence(tokenizer):
    text = " ".join(f"The envoy spoke for hour number {n}." for n in range(12))
    windows = cut_windows(text, tokenizer, 40)
    assert len(windows) > 1
    for window in windows:
        assert text[window.starts[-2]] == "."
        assert len(window.ids) <= 40


def test_a_paragraph_that_does_not_fit_beside_the_last_one_opens_a_window(tokenizer):
    text = "One two three four five.\nSix seven eight nine ten."
    assert len(cut_windows(text, tokenizer, 12)) == 2


def test_one_line_of_a_million_letters_is_read_in_parts(tokenizer):
    windows = cut_windows("word " * 60_000, tokenizer, 256)
    assert sum(sum(w.firsts) for w in windows) == 60_000


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=600), st.integers(8, 64))
def test_pieces_lie_in_the_text_in_order(tokenizer, text, limit):
    windows = cut_windows(text, tokenizer, limit)
    found = pieces(windows)
    assert all(0 <= s <= e <= len(text) for s, e in found)
    assert found == sorted(found)
    assert all(3 <= len(w.ids) <= limit for w in windows)
    assert not any(text[s:e].count("\n") for s, e in found)
