"""The content of an attribution -> the words that a stance is about, and what kind of words they are."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Attribution, Force, Sentence, Span
from ..sentences.trees import children
from .drafts import run
from .reports import Report

OPENING = {'"', "“", "„", "«", "``", "'", "‘"}
OBJECTS = {Force.WANT, Force.DEMAND, Force.ASK, Force.CRITICISE, Force.PRAISE}  # what they are about is no sentence of "we"


def cue_lemmas(report: Report, attribution: Attribution) -> set[str]:
    """The words of the cue in their basic forms, in small letters."""
    cue = (report.tokens(span) for span in attribution.cue)
    return {sentence.tokens[i].lemma.lower() for sentence, inside in cue for i in inside}


def matter_of(report: Report, attribution: Attribution) -> tuple[Sentence, Span | None, list[int]]:
    """The content as one span within the sentence of the cue (else its first one), and the tokens that carry its names: those
    outside relative and participial clauses."""
    spans = [s for s in attribution.content if not any(s.overlaps(c) for c in attribution.cue)] or list(attribution.content)
    spans = [s for s in spans if not _of_another(report, attribution, s)] or spans
    near = [s for s in spans if report.sentence(attribution.sentence).span.overlaps(s)] or spans[:1]
    behind = [s for s in near if s.start > attribution.cue[0].start]
    # A demand stands behind its verb; a quotation before it that the cue has swallowed is another sentence.
    whole = max(behind if attribution.force in (Force.DEMAND, Force.ASK) and behind else near, key=len)
    sentence, inside = report.tokens(whole)
    if attribution.force in OBJECTS:
        inside = _before_next_verb(sentence, attribution, _before_quotation(sentence, inside))
    bare = [i for i in inside if not stands_aside(sentence, i, inside)]
    return sentence, run(sentence, inside), bare


def _of_another(report: Report, attribution: Attribution, content: Span) -> bool:
    """Whether words stand behind the cue of another verb beside this one: "called for restraint and pledged 8 million"."""
    own = attribution.cue[-1]
    beside = (a for a in report.spoken_in(attribution.sentence) if a.parent == attribution.parent)
    return any(own.end <= a.cue[0].start and a.cue[0].end <= content.start for a in beside if a.cue)


def _tops(sentence: Sentence, inside: Sequence[int]) -> list[int]:
    """Those of the words that hang on none of the others."""
    held = set(inside)
    return [i for i in inside if sentence.tokens[i].head not in held or sentence.tokens[i].head == i]


def asserts(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are a clause that says what is or was ("insisted that the plan is sound"): no demand, no promise."""
    heads = [sentence.tokens[i] for i in _tops(sentence, inside) if sentence.tokens[i].pos in ("VERB", "AUX")]
    modal = any(sentence.tokens[k].tag == "MD" for t in heads for k in t.children)
    return bool(heads) and not modal and all(t.tag in ("VBD", "VBZ") for t in heads)


def is_clause(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are a whole sentence with its own subject in front, which no word such as "that" or "what" opens."""
    held = set(inside)
    first = sentence.tokens[min(inside)] if inside else None
    if first is None or first.tag in ("WP", "WDT", "WRB", "IN"):
        return False
    tops = [i for i in _tops(sentence, inside) if _is_finite(sentence, i)]
    return any(k in held and k < i for i in tops for k in children(sentence, i, "nsubj", "nsubjpass"))


def _is_finite(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.pos in ("VERB", "AUX") and token.tag in ("VBZ", "VBP", "VBD", "VB")  # "Iran seizes": a parser may say VB


def _before_next_verb(sentence: Sentence, attribution: Attribution, inside: list[int]) -> list[int]:
    """Without what stands behind a verb beside that of the cue: "condemned the attack | and recalled its envoy"."""
    cue = [i for i, t in enumerate(sentence.tokens) if any(c.holds(t.span) for c in attribution.cue) and t.pos == "VERB"]
    verbs = [
        k for i in cue for k in children(sentence, i, "conj") if k in inside and sentence.tokens[k].tag == sentence.tokens[i].tag
    ]
    return [i for i in inside if i < min(verbs)] if verbs and min(verbs) > inside[0] else inside


def _before_quotation(sentence: Sentence, inside: list[int]) -> list[int]:
    """Without a quotation that a colon opens: 'demanded an apology: "We ..."'."""
    colons = [
        n
        for n, i in enumerate(inside)
        if sentence.tokens[i].text == ":" and sentence.tokens[min(i + 1, inside[-1])].text in OPENING
    ]
    return inside[: colons[0]] if colons and colons[0] > 0 else inside


def is_quoted_word(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are a sentence of the speaker's own, quoted behind the verb: 'demanded respect: "We will not ..."'."""
    held = set(inside)
    subjects = [k for i in _tops(sentence, inside) for k in children(sentence, i, "nsubj", "nsubjpass") if k in held]
    return any(sentence.tokens[k].text.lower() in ("we", "i") for k in subjects)


def tells(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words say what they are about: a noun or a name of some length, not "that" or "them"."""
    nouns = [i for i in inside if sentence.tokens[i].pos in ("NOUN", "PROPN", "VERB")]
    if any(sentence.tokens[i].text.lower() in ("one", "ones") and children(sentence, i, "amod") for i in inside):
        return True  # "a limited one"
    return any(sentence.tokens[i].pos != "VERB" and len(sentence.tokens[i].text) > 2 for i in nouns) or len(nouns) > 1


def stands_aside(sentence: Sentence, i: int, inside: Sequence[int]) -> bool:
    """Whether a token stands in a relative or adverbial clause within the words, or behind the "by" of a participle."""
    held = set(inside)
    while i in held:
        if sentence.tokens[i].dep in ("relcl", "advcl", "agent"):
            return sentence.tokens[i].head in held
        if sentence.tokens[i].head == i:
            return False
        i = sentence.tokens[i].head
    return False


def is_noun(sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are one noun phrase ("a peaceful resolution")."""
    tops = _tops(sentence, inside)
    return bool(tops) and sentence.tokens[tops[0]].pos in ("NOUN", "PROPN")


def is_name(report: Report, sentence: Sentence, inside: Sequence[int]) -> bool:
    """Whether the words are but the name of an actor."""
    span = run(sentence, inside)
    return span is not None and any(m.span.holds(span) for m in report.index.inside(sentence))
