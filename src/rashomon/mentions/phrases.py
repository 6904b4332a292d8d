"""Sentence, names -> drafts of mentions: noun phrases headed by a name, a role noun or a pronoun, and names inside others."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import MentionKind, Sentence
from ..tables import Tables
from ..tables.rows import Role
from .drafts import BODY, PEOPLE, PERSON, PLACE, STATE, UNKNOWN, Draft
from .names import Hit

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
BACKED = {"backed", "allied", "linked", "supported", "sponsored", "funded", "aligned", "trained", "friendly", "occupied"}
PAIRS = {"pair": 2, "duo": 2, "trio": 3}
QUANTITIES = {"thousand", "hundred", "dozen", "score", "million", "number", "group", "majority", "crowd", "handful", "pair", "team",
              "ten", "lot", "half", "most", "some", "many", "several", "one", "two", "three", "all"}  # fmt: skip
LONGEST_ROLE = 4
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
    start = _after_dash(sentence, start, root)
    if tokens[root].pos == "PRON" and (draft := _pronoun(sentence, root)) is not None:
        yield draft
        return
    for i in range(start, end):
        if i != root and tokens[i].dep == "poss":
            left = _left_edge(sentence, i, start)
            yield from _phrase(sentence, left, i + 1, i, at, tables)
    if hit := at.get(root):
        if hit.first < start and hit.head != root:
            return  # a later part of a name that another phrase holds: "Department of *Human Services*"
        yield _named(sentence, start, end, root, hit, at, tables)
    elif tokens[root].lemma.lower() in QUANTITIES and (inner := _of_object(sentence, root)) is not None:
        chunk = next((c for c in sentence.chunks if c[2] == inner), (inner, inner + 1, inner))
        for draft in _phrase(sentence, *chunk, at, tables):
            if draft.head == inner:
                draft.first, draft.plural = start, True
            yield draft
    elif found := _role(sentence, start, root, tables):
        described = _described(sentence, start, end, root, found, at, tables)
        if described.plural or described.organisation or described.members or described.role_text not in AMBIGUOUS:
            yield described


def _named(sentence: Sentence, start: int, end: int, root: int, hit: Hit, at: dict[int, Hit], tables: Tables) -> Draft:
    """A phrase headed by a name: "Iranian Foreign Minister Mohammad Javad Zarif", "the Russian Foreign Ministry"."""
    last = max(end, hit.last)
    draft = Draft(sentence, start, last, root, MentionKind.NAME, hit.text, hit.readings, rule="name")
    if (found := _role(sentence, start, hit.first - 1, tables) if hit.first > start else None) or (
        not hit.readings and (found := _role(sentence, hit.first, hit.last - 1, tables))
    ):
        draft.role, draft.role_text = found[1], found[2]
    draft.organisation = _organisation(sentence, start, root, hit, at, tables)
    if draft.organisation is None and draft.role is not None and not hit.readings and hit.label != "PERSON":
        draft.organisation = _home(sentence.tokens[hit.first].text, tables) or None
    if not hit.readings and hit.label == "ORG":
        _extend(sentence, draft, at)
    _set_genus(draft, hit)
    _set_number(sentence, draft)
    part_of_name = sentence.tokens[root].dep == "pobj" and sentence.tokens[sentence.tokens[root].head].text.casefold() == "of"
    if not part_of_name and _short_form(sentence, draft.last):
        draft.last += 3
    return draft


def _short_form(sentence: Sentence, i: int) -> bool:
    """Whether tokens i.. are initials in brackets: "( LNA )"."""
    words = [t.text for t in sentence.tokens[i : i + 3]]
    return len(words) == 3 and words[0] == "(" and words[2] == ")" and len(words[1]) < 10 and sum(c.isupper() for c in words[1]) > 1


def _described(
    sentence: Sentence, start: int, end: int, root: int, found: tuple[int, Role, str], at: dict[int, Hit], tables: Tables
) -> Draft:
    """A phrase headed by a role noun: "NATO foreign ministers", "the Russian military", "the bloc", "eight countries"."""
    _, role, text = found
    draft = Draft(sentence, start, end, root, MentionKind.DESCRIPTION, role=role, role_text=text, rule="role noun")
    _set_number(sentence, draft)
    draft.members = _modifiers(sentence, start, root, at)
    if not draft.members:
        draft.organisation = _organisation(sentence, start, root, None, at, tables)
        _extend(sentence, draft, at)
    if _short_form(sentence, draft.last):
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


def _role(sentence: Sentence, start: int, end: int, tables: Tables) -> tuple[int, Role, str] | None:
    """The longest role noun that ends at token `end` and begins at or after `start`: its first token, role and words."""
    tokens = sentence.tokens
    words = [tokens[i].text.casefold() for i in range(max(start, end - LONGEST_ROLE + 1), end + 1)]
    if not words:
        return None
    if longer := _role_with_of(sentence, end, tables):
        return longer
    lemma = tokens[end].lemma.casefold()
    offset = end + 1 - len(words)
    for i in range(len(words)):
        for head in {lemma, words[-1]}:
            phrase = " ".join([*words[i:-1], head]).replace(" - ", " ").replace("-", " ")
            if role := tables.role_nouns.get(phrase):
                return offset + i, role, phrase
    return None


def _role_with_of(sentence: Sentence, i: int, tables: Tables) -> tuple[int, Role, str] | None:
    """A role noun that goes on after its head: "secretary *of state*", "minister *of foreign affairs*"."""
    tokens = sentence.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text.casefold() not in {"of", "for", "in"}:
        return None
    words = [tokens[i].lemma.casefold(), *(t.text.casefold() for t in tokens[i + 1 : i + 4])]
    for length in range(len(words), 2, -1):
        phrase = " ".join(words[:length])
        if role := tables.role_nouns.get(phrase):
            return i, role, phrase
    return None


def _after_dash(sentence: Sentence, start: int, root: int) -> int:
    """Where a phrase begins without leading marks and without a dateline: "WASHINGTON - *US President Joe Biden*"."""
    tokens = sentence.tokens
    for i in range(root - 1, start, -1):
        spaced = tokens[i + 1].span.start > tokens[i].span.end and tokens[i].span.start > tokens[i - 1].span.end
        if tokens[i].text in {"-", "--", "–", "—"} and spaced:
            start = i + 1
            break
    while start < root and tokens[start].pos in {"SYM", "PUNCT"}:
        start += 1
    return start


def _modifiers(sentence: Sentence, start: int, root: int, at: dict[int, Hit]) -> list[Draft]:
    """The names before a role noun, if they are several side by side: "*US* and *British* troops", "*Russia*-*China* alliance"."""
    hits = list(dict.fromkeys(at[i] for i in range(start, root) if i in at and at[i].last <= root))
    if len(hits) < 2 or any(sentence.tokens[h.head].dep == "poss" for h in hits):
        return []
    joints = [sentence.tokens[h.first - 1].text.casefold() for h in hits[1:]]
    return [_bare(sentence, h) for h in hits] if all(j in {"and", "-", "or", "–", ",", "&"} for j in joints) else []


def _organisation(sentence: Sentence, start: int, root: int, own: Hit | None, at: dict[int, Hit], tables: Tables) -> str | None:
    """Id of the state or organisation that a phrase's modifiers name: "*Iranian* foreign minister", "*NATO*'s head"."""
    for i in range(root, start - 1, -1):
        hit = at.get(i)
        if hit is None or hit is own or _only_backs(sentence, hit.last):
            continue
        for reading in hit.readings:
            if reading.kind in {"name", "demonym", "metonym", "capital"}:
                return reading.actor
            if reading.kind in {"person", "place"} and (home := tables.state_of(reading.actor)):
                return home
        if hit.label == "PERSON" and (home := _home(hit.text, tables)):
            return home
    return None


