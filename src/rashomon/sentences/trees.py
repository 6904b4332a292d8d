"""Ways about a sentence's tree; all indices are token indices in the sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..records import Sentence, Span


def subtree(sentence: Sentence, i: int, without: Collection[str] = ()) -> list[int]:
    """Token indices below and including `i`, in order; branches whose `dep` is in `without` are left out."""
    out, stack = [], [i]
    while stack:
        j = stack.pop()
        out.append(j)
        below = sentence.tokens[j].children
        stack += [k for k in below if sentence.tokens[k].dep not in without] if without else below
    return sorted(out)


def children(sentence: Sentence, i: int, *deps: str) -> list[int]:
    """Children of `i`, all or those with one of the labels."""
    return [k for k in sentence.tokens[i].children if not deps or sentence.tokens[k].dep in deps]


def ancestors(sentence: Sentence, i: int) -> Iterator[int]:
    """The heads above `i`, nearest first."""
    seen = {i}
    while (head := sentence.tokens[i].head) not in seen:
        seen.add(head)
        yield head
        i = head


def conjuncts(sentence: Sentence, i: int) -> list[int]:
    """`i` and all that is coordinated with it to the right."""
    out = [i]
    for j in out:
        out += children(sentence, j, "conj")
    return sorted(out)


def span_of(sentence: Sentence, first: int, last: int) -> Span:
    """The span of tokens first..last, both included."""
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)


def token_at(sentence: Sentence, offset: int) -> int | None:
    """The token that covers `offset` of the document's text, or the next one after it in the sentence."""
    return next((i for i, t in enumerate(sentence.tokens) if offset < t.span.end), None)
