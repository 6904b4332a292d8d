"""A user's dictionaries of verbs, actors and agents, laid on a parsed sentence -> codes of its verbs and of its phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..records import EventType, Sentence
from ..tables.codings import NO_CODE, Codings, Pattern, Piece, VerbCoding, Words
from .agents import expand, is_agent
from .frames import Frame
from .nominals import Act
from .participants import phrase_tokens
from .predicates import act_of_verb
from .views import DEFAULTS

TYPES = {code[:2]: kind for kind, code in DEFAULTS.items() if kind not in (EventType.POSITION, EventType.RETREAT)}
TYPES |= {"09": EventType.ACCUSE, "18": EventType.ASSAULT, "20": EventType.ASSAULT}
RETREATS = ("084", "085", "086", "087")
DEEPEST = 4  # nouns climbed from a name to the agent that it belongs to
SURE = 9  # the fit of a frame that a user's dictionary gives: no other is better


@dataclass(frozen=True, slots=True)
class Coding:
    """What the dictionaries make of a verb: its code ("---": none), that of what the target does in turn, and the tokens that the
    pattern makes source and target (None where it leaves them to the parse)."""

    code: str
    back: str = ""
    source: int | None = None
    target: int | None = None

    @property
    def is_act(self) -> bool:
        return self.code != NO_CODE or bool(self.back)


def coding_at(sentence: Sentence, i: int, codings: Codings) -> Coding | None:
    """The coding of the word `i`; None where it is no verb of the dictionaries. A code of "---": they say that it is no event."""
    token = sentence.tokens[i]
    verbal = token.pos in ("VERB", "AUX") or token.tag.startswith("VB")
    if not verbal:
        return None
    for verb in _verbs_at(sentence, i, codings):
        for pattern in verb.patterns:
            found = _matched(sentence, i, len(verb.tail), pattern)
            if found is not None:
                return found
    return None


def coded_acts(sentence: Sentence, acts: Sequence[Act], codings: Codings) -> list[Act]:
    """The acts of a sentence with those of the dictionaries' verbs: ours at such a verb takes its code, one that we do not know is
    added, one that they give no code is no act."""
    found = {act.token: act for act in acts}
    for i in range(len(sentence.tokens)):
        coding = coding_at(sentence, i, codings)
        if coding is None:
            continue
        own = found.get(i)
        if coding.is_act:
            found[i] = _coded_act(sentence, i, coding, own)
        elif own is not None:
            found[i] = replace(own, frame=replace(own.frame, type=None))
    return sorted(found.values(), key=lambda act: act.token)


def _coded_act(sentence: Sentence, i: int, coding: Coding, own: Act | None) -> Act:
    code = coding.code if coding.code != NO_CODE else coding.back
    kind = type_of(code) or (own.frame.type if own is not None else None) or EventType.CONSULT
    frame = Frame(sentence.tokens[i].lemma.lower(), False, "", (), kind, None, code, ("o",), dictionary=True)
    if own is not None and own.frame.type is not None and own.actors:
        act = replace(own, frame=replace(frame, recipient=own.frame.recipient), fit=SURE)
    else:
        act = act_of_verb(sentence, i, frame, SURE)
    if coding.source is not None:
        act = replace(act, actors=tuple(expand(sentence, coding.source)), reciprocal=False)
    return act if coding.target is None else replace(act, recipients=tuple(expand(sentence, coding.target)), reciprocal=False)


def type_of(code: str) -> EventType | None:
    """The PLOVER type of a CAMEO code; None for a code of another scheme."""
    return EventType.RETREAT if code.startswith(RETREATS) else TYPES.get(code[:2])


def _verbs_at(sentence: Sentence, i: int, codings: Codings) -> Iterator[VerbCoding]:
    token = sentence.tokens[i]
    for form in dict.fromkeys((token.text.lower(), token.lemma.lower())):
        for verb in codings.by_form.get(form, ()):
            behind = sentence.tokens[i + 1 : i + 1 + len(verb.tail)]
            if tuple(t.text.lower() for t in behind) == verb.tail:
                yield verb


def _matched(sentence: Sentence, i: int, tail: int, pattern: Pattern) -> Coding | None:
    """The pattern's coding if its words stand around the verb, each half in its order, with anything between unless joined."""
    marks: dict[str, int] = {}
    before = _walk(sentence, range(i - 1, -1, -1), tuple(reversed(pattern.before)), marks, backwards=True)
    after = before and _walk(sentence, range(i + 1 + tail, len(sentence.tokens)), pattern.after, marks)
    if not after:
        return None
    both = marks.get("%")
    return Coding(pattern.code, pattern.back, marks.get("$", both), marks.get("+", both))


