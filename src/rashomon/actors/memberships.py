"""Mentions with their actors -> defects: states called members of a body that, by the tables, they did not belong to that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Defect, DefectKind, Document, Mention, MentionKind, Sentence, Span, Token, cover
from ..tables import Tables
from ..tables.rows import ORGANISATIONS
from .settings import Setting, setting_of

STATES = {"state", "country", "nation"}
ARTICLES = {"a", "an", "the"}
PLAIN = {"fellow", "full", "founding", "longtime", "long-standing", "longstanding", "key", "leading", "current", "existing"}
HELD_OPEN = {"if", "whether", "once", "unless", "until", "when", "not", "n't", "never", "no", "would", "were", "was"}
EXAMPLES = (("such", "as"), ("including",), ("like",), ("namely",))
KINDS = ("iso3:", "org:eu")
AND, BETWEEN = {"and", "or", "&"}, {",", "and", "or", "&", "the"}
FEWEST = 5  # members that the tables must know of a body before what they lack says something


@dataclass(frozen=True, slots=True)
class _Claim:
    """These states are called members of `body`; `span` holds the names, the word and the body."""

    body: str
    states: tuple[Mention, ...]
    span: Span


def check_memberships(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], tables: Tables
) -> tuple[Defect, ...]:
    """Wrong claims of membership, one defect for each phrase. A document known by an interval is wrong only if no day of it
    makes the claim true; one without date only where the state never belonged."""
    setting = setting_of(document, mentions, tables)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    found: list[Defect] = []
    for sentence in sentences:
        if any(token.lemma == "member" for token in sentence.tokens):
            for claim in _claims(sentence, by_sentence.get(sentence.index, ())):
                found += _wrong(claim, setting)
    return tuple(found)


# -- what the tables say -------------------------------------------------------------------------------------------------


def _wrong(claim: _Claim, setting: Setting) -> Iterator[Defect]:
    tables = setting.tables
    if len(tables.members(claim.body)) < FEWEST:
        return
    others = (m for m in claim.states if m.actors[0] != claim.body)  # "the EU and other member states to the bloc"
    wrong = [m for m in others if not _belongs(m.actors[0], claim.body, setting)]
    if not wrong:
        return
    told = "; ".join(f"{tables.name(m.actors[0])} {_history(m.actors[0], claim.body, tables)}" for m in wrong)
    evidence = f"by the tables no member of {tables.name(claim.body)} on {setting.day()}: {told}"
    ended = any(tables.is_member(claim.body, m.actors[0]) for m in wrong)
    certain = setting.dated() or not ended
    yield Defect(DefectKind.WRONG_MEMBERSHIP, claim.span, evidence, None, certain, "memberships.tables")


def _belongs(state: str, body: str, setting: Setting) -> bool:
    return any(setting.holds(m.years) for m in setting.tables.memberships_of(state, body))


def _history(state: str, body: str, tables: Tables) -> str:
    years = [m.years for m in tables.memberships_of(state, body)]
    return ", ".join(f"({y.first or '..'} to {y.last or 'now'})" for y in years) if years else "(never)"


# -- what the text says --------------------------------------------------------------------------------------------------


def _claims(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[_Claim]:
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.lemma.casefold() != "member":
            continue
        end = at + 1 if at + 1 < len(tokens) and tokens[at + 1].lemma.casefold() in STATES else at
        found = _body(tokens, at, end, mentions)
        if found is None:
            continue
        body, first, last = found
        names = _Names(tokens, mentions, end)
        states = (*_before(names, first), *_behind(names, end, last))
        if states:
            here = Span(tokens[first].span.start, tokens[last].span.end)
            yield _Claim(body, states, cover([here, *(m.head if m.span.overlaps(here) else m.span for m in states)]))


def _body(tokens: Sequence[Token], at: int, end: int, mentions: Sequence[Mention]) -> tuple[str, int, int] | None:
    """What they are members of, with the first and the last token of the phrase: "NATO member states", "members of the EU"."""
    if end + 1 < len(tokens) and tokens[end + 1].text.casefold() in {"of", "to", "in"}:
        for mention in mentions:
            first, last = _tokens(tokens, mention)
            named = mention.actors[0] if len(mention.actors) == 1 else ""
            if first in {end + 2, end + 3} and named.startswith(ORGANISATIONS) and _ends(tokens, last):
                return named, at, last
        return None
    start = tokens[at].span.start
    around = [m for m in mentions if m.span.start <= start < m.span.end and (m.organisation or "").startswith(ORGANISATIONS)]
    if not around:
        return next(((m.actors[0], _tokens(tokens, m)[0], end) for m in mentions if _stands_before(m, tokens, at)), None)
    nearest = min(around, key=lambda m: len(m.span))
    first = next(
        (i for i in range(max(0, at - 3), at) if tokens[i].span.start >= nearest.span.start and _names_body(tokens[i])), at
    )
    return nearest.organisation or "", first, end


def _stands_before(mention: Mention, tokens: Sequence[Token], at: int) -> bool:
    """ "GCC members", where the name of the body is a mention of its own."""
    named = mention.actors[0] if len(mention.actors) == 1 else ""
    return named.startswith(ORGANISATIONS) and _tokens(tokens, mention)[1] == at - 1


def _names_body(token: Token) -> bool:
    return token.pos == "PROPN" or token.text.isupper() or token.text.casefold() in {"bloc", "alliance", "union"}


def _ends(tokens: Sequence[Token], last: int) -> bool:
    """Whether the name of the body ends there: not "members of NATO's assembly", "of the EU delegation"."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return after is None or (after.tag not in {"POS", "HYPH"} and after.pos not in {"NOUN", "PROPN"})


