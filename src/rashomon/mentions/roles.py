"""Role nouns in a phrase, and whose role it is: "*Iranian* *foreign minister*", "the *Obama* *administration*"."""

from __future__ import annotations

from ..records import Sentence
from ..tables import Tables
from ..tables.rows import Role
from .names import Hit

LONGEST_ROLE = 4
BACKED = {"backed", "allied", "linked", "supported", "sponsored", "funded", "aligned", "trained", "friendly", "occupied"}
LED = {"bloc"}  # "the US-led bloc" is no American body; a US-led coalition or alliance may be taken for one


def find_role(sentence: Sentence, start: int, end: int, tables: Tables) -> tuple[int, Role, str] | None:
    """The longest role noun that ends at token `end` and begins at or after `start`: its first token, role and words."""
    tokens = sentence.tokens
    words = [tokens[i].text.casefold() for i in range(max(start, end - LONGEST_ROLE + 1), end + 1)]
    if not words:
        return None
    if longer := role_with_of(sentence, end, tables):
        return longer
    lemma = tokens[end].lemma.casefold()
    offset = end + 1 - len(words)
    for i in range(len(words)):
        for head in {lemma, words[-1]}:
            phrase = " ".join([*words[i:-1], head]).replace(" - ", " ").replace("-", " ")
            if role := tables.role_nouns.get(phrase):
                return offset + i, role, phrase
    return None


def role_with_of(sentence: Sentence, i: int, tables: Tables) -> tuple[int, Role, str] | None:
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


def find_organisation(sentence: Sentence, start: int, root: int, own: Hit | None, at: dict[int, Hit], tables: Tables) -> str | None:
    """Id of the state or organisation that a phrase's modifiers name: "*Iranian* foreign minister", "*NATO*'s head"."""
    for i in range(root, start - 1, -1):
        hit = at.get(i)
        if hit is None or hit is own or only_backs(sentence, hit.last) or _only_leads(sentence, hit.last, root):
            continue
        for reading in hit.readings:
            if reading.kind in {"name", "demonym", "metonym", "capital"}:
                return reading.actor
            if reading.kind in {"person", "place"} and (state := tables.state_of(reading.actor)):
                return state
        if hit.label == "PERSON" and (state := home(hit.text, tables)):
            return state
    return None


def only_backs(sentence: Sentence, i: int) -> bool:
    """Whether "-backed" and the like follow: an Iran-backed group is not Iran's own."""
    words = [t.text.casefold() for t in sentence.tokens[i : i + 2]]
    return len(words) == 2 and words[0] == "-" and words[1] in BACKED


def _only_leads(sentence: Sentence, i: int, root: int) -> bool:
    """Whether "-led bloc" follows: the bloc is somebody else, named before."""
    words = [t.text.casefold() for t in sentence.tokens[i : i + 2]]
    return words == ["-", "led"] and sentence.tokens[root].text.casefold() in LED


def home(surname: str, tables: Tables) -> str:
    """The one state that all persons of that surname act for ("the *Obama* administration"); "" if there is none or several."""
    homes = {tables.state_of(p) for p in tables.surnames.get(surname.casefold(), ())}
    return homes.pop() if len(homes) == 1 else ""
