"""The verb that governs a time expression -> which way an open date points: -1 back, 1 ahead, 0 untold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..records import Sentence, Token

# What is on a calendar is told in the present tense: "the gathering, which begins Wednesday".
SCHEDULED = frozenset(
    "address appear arrive begin close come conclude convene debate deliver depart embark end expire face fly gather go "
    "head hear hold host kick launch leave meet open play reconvene resume return run speak start take testify travel "
    "unveil visit vote".split()
)
# Participles and adjectives that look ahead: "scheduled for Tuesday", "due in March".
AHEAD = frozenset(
    "anticipate await due effective expect forecast intend pay payable plan project schedule set slate tentative upcoming ready "
    "predict propose hope likely aim".split()
)
# Verbs whose infinitive happened, or did not, when they did: "refused to testify Wednesday".
CARRIED_OUT = frozenset(
    "appear attempt begin cease come continue decline fail fly force gather get go happen help manage move neglect proceed refuse "
    "rush seem start stop succeed travel try use".split()
)
# What is forecast lies ahead, whenever it was forecast: "expects losses in the fourth quarter".
FORECASTS = frozenset("anticipate await expect forecast foresee predict project".split())
# Of these the day too, whatever it hangs on: "expects both sides back on Friday".
AWAITS = frozenset("anticipate await expect".split())
# "Has been put off until the autumn", "extended the truce to Friday".
PUT_OFF = frozenset("adjourn defer delay extend move postpone prolong push put renew reschedule shift suspend".split())
# "Gave them until Friday to leave", "set a Friday deadline".
GRANTS = frozenset("allow give grant have impose leave set".split())
_BOUND = frozenset(("deadline", "ultimatum"))
_UP_TO = frozenset(("until", "till", "to", "through"))
# "A planned rally on Saturday", and what tells of a case to come: "if he wins on Monday".
TO_COME = frozenset("forthcoming planned scheduled upcoming".split())
CASES = frozenset("after before if once unless until when".split())
MODALS_AHEAD = frozenset("will shall 'll wo ll may might can could would should must".split())


class Tenses:
    """Looks up directions by offset in the text; without sentences everything is untold."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sorted(sentences, key=lambda s: s.span.start)
        self._starts = [s.span.start for s in self._sentences]

    def token(self, offset: int) -> tuple[Sentence, int] | None:
        """The sentence and the token that cover `offset`."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._sentences[at].span.end:
            return None
        tokens = self._sentences[at].tokens
        i = bisect_right(tokens, offset, key=lambda t: t.span.start) - 1
        return (self._sentences[at], i) if i >= 0 and offset < tokens[i].span.end else None

    def is_verb(self, offset: int) -> bool:
        found = self.token(offset)
        return found is not None and found[0].tokens[found[1]].pos in {"VERB", "AUX"}

    def direction(self, offset: int) -> int:
        """-1, 0 or 1 for the time expression at `offset`."""
        found = self.token(offset)
        return _direction(*found) if found else 0


def _direction(sentence: Sentence, i: int) -> int:
    tokens, seen = sentence.tokens, {i}
    while (head := tokens[i].head) not in seen:
        seen.add(head)
        above = tokens[head].lemma
        if tokens[i].dep in {"prep", "pcomp"} and above in {"back", "forward", "off"}:
            above = tokens[tokens[head].head].lemma  # "put back to Saturday"
        if (tokens[i].dep == "dobj" and above in FORECASTS) or (tokens[i].text.lower() in _UP_TO and above in PUT_OFF):
            return 1
        if above in GRANTS and (tokens[i].lemma in _BOUND or tokens[i].text.lower() in {"until", "till"}):
            return 1
        token = tokens[head]
        if _is_awaited(tokens, i):
            return 1
        if token.pos == "NOUN" and any(tokens[k].text.lower() in TO_COME for k in token.children):
            return 1
        if token.pos == "VERB" and token.text[0].isupper() and head and tokens[head - 1].pos != "PUNCT":
            i = head  # "on 'Meet the Press' on Sunday"
            continue
        if token.lemma == "be" and token.tag in {"VBZ", "VBP"} and _names_the_day(tokens, i, token):
            return 1
        i = head
        if token.lemma in AHEAD and (token.tag in {"VBN", "JJ"} or token.pos == "ADJ"):
            given_up = _has(tokens, token, {"originally", "initially"})  # "originally planned for March": it may be over
            return -1 if _pluperfect(tokens, token) else 0 if given_up else 1
        if token.pos in {"VERB", "AUX"} and (told := _verb(tokens, token)) is not None:
            return told
    return 0


def _is_awaited(tokens: Sequence[Token], i: int) -> bool:
    """ "Expects both sides *back* in Nairobi on Friday", "awaits it *on* Friday": what one waits for now is still to come."""
    verb = tokens[tokens[i].head]
    if tokens[i].dep in {"ccomp", "xcomp"}:
        waits = tokens[i].pos not in {"VERB", "AUX"} and verb.lemma in FORECASTS
    else:
        waits = tokens[i].dep in {"prep", "npadvmod", "advmod"} and verb.lemma in AWAITS
    return waits and verb.tag in {"VBZ", "VBP"}


def _opens_case(token: Token) -> bool:
    """ "If he wins on Monday", "when he speaks on Monday", "there is a vote on Monday"."""
    return (token.dep in {"mark", "advmod"} and token.text.lower() in CASES) or token.dep == "expl"


def _names_the_day(tokens: Sequence[Token], i: int, verb: Token) -> bool:
    """ "The deadline is Thursday", "the vote is on Thursday": of what was, one says "was"."""
    direct = tokens[i].dep in {"attr", "npadvmod"} or (tokens[i].dep == "prep" and tokens[i].text.lower() in {"on", "at", "in"})
    subjects = [tokens[k] for k in verb.children if tokens[k].dep == "nsubj"]
    beside = {tokens[k].dep for k in verb.children} & {"acomp", "aux", "neg", "ccomp", "relcl"}
    return direct and not beside and bool(subjects) and subjects[0].pos == "NOUN"


def _verb(tokens: Sequence[Token], verb: Token) -> int | None:
    """The direction that a verb with its auxiliaries tells; None for bare participles, which lean on the verb above."""
    helpers = [tokens[k] for k in verb.children if tokens[k].dep in {"aux", "auxpass"}]
    if any(h.text.lower() in MODALS_AHEAD for h in helpers):
        return -1 if any(h.text.lower() == "have" for h in helpers) else 1
    if verb.tag == "VBD" and any(tokens[k].dep == "mark" and tokens[k].text.lower() == "unless" for k in verb.children):
        return 1  # "unless they withdrew by Tuesday"
    if verb.tag in {"VBZ", "VBP"} and not helpers and any(_opens_case(tokens[k]) for k in verb.children):
        return 1
    if verb.tag == "VBD" or any(h.tag == "VBD" or h.lemma == "have" for h in helpers):
        return -1
    if any(h.tag == "TO" for h in helpers):
        return _infinitive(tokens, verb, helpers)
    if (
        verb.lemma == "be"
        and verb.tag in {"VBZ", "VBP"}
        and any(tokens[k].lemma in AHEAD for k in verb.children if tokens[k].dep == "acomp")
    ):
        return 1  # "storms are likely again Tuesday"
    if verb.tag == "VBG":
        return (
            1 if any(h.lemma == "be" for h in helpers) and verb.lemma in SCHEDULED | {"plan", "expect"} else 0 if helpers else None
        )
    if verb.tag == "VBN" and not helpers:
        return -1
    if verb.tag == "VB" and verb.dep in {"ccomp", "xcomp"}:
        return None  # "for helping it sell itself in March"
    return 1 if verb.lemma in SCHEDULED else 0


def _infinitive(tokens: Sequence[Token], verb: Token, helpers: Sequence[Token]) -> int | None:
    """ "agreed to meet Friday" looks ahead; "refused to speak Friday" and "came to speak Friday" lean on the verb above."""
    above = tokens[verb.head]
    if verb.dep == "advcl" or above.lemma in CARRIED_OUT or (above.lemma == "have" and _has(tokens, above, {"yet"})):
        return None
    if verb.dep in {"relcl", "acl"} and not any(h.dep == "auxpass" for h in helpers):
        return 0  # "the first change to come out of the ruling in June"
    return -1 if _pluperfect(tokens, above) else 1


def _pluperfect(tokens: Sequence[Token], token: Token) -> bool:
    """ "Had been due", "had agreed"."""
    return _has(tokens, token, {"had"}) or (token.pos == "ADJ" and _has(tokens, tokens[token.head], {"had"}))


def _has(tokens: Sequence[Token], verb: Token, words: set[str]) -> bool:
    return any(tokens[k].text.lower() in words for k in verb.children)