def _walk(sentence: Sentence, steps: range, pieces: Sequence[Piece], marks: dict[str, int], backwards: bool = False) -> bool:
    """Whether the pieces stand along the steps; each takes the nearest place that it can. Of joined pieces the later one in the
    text knows it: going backwards that is the one found before."""
    at, tied = 0, False
    for number, piece in enumerate(pieces):
        adjacent = tied if backwards else piece.joined and (number > 0 or at == 0)
        reach = range(at, min(at + 1, len(steps)) if adjacent else len(steps))
        found = next(((k, n) for k in reach if (n := _fits(sentence, steps[k], piece, backwards))), None)
        if found is None:
            return False
        if piece.mark:
            marks[piece.mark] = steps[found[0]]
        at, tied = found[0] + found[1], piece.joined
    return True


def _fits(sentence: Sentence, i: int, piece: Piece, backwards: bool) -> int:
    """Over how many words a piece goes from `i` on; 0 where it does not stand there."""
    if piece.mark == "^":
        return 1
    if piece.mark:
        return int(is_agent(sentence, i) and sentence.tokens[i].dep != "compound")
    for phrase in piece.phrases:
        first = i - len(phrase) + 1 if backwards else i
        inside = sentence.tokens[max(first, 0) : first + len(phrase)]
        if len(inside) == len(phrase) and all(w in (t.text.lower(), t.lemma.lower()) for w, t in zip(phrase, inside, strict=True)):
            return len(phrase)
    return 0


def actors_in(words: Words, codings: Codings, day: date | None) -> list[str]:
    """The codes of the dictionaries' actors in a phrase, the longest names of them, none inside another."""
    return [code for _, _, code in _longest(words, codings.longest, lambda name: codings.actor_code(name, day))]


def agents_in(words: Words, codings: Codings) -> list[tuple[str, bool]]:
    """(code, whether it goes before the actor's) of the dictionaries' agents in a phrase."""
    found = _longest(words, codings.longest, lambda name: "agent" if name in codings.agents else "")
    return [codings.agents[words[i:j]] for i, j, _ in found]


def agent_phrase(sentence: Sentence, inside: Sequence[int], codings: Codings) -> Sequence[int]:
    """The tokens of a phrase, or those of the one that it is part of if that is headed by an agent of the dictionaries:
    "Ruritania" in "beekeepers from Ruritania", "Ruritania's beekeepers"."""
    head = next((k for k in inside if sentence.tokens[k].head not in inside), None)
    for _ in range(DEEPEST):
        if head is None:
            return inside
        first, last = phrase_tokens(sentence, head)
        if codings.agent_heads & {sentence.tokens[head].text.lower(), sentence.tokens[head].lemma.lower()}:
            return range(min(first, *inside), max(last, *inside) + 1)
        head = _above(sentence, head)
    return inside


def _above(sentence: Sentence, i: int) -> int | None:
    """The noun that a name belongs to: that it stands before, or that a preposition ties it to."""
    token = sentence.tokens[i]
    if token.dep in ("poss", "compound", "amod", "nmod"):
        return token.head
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.text.lower() in ("of", "from", "in") and sentence.tokens[above.head].pos == "NOUN":
        return above.head
    return None


def _longest(words: Words, limit: int, read: Callable[[Words], str]) -> Iterator[tuple[int, int, str]]:
    """(first word, word after the last, code) of the longest names that `read` knows, none inside another."""
    i = 0
    while i < len(words):
        for j in range(min(len(words), i + limit), i, -1):
            if code := read(words[i:j]):
                yield i, j, code
                i = j - 1
                break
        i += 1


def composed(base: str, agents: Sequence[tuple[str, bool]]) -> str:
    """An actor's code with those of what it is, each once: GON and ~GOV -> GONGOV, ARN and NGO~ -> NGOARN."""
    for code, before in agents:
        if code and code not in base:
            base = code + base if before else base + code
    return base


def is_discarded(text: str, codings: Codings, whole: bool = False) -> bool:
    """Whether a sentence has a phrase of the discard list; `whole`: one for which the whole report is left out."""
    folded = f" {text.lower()}"
    return any(f" {phrase}" in folded for phrase, far in codings.discarded if far or not whole)