def _only_backs(sentence: Sentence, i: int) -> bool:
    """Whether "-backed" and the like follow: an Iran-backed group is not Iran's own."""
    words = [t.text.casefold() for t in sentence.tokens[i : i + 2]]
    return len(words) == 2 and words[0] == "-" and words[1] in BACKED


def _home(surname: str, tables: Tables) -> str:
    """The one state that all persons of that surname act for ("the *Obama* administration"); "" if there is none or several."""
    homes = {tables.state_of(p) for p in tables.surnames.get(surname.casefold(), ())}
    return homes.pop() if len(homes) == 1 else ""


def _extend(sentence: Sentence, draft: Draft, at: dict[int, Hit]) -> None:
    """Takes in "of the European Commission" after a role noun, and whose it is: also "for ...", "in ...", which stay outside."""
    for preposition in (k for k in sentence.tokens[draft.head].children if sentence.tokens[k].dep == "prep" and k > draft.head):
        word = sentence.tokens[preposition].text.casefold()
        target = next((k for k in sentence.tokens[preposition].children if sentence.tokens[k].dep == "pobj"), None)
        if target is None or word not in FOLLOWING:
            continue
        if preposition == draft.last and (word in OF or _belongs(draft, word)):
            draft.last = max(draft.last, _right_edge(sentence, target))
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


def _of_object(sentence: Sentence, root: int) -> int | None:
    for preposition in sentence.tokens[root].children:
        if sentence.tokens[preposition].text.casefold() == "of":
            return next((k for k in sentence.tokens[preposition].children if sentence.tokens[k].dep == "pobj"), None)
    return None


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


def _left_edge(sentence: Sentence, i: int, floor: int) -> int:
    edge = i
    stack = [i]
    while stack:
        j = stack.pop()
        edge = min(edge, j)
        stack += [k for k in sentence.tokens[j].children if k < i]
    return max(edge, floor)


def _right_edge(sentence: Sentence, i: int) -> int:
    """One past the end of the noun phrase of token `i` with its conjuncts and "of" phrases, relative clauses left out."""
    tokens = sentence.tokens
    ends = {c[2]: c[1] for c in sentence.chunks}
    end, stack = i + 1, [i]
    while stack:
        j = stack.pop()
        end = max(end, ends.get(j, j + 1))
        stack += [k for k in tokens[j].children if k > j and tokens[k].dep == "conj"]
        for k in tokens[j].children:
            if k == end and tokens[k].text.casefold() == "of":
                stack += [m for m in tokens[k].children if tokens[m].dep == "pobj"]
    return end
