"""Drafts -> the same drafts with antecedents: pronouns, "the bloc", "the officials", "the latter three", surnames, appositions.

Candidates are scored by distance in sentences, subjecthood and sort; agreement in number and gender is required. A simple
salience model in the manner of Lappin and Leass (1994), with the sorts of actors in place of a full binding theory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..records import MentionKind, Sentence
from ..tables.rows import ORGANISATIONS
from .drafts import BODY, PEOPLE, PERSON, STATE, UNKNOWN, Draft

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
OBJECTS = {"dobj", "pobj", "dative", "obj"}
FIRST_PERSON = {"i", "we", "us", "our", "my", "me"}
RELATIVES = {"who", "whom", "which", "whose"}
REACH = {"pronoun": 4, "surname": 10_000, "description": 12, "list": 3}
KEPT = 60  # drafts remembered: but for names, references reach no further back than that
FLOOR = -2.5
BODY_WORDS = set("Union Council Commission Community Alliance Organisation Organization Forum League Bank Authority Agency".split())
BODY_NOUNS = {
    "bloc": set(ORGANISATIONS),
    "alliance": {*ORGANISATIONS, "group:"},
    "organization": {"org:", "group:"},
    "organisation": {"org:", "group:"},
    "group": {*ORGANISATIONS, "group:"},
    "grouping": set(ORGANISATIONS),
    "movement": {"group:"},
    "agency": {"org:"},
    "council": {"org:"},
}


def follow_references(sentences: Iterable[tuple[Sentence, list[Draft]]]) -> None:
    """Sets `antecedent` (and, for "the latter three", `members`) of every draft that points back, in the order of the text."""
    past: list[Draft] = []
    people: dict[str, Draft] = {}
    for sentence, drafts in sentences:
        own: list[Draft] = []
        for draft in sorted(drafts, key=lambda d: (d.head, d.kind is MentionKind.LIST)):
            _follow(draft, past, own, sentence, people)
            _name_short_form(draft, own, people)
            own.append(draft)
            _remember(draft, people)
        _join_appositions(sentence, own)
        past = [*past, *own][-KEPT:]


def _follow(draft: Draft, past: list[Draft], own: list[Draft], sentence: Sentence, people: dict[str, Draft]) -> None:
    before = [*past, *own]
    word = sentence.tokens[draft.head].text.casefold()
    if draft.kind is MentionKind.PRONOUN:
        if word in RELATIVES:
            draft.antecedent = _relative(draft, own, sentence)
        elif word not in FIRST_PERSON:
            draft.antecedent = _best(draft, before, REACH["pronoun"])
    elif draft.kind in {MentionKind.NAME, MentionKind.METONYM} and " " not in draft.name:
        _take_longer_name(draft, people)
    elif draft.kind in {MentionKind.DESCRIPTION, MentionKind.GROUP} and not draft.members and draft.organisation is None:
        if _points_back(draft, sentence):
            draft.antecedent = _described(draft, before, sentence)
        elif draft.role is not None and draft.role.type == "state" and draft.role.role == "member":
            draft.organisation = _nearest_body(before)


def _points_back(draft: Draft, sentence: Sentence) -> bool:
    """Whether a phrase without a name of its own is definite and short: "the bloc", "the two leaders", "both sides"."""
    first = sentence.tokens[draft.first].text.casefold()
    return first in {"the", "these", "those", "this", "that", "both"} and draft.last - draft.first <= 6


# -- names ---------------------------------------------------------------------------------------------------------------


def _remember(draft: Draft, people: dict[str, Draft]) -> None:
    """Keeps a person's full name under its last word, and under its first one unless that is another's last; a body's under its
    last word."""
    words = draft.name.casefold().split()
    if draft.kind is not MentionKind.NAME or len(words) < 2 or draft.quoted:
        return
    if draft.genus == PERSON:
        people[words[-1]] = draft
        if people.get(words[0], draft).name.casefold().startswith(words[0]):
            people[words[0]] = draft
    elif _is_body(draft):
        people[words[-1]] = draft


def _is_body(draft: Draft) -> bool:
    """Whether a draft names a body by words of which the last may stand for it, in capitals: "the African Union", "the Union"."""
    named = any(r.kind == "name" and r.actor.startswith("org:") for r in draft.readings)
    return named and draft.name.split()[-1] in BODY_WORDS


def _name_short_form(draft: Draft, own: list[Draft], people: dict[str, Draft]) -> None:
    """Links initials in brackets to the name before them, here and wherever they come again: "Libyan National Army (LNA)"."""
    holder = next(
        (d for d in reversed(own) if d.kind is MentionKind.NAME and d.first < draft.first and draft.last == d.last - 1), None
    )
    if holder is not None and draft.kind is MentionKind.NAME and draft.sentence.tokens[draft.first - 1].text == "(":
        draft.antecedent = holder
        people[draft.name.casefold()] = holder


def _take_longer_name(draft: Draft, people: dict[str, Draft]) -> None:
    """Links "Stoltenberg" to the earlier "Jens Stoltenberg"; "Hamilton", else a capital, too after "Lewis Hamilton"."""
    sure = {"name", "person", "demonym"} & {n.kind for n in draft.readings}
    full = people.get(draft.name.casefold())
    if full is None or sure:
        return
    draft.kind, draft.genus, draft.readings = MentionKind.NAME, full.genus, ()
    draft.gender = draft.gender or full.gender
    draft.antecedent = full.antecedent or full


# -- pronouns ------------------------------------------------------------------------------------------------------------


def _relative(draft: Draft, own: list[Draft], sentence: Sentence) -> Draft | None:
    """The noun that a relative clause hangs on."""
    i = draft.head
    for _ in range(6):
        token = sentence.tokens[i]
        if token.dep == "relcl":
            nouns = (d for d in own if d.head == token.head and d is not draft and d.kind is not MentionKind.LIST)
            return next(nouns, None)
        if token.head == i:
            return None
        i = token.head
    return None


def _best(draft: Draft, before: list[Draft], reach: int) -> Draft | None:
    scored = [(score, n, d) for n, d in enumerate(before) if (score := _salience(draft, d, reach)) is not None]
    if not scored:
        return None
    score, _, best = max(scored, key=lambda s: (s[0], s[1]))
    alone = draft.genus == PERSON and len({d.antecedent or d for _, _, d in scored}) == 1
    if score < FLOOR and not alone:
        return None
    return best.antecedent if best.kind is MentionKind.PRONOUN and best.antecedent is not None else best


def _salience(draft: Draft, other: Draft, reach: int) -> float | None:
    """How well `other` serves as what `draft` means; None where it cannot."""
    distance = draft.sentence.index - other.sentence.index
    if distance > reach or (other.quoted and not draft.quoted) or not _agrees(draft, other):
        return None
    if distance == 0 and (_overlaps(draft, other) or _coarguments(draft, other)):
        return None
    if other.kind is MentionKind.PRONOUN and other.antecedent is None:
        return None
    token = other.sentence.tokens[other.head]
    score = -1.0 * distance - (0.5 if distance else 0.0)
    score += 1.5 if distance == 0 and draft.quoted and other.quoted else 0.0
    score += 2.0 if token.dep in SUBJECTS else 0.5 if token.dep in OBJECTS else -0.5
    score += 1.0 if token.dep in SUBJECTS and other.sentence.tokens[token.head].dep == "ROOT" else 0.0
    score -= 0.5 * (draft.sentence.paragraph - other.sentence.paragraph) if distance else 0.0
    score -= 1.5 if other.kind is MentionKind.DEMONYM or other.rule == "name in a phrase" else 0.0
    score -= 0.5 if token.dep == "poss" else 0.0
    score += 0.7 if other.kind is MentionKind.NAME and other.rule == "name" else 0.0
    if token.dep == "pobj" and other.kind in {MentionKind.NAME, MentionKind.METONYM} and other.genus == STATE:
        score -= 1.0 if other.sentence.tokens[token.head].text.casefold() in {"in", "at", "near"} else 0.0
    return score


def _agrees(draft: Draft, other: Draft) -> bool:
    """Number, gender and sort. "It" is a body or a state, "they" several or a body, "he" one person."""
    if draft.genus == PERSON:
        return (
            not other.plural
            and other.genus in {PERSON, UNKNOWN}
            and not (draft.gender and other.gender and draft.gender != other.gender)
        )
    if draft.genus == PEOPLE:
        return other.plural or other.genus == PEOPLE
    return not other.plural and other.genus in {BODY, STATE}


def _overlaps(draft: Draft, other: Draft) -> bool:
    return other.first < draft.last and draft.first < other.last


def _coarguments(draft: Draft, other: Draft) -> bool:
    """Whether both hang on one verb: "Russia attacked it" is not about Russia. A possessive ("its") is free."""
    tokens = draft.sentence.tokens
    mine, theirs = tokens[draft.head], tokens[other.head]
    governor = tokens[mine.head].head if mine.dep == "pobj" and theirs.dep in SUBJECTS else mine.head
    if mine.dep in OBJECTS and theirs.dep in SUBJECTS:
        governor = _subject_verb(draft.sentence, governor)
    return mine.dep in SUBJECTS | OBJECTS and governor == theirs.head


def _subject_verb(sentence: Sentence, v: int) -> int:
    """The verb that bears the subject of `v`: that of "chose" for "Russia chose to attack and seize it"."""
    for _ in range(6):
        token = sentence.tokens[v]
        if token.dep not in {"conj", "xcomp"} or any(sentence.tokens[k].dep in SUBJECTS for k in token.children):
            break
        v = token.head
    return v


# -- descriptions --------------------------------------------------------------------------------------------------------


def _described(draft: Draft, before: list[Draft], sentence: Sentence) -> Draft | None:
    words = [t.text.casefold() for t in sentence.tokens[draft.first : draft.last]]
    role = draft.role
    if role is None:
        return None
    if role.type in {"reference", "collective"} and not draft.plural:
        return _body(words[-1], before, draft) or _same_noun(draft, before, words[-1])
    if draft.plural and (draft.count or words[0] == "both"):
        return _several(draft, before)
    if role.type == "person":
        return _same_role(draft, before)
    if role.type == "state" and not draft.plural:
        return _country(draft, before, sentence)
    return _same_noun(draft, before, words[-1])


def _country(draft: Draft, before: list[Draft], sentence: Sentence) -> Draft | None:
    """The nearest state; as an object, "the country" is not its sentence's subject ("Russia ... its invasion of the country")."""
    is_subject = sentence.tokens[draft.head].dep in SUBJECTS
    for other in _near(draft, before):
        if other.genus != STATE or other.kind in {MentionKind.DESCRIPTION, MentionKind.DEMONYM, MentionKind.LIST}:
            continue
        if is_subject or other.sentence is not sentence or sentence.tokens[other.head].dep not in SUBJECTS:
            return other
    return None


