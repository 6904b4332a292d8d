"""Sentence, names -> drafts of mentions: noun phrases headed by a name, a role noun or a pronoun, and names inside others."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import MentionKind, Sentence
from ..tables import Tables
from ..tables.rows import Role
from .drafts import BODY, PEOPLE, PERSON, PLACE, STATE, UNKNOWN, Draft
from .edges import after_dash, left_edge, of_object, right_edge, short_form
from .names import Hit
from .roles import find_organisation, find_role, home

PRONOUNS = {
    "he": (PERSON, False, "m"), "him": (PERSON, False, "m"), "his": (PERSON, False, "m"), "himself": (PERSON, False, "m"),
    "she": (PERSON, False, "f"), "her": (PERSON, False, "f"), "hers": (PERSON, False, "f"), "herself": (PERSON, False, "f"),
    "it": (BODY, False, ""), "its": (BODY, False, ""), "itself": (BODY, False, ""),
    "they": (PEOPLE, True, ""), "them": (PEOPLE, True, ""), "their": (PEOPLE, True, ""), "themselves": (PEOPLE, True, ""),
    "who": (PERSON, False, ""), "whom": (PERSON, False, ""), "whose": (PERSON, False, ""), "which": (BODY, False, ""),
    "i": (PERSON, False, ""), "we": (PEOPLE, True, ""), "us": (PEOPLE, True, ""), "our": (PEOPLE, True, ""),
    "my": (PERSON, False, ""), "me": (PERSON, False, ""),
}  # fmt: skip
NUMBERS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True)) | {"both": 2}
PAIRS = {"pair": 2, "duo": 2, "trio": 3}
QUANTITIES = {"thousand", "hundred", "dozen", "score", "million", "number", "group", "majority", "crowd", "handful", "pair", "team",
              "ten", "lot", "half", "most", "some", "many", "several", "one", "two", "three", "all"}  # fmt: skip
# Words that name an actor only with a state or organisation: "the UN body", not "his body".
AMBIGUOUS = {
    "body",
    "head",
    "state",
    "justice",
    "power",
    "force",
    "side",
    "general",
    "major",
    "chief",
    "captain",
    "carrier",
    "tank",
    "drone",
}
OF = {"of"}
FOLLOWING = {"of", "for", "at", "from", "in", "to"}
PLURAL_TAGS = {"NNS", "NNPS"}


def find_phrases(sentence: Sentence, hits: list[Hit], tables: Tables) -> list[Draft]:
    """Drafts in the order of their heads; no two share a head token."""
    at = {i: hit for hit in hits for i in range(hit.first, hit.last)}
    drafts: dict[int, Draft] = {}
    for start, end, root in sentence.chunks:
        for draft in _phrase(sentence, start, end, root, at, tables):
            drafts.setdefault(draft.head, draft)
            for part in draft.members:
                drafts.setdefault(part.head, part)
    for hit in hits:
        if hit.head not in drafts and not any(
            d.first <= hit.first and hit.last <= d.last and _absorbs(d, hit) for d in drafts.values()
        ):
            drafts[hit.head] = _bare(sentence, hit)
    for i, token in enumerate(sentence.tokens):
        if i not in drafts and token.pos == "PRON" and (own := _pronoun(sentence, i)) is not None:
            drafts[i] = own
    return _join_titles([drafts[i] for i in sorted(drafts)])


def _join_titles(drafts: list[Draft]) -> list[Draft]:
    """Joins a title to the name right after it where the parser took them for two phrases: "his rival Laurent Gbagbo"."""
    joined: list[Draft] = []
    for draft in drafts:
        title = next((d for d in reversed(joined) if d.last == draft.first), None)
        if title is not None and _is_title(title, draft):
            joined.remove(title)
            draft.first, draft.role, draft.role_text = title.first, draft.role or title.role, draft.role_text or title.role_text
            draft.organisation = draft.organisation or title.organisation
        joined.append(draft)
    return joined


def _is_title(title: Draft, draft: Draft) -> bool:
    if draft.kind is not MentionKind.NAME or draft.genus not in {PERSON, UNKNOWN} or title.kind is MentionKind.NAME:
        return False
    tokens = draft.sentence.tokens
    hangs = tokens[draft.head].head == title.head or tokens[title.head].head == draft.head
    return hangs and title.role is not None and title.role.type == "person" and not title.plural


def _phrase(sentence: Sentence, start: int, end: int, root: int, at: dict[int, Hit], tables: Tables) -> Iterator[Draft]:
    """The mention headed by `root`, if it is one, and those of the possessors within."""
    tokens = sentence.tokens
    start = after_dash(sentence, start, root)
    if tokens[root].pos == "PRON" and (draft := _pronoun(sentence, root)) is not None:
        yield draft
        return
    for i in range(start, end):
        if i != root and tokens[i].dep == "poss":
            left = left_edge(sentence, i, start)
            yield from _phrase(sentence, left, i + 1, i, at, tables)
    if hit := at.get(root):
        if hit.first < start and hit.head != root:
            return  # a later part of a name that another phrase holds: "Department of *Human Services*"
        yield _named(sentence, start, end, root, hit, at, tables)
    elif tokens[root].lemma.lower() in QUANTITIES and (inner := of_object(sentence, root)) is not None:
        chunk = next((c for c in sentence.chunks if c[2] == inner), (inner, inner + 1, inner))
        for draft in _phrase(sentence, *chunk, at, tables):
            if draft.head == inner:
                draft.first, draft.plural = start, True
            yield draft
    elif found := find_role(sentence, start, root, tables):
        described = _described(sentence, start, end, root, found, at, tables)
        if described.plural or described.organisation or described.members or described.role_text not in AMBIGUOUS:
            yield described


def _named(sentence: Sentence, start: int, end: int, root: int, hit: Hit, at: dict[int, Hit], tables: Tables) -> Draft:
    """A phrase headed by a name: "Iranian Foreign Minister Mohammad Javad Zarif", "the Russian Foreign Ministry"."""
    last = max(end, hit.last)
    draft = Draft(sentence, start, last, root, MentionKind.NAME, hit.text, hit.readings, rule="name")
    if (found := find_role(sentence, start, hit.first - 1, tables) if hit.first > start else None) or (
        not hit.readings and (found := find_role(sentence, hit.first, hit.last - 1, tables))
    ):
        draft.role, draft.role_text = found[1], found[2]
    draft.organisation = find_organisation(sentence, start, root, hit, at, tables)
    if draft.organisation is None and draft.role is not None and not hit.readings and hit.label != "PERSON":
        draft.organisation = home(sentence.tokens[hit.first].text, tables) or None
    if not hit.readings and hit.label == "ORG":
        _extend(sentence, draft, at)
    _set_genus(draft, hit)
    _set_number(sentence, draft)
    part_of_name = sentence.tokens[root].dep == "pobj" and sentence.tokens[sentence.tokens[root].head].text.casefold() == "of"
    if not part_of_name and short_form(sentence, draft.last):
        draft.last += 3
    return draft


def _described(
    sentence: Sentence, start: int, end: int, root: int, found: tuple[int, Role, str], at: dict[int, Hit], tables: Tables
) -> Draft:
    """A phrase headed by a role noun: "NATO foreign ministers", "the Russian military", "the bloc", "eight countries"."""
    _, role, text = found
    draft = Draft(sentence, start, end, root, MentionKind.DESCRIPTION, role=role, role_text=text, rule="role noun")
    _set_number(sentence, draft)
    draft.members = _modifiers(sentence, start, root, at)
    if not draft.members:
        draft.organisation = find_organisation(sentence, start, root, None, at, tables)
        _extend(sentence, draft, at)
    if short_form(sentence, draft.last):
        draft.last += 3
    if role.type == "person":
        draft.genus = PEOPLE if draft.plural else PERSON
        draft.kind = MentionKind.OFFICE if draft.organisation else MentionKind.DESCRIPTION
    elif role.type in {"state", "group"}:
        draft.genus = PEOPLE if draft.plural else STATE
        draft.kind = MentionKind.GROUP if draft.plural else MentionKind.DESCRIPTION
    else:
        draft.genus = PEOPLE if draft.plural else BODY
    if draft.members or (draft.plural and draft.kind is MentionKind.OFFICE):
        draft.kind = MentionKind.GROUP
    return draft


def _bare(sentence: Sentence, hit: Hit) -> Draft:
    """A name inside another phrase: "the *Russian* invasion", "a *NATO* summit"."""
    draft = Draft(sentence, hit.first, hit.last, hit.head, MentionKind.NAME, hit.text, hit.readings, rule="name in a phrase")
    _set_genus(draft, hit)
    return draft


def _pronoun(sentence: Sentence, i: int) -> Draft | None:
    token = sentence.tokens[i]
    traits = PRONOUNS.get(token.text.casefold())
    if traits is None or token.dep == "expl":
        return None
    genus, plural, gender = traits
    return Draft(sentence, i, i + 1, i, MentionKind.PRONOUN, genus=genus, plural=plural, gender=gender, rule="pronoun")


def _modifiers(sentence: Sentence, start: int, root: int, at: dict[int, Hit]) -> list[Draft]:
    """The names before a role noun, if they are several side by side: "*US* and *British* troops", "*Russia*-*China* alliance"."""
    hits = list(dict.fromkeys(at[i] for i in range(start, root) if i in at and at[i].last <= root))
    if len(hits) < 2 or any(sentence.tokens[h.head].dep == "poss" for h in hits):
        return []
    joints = [sentence.tokens[h.first - 1].text.casefold() for h in hits[1:]]
    return [_bare(sentence, h) for h in hits] if all(j in {"and", "-", "or", "–", ",", "&"} for j in joints) else []


def _extend(sentence: Sentence, draft: Draft, at: dict[int, Hit]) -> None:
    """Takes in "of the European Commission" after a role noun, and whose it is: also "for ...", "in ...", which stay outside."""
    for preposition in (k for k in sentence.tokens[draft.head].children if sentence.tokens[k].dep == "prep" and k > draft.head):
        word = sentence.tokens[preposition].text.casefold()
        target = next((k for k in sentence.tokens[preposition].children if sentence.tokens[k].dep == "pobj"), None)
        if target is None or word not in FOLLOWING:
            continue
        if preposition == draft.last and (word in OF or _belongs(draft, word)):
            draft.last = max(draft.last, right_edge(sentence, target))
        hit = at.get(target)
        if draft.organisation is None and word != "to" and hit is not None and hit.readings:
            reading = hit.readings[0]
            if reading.kind in {"name", "metonym"} or (word in OF and reading.kind == "capital"):
                draft.organisation = reading.actor


def _belongs(draft: Draft, word: str) -> bool:
    """Whether a phrase after the role noun is a part of the mention: "a court in Guyana", "envoy to Berlin", "aide for ..."."""
    role = draft.role
    if role is None or draft.kind is MentionKind.NAME:
        return False
    return word == "in" or (role.type == "person" and word in {"for", "from"}) or (role.role == "envoy" and word == "to")


def _set_genus(draft: Draft, hit: Hit) -> None:
    kinds = [n.kind for n in hit.readings]
    if not kinds:
        draft.genus = {"PERSON": PERSON, "ORG": BODY, "GPE": STATE, "NORP": PEOPLE, "LOC": PLACE, "FAC": PLACE}.get(
            hit.label, UNKNOWN
        )
        draft.score = 0.6
    elif kinds[0] == "person":
        draft.genus = PERSON
    elif kinds[0] == "demonym":
        head = draft.sentence.tokens[draft.head]
        draft.kind = MentionKind.DEMONYM
        draft.genus = STATE if head.dep in {"amod", "compound", "nmod"} else PEOPLE
        draft.plural = draft.genus == PEOPLE and (
            head.tag in PLURAL_TAGS or head.pos == "ADJ" or head.text.endswith(("ese", "ish", "ch"))
        )
        if draft.genus == PEOPLE and not draft.plural:
            draft.genus = PERSON
    elif kinds[0] in {"capital", "metonym"}:
        draft.kind = MentionKind.METONYM
        is_dateline = draft.first == 0 and draft.sentence.tokens[0].text.isupper()
        draft.genus = PLACE if is_dateline else STATE
    elif kinds[0] == "place":
        draft.genus = PLACE
    elif hit.readings[0].actor.startswith("iso3:"):
        draft.genus = STATE
    else:
        draft.genus = BODY


def _set_number(sentence: Sentence, draft: Draft) -> None:
    tokens = sentence.tokens
    if draft.kind is not MentionKind.NAME:
        draft.plural = tokens[draft.head].tag in PLURAL_TAGS or tokens[draft.head].text.casefold() in {"police", "people"}
    if (head := tokens[draft.head].text.casefold()) in PAIRS:
        draft.plural, draft.count = True, PAIRS[head]
    for i in range(draft.first, draft.head):
        word = tokens[i].text.casefold()
        draft.definite |= word in {"the", "these", "those", "this", "that", "both"}
        if tokens[i].head == draft.head:
            draft.count = draft.count or NUMBERS.get(word, int(word) if word.isdecimal() and len(word) < 4 else 0)


def _absorbs(draft: Draft, hit: Hit) -> bool:
    """Whether a name inside a phrase only tells whose the phrase's head is, and is no mention of its own."""
    token = draft.sentence.tokens[hit.head]
    return draft.first <= hit.head < draft.head and token.dep in {"amod", "compound", "nmod", "nmod:poss", "det"}
