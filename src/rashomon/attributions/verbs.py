"""Sentence -> Draft: verbs and adjectives as cues, looked up by lemma and frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..records import Force, Sentence
from ..sentences.trees import children, subtree
from . import clauses
from .cues import ADJECTIVE_CUES, POSITION_VERBS, VERB_CUES, Cue
from .drafts import MARKS, WEAK, Draft, cue_spans, holder_of
from .frames import Frame, frames_of, key_of

_ORDER = {
    "that": 0,
    "wh": 0,
    "do": 0,
    "p-that": 0,
    "p-wh": 0,
    "obj-to": 1,
    "p-to": 1,
    "to": 2,
    "as": 3,
    "p-as": 3,
    "ing": 6,
    "obj": 7,
    "p-obj": 8,
}
_MISREAD = {"hop": "hope", "fee": "feel", "slat": "slate", "misspoke": "misspeak"}
_SEEM = {"seem", "appear"}
_NAMING = {"as", "p-as", "prep:as", "obj-prep:as", "p-prep:as", "obj"}
_OCCASIONS = set("on in at during after before when while".split())


def verb_drafts(sentence: Sentence) -> Iterator[Draft]:
    """One draft for each verb (or adjective after a copula) that is a cue in the frame it stands in."""
    for i, token in enumerate(sentence.tokens):
        if token.pos in {"VERB", "AUX"}:
            draft = verb_draft(sentence, i)
            if draft is not None:
                yield draft
        elif token.pos == "ADJ" and (cues := ADJECTIVE_CUES.get(token.text.lower())):
            draft = _adjective(sentence, i, cues)
            if draft is not None:
                yield draft


def verb_draft(sentence: Sentence, verb: int) -> Draft | None:
    """What the verb reports in the frame it stands in; None if it is no cue in any of its frames."""
    return _experiencer(sentence, verb) or _verb(sentence, verb)


def lookup(sentence: Sentence, verb: int) -> Mapping[str, Cue]:
    """The frames in which the verb is a cue."""
    key = key_of(sentence, verb)
    lemma = sentence.tokens[verb].lemma.lower()
    return VERB_CUES.get(key) or VERB_CUES.get(_MISREAD.get(lemma, lemma)) or {}


def _verb(sentence: Sentence, verb: int) -> Draft | None:
    cues = lookup(sentence, verb)
    if not cues:
        return None
    found = [(frame, cue) for frame in frames_of(sentence, verb) if (cue := _permits(cues, frame, sentence, verb)) is not None]
    if not found:
        return None
    frame, cue = min(found, key=lambda pair: _rank(pair[0]))
    if sentence.tokens[verb].lemma in _SEEM:
        return _seeming(sentence, verb, frame, cue)
    passive = frame.name.startswith("p-")
    content = set(frame.content) | (set(frame.topic) if cue.whole else set())
    holder = clauses.agent(sentence, verb) if passive else clauses.subject(sentence, verb)
    if not passive and (holder is None or sentence.tokens[holder].dep.startswith("csubj")):
        holder = _neighbour(sentence, verb)
    if passive and holder is not None:
        by = sentence.tokens[holder].head
        content -= set(subtree(sentence, by))
    if not passive and holder is None and not _may_lack_subject(sentence, verb):
        return None
    holders = holder_of(sentence, holder)
    addressee = None if cue.whole or frame.name in {"obj", "as"} else frame.addressee
    content |= _condition(sentence, verb, content)
    content -= {verb, *(_occasion(sentence, content) if frame.name in _NAMING else ())}
    spans = clauses.spans(sentence, sorted(content))
    if not spans:
        return None
    return Draft(
        sentence=sentence.index,
        cue=cue_spans(sentence, clauses.verb_group(sentence, verb, frame.cue)),
        content=spans,
        force=cue.force,
        rule=f"verb {frame.name}",
        holders=holders,
        addressees=holder_of(sentence, addressee),
        factive=cue.factive,
        negated=clauses.is_negated(sentence, verb),
        score=_score(sentence, verb, frame),
    )


def _neighbour(sentence: Sentence, verb: int) -> int | None:
    """The noun phrase right before a finite verb whose subject the parse has lost."""
    if sentence.tokens[verb].tag not in {"VBD", "VBZ", "VBP"}:
        return None
    first = clauses.verb_group(sentence, verb)[0]
    return next((root for _, end, root in sentence.chunks if end == first), None)


def _condition(sentence: Sentence, verb: int, content: set[int]) -> set[int]:
    """ "warned of consequences should X ...", "... if X ...": the condition right behind the content is a part of it."""
    last = max(content, default=verb)
    for k in children(sentence, verb, "advcl"):
        words = subtree(sentence, k)
        if words[0] == last + 1 and sentence.tokens[words[0]].text.lower() in {"should", "if", "unless"}:
            return set(words)
    return set()


def _occasion(sentence: Sentence, content: set[int]) -> set[int]:
    """Of 'called the plan a "gamble" on his radio show' what stands behind the mark: where and when it was said."""
    tokens = sentence.tokens
    ends = [i for i in content if tokens[i].text in MARKS and i + 1 in content and tokens[i + 1].lemma.lower() in _OCCASIONS]
    marks = [i for i in ends if tokens[i - 1].span.end == tokens[i].span.start < tokens[i + 1].span.start - 1]
    return {k for k in content if marks and k > min(marks)}


def _score(sentence: Sentence, verb: int, frame: Frame) -> float:
    if frame.name in {"that", "wh", "do"}:
        return 0.9
    return WEAK if sentence.tokens[verb].lemma.lower() in POSITION_VERBS else 0.7


def _rank(frame: Frame) -> int:
    if frame.name in _ORDER:
        return _ORDER[frame.name]
    return 4 if "obj-prep" in frame.name or frame.name.startswith("prep-to") else 5


def _permits(cues: Mapping[str, Cue], frame: Frame, sentence: Sentence, verb: int) -> Cue | None:
    """The cue of a frame, if the table has the verb in that frame; passives are led back to their active frames."""
    name = frame.name
    if name in cues:
        return cues[name]
    if name == "p-to":
        return cues.get("raise") or cues.get("obj-to")
    if name == "p-as" and clauses.agent(sentence, verb) is not None:  # "was declared open by the guard"
        return cues.get("as")
    if name in {"p-that", "p-wh"}:
        return cues.get(name[2:])
    if name in {"wh", "do"}:
        return cues.get("that")
    if name.startswith("p-prep:"):
        return cues.get("obj-" + name[2:])
    if name == "p-obj" and clauses.agent(sentence, verb) is not None:
        return cues.get("obj")
    return None


def _may_lack_subject(sentence: Sentence, verb: int) -> bool:
    """Headlines and captions leave the subject out; imperatives and general infinitives ("to say that ...") are no reports."""
    return sentence.tokens[verb].tag in {"VBZ", "VBD"}


def _seeming(sentence: Sentence, verb: int, frame: Frame, cue: Cue) -> Draft | None:
    """ "X seems to ...": the writer's own impression, X and the infinitive its content."""
    subjects = children(sentence, verb, "nsubj")
    whole = set(frame.content)
    if subjects and sentence.tokens[subjects[0]].lemma.lower() != "it":
        whole |= set(subtree(sentence, subjects[0]))
    spans = clauses.spans(sentence, sorted(whole - {verb}))
    if not spans or frame.name not in {"to", "that", "as"}:
        return None
    cue_words = cue_spans(sentence, clauses.verb_group(sentence, verb))
    return Draft(
        sentence.index, cue_words, spans, Force.BELIEVE, "verb seem", negated=clauses.is_negated(sentence, verb), score=0.6
    )