def _same_noun(draft: Draft, before: list[Draft], noun: str) -> Draft | None:
    """The earlier, fuller phrase with the same head noun: "the republics" after "the Donbas republics"."""
    for other in _near(draft, before):
        fuller = other.organisation or other.readings or other.members
        if fuller and other.sentence.tokens[other.head].text.casefold() == noun:
            return other
    return None


def _near(draft: Draft, before: list[Draft]) -> Iterator[Draft]:
    """Earlier drafts, the latest first, within reach; what is quoted only for a reference in a quotation."""
    for other in reversed(before):
        if draft.sentence.index - other.sentence.index > REACH["description"]:
            return
        if not (other.quoted and not draft.quoted) and not (other.sentence is draft.sentence and _overlaps(draft, other)):
            yield other


def _body(noun: str, before: list[Draft], draft: Draft) -> Draft | None:
    """The organisation meant by "the bloc": the nearest of the right sort, subjects before others within a sentence."""
    prefixes = tuple(BODY_NOUNS.get(noun, ()))
    best: tuple[float, Draft] | None = None
    named = Counter(d.readings[0].actor for d in before if d.readings)
    for other in _near(draft, before):
        fits = any(n.kind == "name" and n.actor.startswith(prefixes) for n in other.readings) if prefixes else False
        if not fits or other.plural:
            continue
        dep = other.sentence.tokens[other.head].dep
        score = -0.7 * (draft.sentence.index - other.sentence.index) + (1.5 if dep in SUBJECTS else 0.0)
        score += min(1.5, 0.5 * named[other.readings[0].actor]) - (1.0 if dep in {"conj", "pobj"} else 0.0)
        if best is None or score > best[0]:
            best = (score, other)
    return best[1] if best else None