def _before(names: _Names, first: int) -> list[Mention]:
    """States in front: "Peru, Chile and other members of ...", "Chile, a member of ...", "Chile is a member of ..."."""
    words, at = names.words, first - 1
    while at >= 0 and (words[at] in PLAIN or words[at].isdigit()):
        at -= 1
    if at < 2:
        return []
    if words[at] in {"other", "another"}:
        return names.ending(at - 2) if words[at - 1] in AND else []
    if words[at] == "both" and words[at - 1] == ",":
        return names.ending(at - 2)
    if words[at] in {"a", "an"}:
        at -= 1
    if words[at] == ",":
        return names.ending(at - 1)[-1:] if at < first - 1 else []
    if words[at] in {"is", "are"} and HELD_OPEN.isdisjoint(words[max(0, at - 8) : at]):
        at -= 1
        if words[at] in {"which", "who", "that"}:
            return names.ending(at - 2)[-1:] if words[at - 1] == "," else []
        return names.ending(at)
    return []


def _behind(names: _Names, end: int, last: int) -> list[Mention]:
    """States behind: "NATO member Chile", "members of NATO such as Chile and Peru"."""
    at = last + 1
    if at < len(names.words) and names.words[at] == ",":
        at += 1
    for example in EXAMPLES:
        if names.words[at : at + len(example)] == example:
            return names.beginning(at + len(example))
    if last == end and at == end + 1:
        found = names.beginning(at)
        return found if names.words[end].endswith("s") else found[:1]
    return []


class _Names:
    """The states that a sentence names, by the places of their first and last tokens; `end` is the last token of the word
    "member": of a name that holds it ("NATO member Chile") what stands behind counts."""

    def __init__(self, tokens: Sequence[Token], mentions: Sequence[Mention], end: int) -> None:
        self.words = tuple(token.text.casefold() for token in tokens)
        self.first: dict[int, tuple[Mention, int]] = {}
        self.last: dict[int, tuple[Mention, int]] = {}
        for mention in mentions:
            if mention.kind is MentionKind.NAME and len(mention.actors) == 1 and mention.actors[0].startswith(KINDS):
                first, last = _tokens(tokens, mention)
                if last < 0:
                    continue
                first = end + 1 if first <= end < last else first
                first += self.words[first] in ARTICLES
                self.first[first] = mention, last
                self.last[last] = mention, first

    def ending(self, at: int) -> list[Mention]:
        """The list of states whose last one ends at a place: "Peru, Chile"."""
        found: list[Mention] = []
        while at in self.last:
            mention, first = self.last[at]
            found.insert(0, mention)
            at = first - 1
            if at >= 0 and self.words[at] not in BETWEEN:
                break
            while at >= 0 and self.words[at] in BETWEEN:
                at -= 1
        return found

    def beginning(self, at: int) -> list[Mention]:
        """The list of states whose first one begins at a place; it ends with "and Chile", else it is one state alone."""
        found: list[Mention] = []
        closed = False
        at += at < len(self.words) and self.words[at] in ARTICLES
        while at in self.first and not closed:
            mention, last = self.first[at]
            found.append(mention)
            at = last + 1
            while at < len(self.words) and self.words[at] in BETWEEN:
                closed |= self.words[at] in AND
                at += 1
            if closed and at in self.first:
                found.append(self.first[at][0])
        return found if closed else found[:1]


def _tokens(tokens: Sequence[Token], mention: Mention) -> tuple[int, int]:
    """Places of the first and the last token of a mention."""
    inside = [i for i, t in enumerate(tokens) if mention.span.start <= t.span.start < mention.span.end]
    return (inside[0], inside[-1]) if inside else (-1, -1)
