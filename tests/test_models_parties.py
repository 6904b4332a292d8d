"""Marked words as whole phrases."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.models.parties import whole_phrases

WORDS = st.lists(st.sampled_from("the envoy of Peru in ( ) , and who Lima".split()), min_size=1, max_size=12)


def phrases(text: str, *marked: str) -> list[str]:
    """The phrases made of the stretches marked T in a text, in their order."""
    words = text.split()
    spans, at = [], 0
    for part in marked:
        size = len(part.split())
        first = next(i for i in range(at, len(words)) if words[i : i + size] == part.split())
        at = first + size
        spans.append(("T", first, at))
    return [" ".join(words[first:after]) for _, first, after in whole_phrases(spans, words)]


def test_parts_of_one_phrase_are_joined() -> None:
    assert phrases("police beat strikers in northern Peru", "strikers in", "northern Peru") == ["strikers in northern Peru"]
    assert phrases("aid for those hurt in Peru", "those hurt", "Peru") == ["those hurt in Peru"]
    assert phrases("they freed two former mayors", "two", "former mayors") == ["two former mayors"]


def test_two_parties_stay_two() -> None:
    assert phrases("they met Peru and Chile", "Peru", "Chile") == ["Peru", "Chile"]
    assert phrases("they met Peru , Chile", "Peru ,", "Chile") == ["Peru ,", "Chile"]
    assert phrases("they told Peru that Chile lied", "Peru", "Chile") == ["Peru", "Chile"]
    assert [label for label, *_ in whole_phrases([("S", 0, 1), ("T", 1, 2)], ["Peru", "Chile"])] == ["S", "T"]


def test_loose_ends_are_cut_and_brackets_closed() -> None:
    assert phrases("they deported a trader who lived in Lima", "a trader who") == ["a trader"]
    assert phrases("they met the ambassador in Lima", "the ambassador in") == ["the ambassador"]
    assert phrases("he wrote to the World Bank ( WB ) again", "the World Bank") == ["the World Bank ( WB )"]
    assert phrases("he wrote to the World Bank ( WB ) again", "the World Bank ( WB") == ["the World Bank ( WB )"]
    assert phrases("a ( b c d e f )", "a") == ["a"]


@given(WORDS, st.data())
def test_no_phrase_is_lost_or_leaves_the_text(words: list[str], data: st.DataObject) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(words)), min_size=2)) if len(words) > 1 else {0, 1})
    marked = [(data.draw(st.sampled_from("ST")), a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    found = whole_phrases(marked, words)
    assert {label for label, *_ in found} == {label for label, *_ in marked}
    assert all(0 <= first < after <= len(words) for _, first, after in found)
    assert [first for _, first, _ in found] == sorted({first for _, first, _ in found})