def _same_role(draft: Draft, before: list[Draft]) -> Draft | None:
    """The earlier person (or persons, for a plural) of the same role: "the ministers" after "NATO foreign ministers"."""
    assert draft.role is not None
    loose = {"official", "minister", "leader", "envoy", "counterpart"}
    fallback = None
    for other in _near(draft, before):
        if other.plural != draft.plural or other.kind is MentionKind.PRONOUN or other.role is None:
            continue
        if (
            other.role.role == draft.role.role
            or other.role_text.endswith(draft.role_text)
            or draft.role_text.endswith(other.role_text)
        ):
            return other.antecedent or other
        if fallback is None and draft.role.role in loose and other.role.sector == draft.role.sector and other.role.type == "person":
            fallback = other
    return fallback


def _several(draft: Draft, before: list[Draft]) -> Draft | None:
    """What "the two leaders", "both countries", "the eight nations" mean: a list of as many parts, else the last so many."""
    wanted = draft.count or 2
    sorts = {"person": {PERSON}, "state": {STATE}, "group": {STATE, BODY, PERSON, PEOPLE}}
    sort = sorts.get(draft.role.type if draft.role else "", {STATE, BODY})
    parts: list[Draft] = []
    for other in _near(draft, before):
        fits = other.kind is MentionKind.LIST and len(other.members) == wanted
        if fits and any(m.genus in sort for m in other.members) and draft.sentence.index - other.sentence.index <= REACH["list"]:
            return other
    if sort == {STATE}:
        draft.members = _most_told(draft, before, wanted)
        return None
    for other in _near(draft, before):
        names = {p.name for p in parts}
        if other.kind in {MentionKind.NAME, MentionKind.METONYM} and other.genus in sort and other.name not in names:
            parts.append(other)
        if len(parts) == wanted:
            break
    if len(parts) == wanted and wanted <= 3:
        draft.members = list(reversed(parts))
    return None