def _experiencer(sentence: Sentence, verb: int) -> Draft | None:
    """ "was concerned by": a participle that names a state of its subject's mind."""
    token = sentence.tokens[verb]
    cues = ADJECTIVE_CUES.get(token.text.lower())
    if token.tag != "VBN" or not cues:
        return None
    return _adjective(sentence, verb, cues)


def _adjective(sentence: Sentence, i: int, cues: Mapping[str, Cue]) -> Draft | None:
    tokens = sentence.tokens
    content: list[int] = []
    extra: list[int] = []
    cue = None
    for k in children(sentence, i, "ccomp", "xcomp", "advcl", "prep", "agent"):
        if k < i:
            continue
        infinitive = any(tokens[j].text.lower() == "to" and tokens[j].dep == "aux" for j in tokens[k].children)
        name = tokens[k].lemma.lower() if tokens[k].dep in {"prep", "agent"} else "to" if infinitive else "that"
        if tokens[k].dep == "advcl" and not infinitive:
            continue
        if name in cues:
            cue = cues[name]
            content = subtree(sentence, k)
            if tokens[k].dep in {"prep", "agent"}:
                content.remove(k)
                extra.append(k)
            break
    if cue is None:
        return None
    copula = tokens[i].head if tokens[i].dep in {"acomp", "oprd", "attr", "xcomp", "ccomp"} and tokens[i].pos == "ADJ" else i
    holder = clauses.subject(sentence, copula)
    if holder is None or tokens[holder].lemma.lower() in {"it", "that", "this"}:
        return None
    spans = clauses.spans(sentence, content)
    if not spans:
        return None
    group = clauses.verb_group(sentence, copula, [i, *extra])
    return Draft(
        sentence.index, cue_spans(sentence, group), spans, cue.force, "adjective", holder_of(sentence, holder),
        negated=clauses.is_negated(sentence, copula), score=0.7,
    )  # fmt: skip