def _most_told(draft: Draft, before: list[Draft], wanted: int) -> list[Draft]:
    """The states of "both countries": those told of most, if they stand out from the rest; no state is better than a wrong one."""
    named = [d for d in before if d.kind is MentionKind.NAME and d.genus == STATE and not (d.quoted and not draft.quoted)]
    firsts: dict[str, Draft] = {}
    for one in named:
        firsts.setdefault(one.readings[0].actor if one.readings else one.name, one)
    often = Counter(d.readings[0].actor if d.readings else d.name for d in named)
    ordered = sorted(firsts, key=lambda state: -often[state])
    if wanted > 3 or len(ordered) < wanted or (len(ordered) > wanted and often[ordered[wanted - 1]] == often[ordered[wanted]]):
        return []
    return [firsts[state] for state in firsts if state in ordered[:wanted]]


def _nearest_body(before: list[Draft]) -> str | None:
    """The organisation whose "members" are meant: the nearest one named."""
    for other in reversed(before):
        for name in other.readings:
            if name.kind == "name" and name.actor.startswith(ORGANISATIONS):
                return name.actor
    return None


def _may_be(described: Draft, name: Draft) -> bool:
    """Whether a description can be said of a name: a person's role of a person, a body's of a body."""
    if described.kind is MentionKind.NAME or described.role is None or described.plural != name.plural:
        return False
    return name.genus == UNKNOWN or (described.role.type == "person") == (name.genus == PERSON)


def _join_appositions(sentence: Sentence, own: list[Draft]) -> None:
    """ "Sergei Lavrov, the Russian foreign minister": the description points to the name, and gives it its role."""
    by_head = {d.head: d for d in own if d.kind is not MentionKind.LIST}
    for draft in own:
        if sentence.tokens[draft.head].dep != "appos" or draft.kind is MentionKind.LIST:
            continue
        other = by_head.get(sentence.tokens[draft.head].head)
        if other is None or other is draft:
            continue
        name, described = (draft, other) if draft.kind is MentionKind.NAME else (other, draft)
        if name.kind is MentionKind.NAME and described.role is not None and _may_be(described, name):
            described.antecedent = name
            if name.genus in {PERSON, UNKNOWN} and name.role is None:
                name.role, name.role_text, name.organisation = (
                    described.role,
                    described.role_text,
                    name.organisation or described.organisation,
                )
