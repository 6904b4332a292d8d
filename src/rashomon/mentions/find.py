"""Document, sentences -> mentions: names, phrases, lists, references, one sentence after another."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Document, Mention, MentionKind, Sentence
from ..tables import Tables
from .drafts import PERSON, Draft
from .latters import find_latters
from .lists import find_lists
from .names import find_names
from .phrases import find_phrases
from .quotations import quoted_tokens
from .references import follow_references

REMEMBERED = 20  # lists that "the latter" may pick from


def find_mentions(document: Document, sentences: Sequence[Sentence], tables: Tables) -> tuple[Mention, ...]:
    """All mentions of actors, in the order of the text; a list comes before its parts, and shares the first part's head.

    `kind` NAME, DEMONYM and METONYM carry the bare name in `name`; OFFICE, GROUP and DESCRIPTION the role noun in `role`;
    `organisation` is the id that the phrase's own modifiers name. `actors` stays empty: see `resolve_actors`.
    """
    found: list[tuple[Sentence, list[Draft]]] = []
    lists: list[Draft] = []
    within, paragraph = False, -1
    for sentence in sentences:
        drafts = find_phrases(sentence, find_names(sentence, tables), tables)
        within = within and sentence.paragraph == paragraph
        flags, within = quoted_tokens(sentence, within)
        paragraph = sentence.paragraph
        lists = [*lists, *(own := find_lists(sentence, drafts))][-REMEMBERED:]
        drafts += own
        drafts += find_latters(sentence, {d.head for d in drafts}, lists)
        for draft in drafts:
            draft.quoted = flags[draft.head]
            draft.gender = draft.gender or _gender(draft, tables)
        found.append((sentence, drafts))
    follow_references(found)
    ordered = sorted((d for _, drafts in found for d in drafts), key=_order)
    unique = {draft.id(document): draft for draft in ordered}
    return tuple(draft.mention(document) for draft in unique.values())


def _order(draft: Draft) -> tuple[int, int, int, bool]:
    return draft.sentence.index, draft.first, -draft.last, draft.kind is not MentionKind.LIST


def _gender(draft: Draft, tables: Tables) -> str:
    """ "f" or "m" where the table of persons, or a title such as "Mrs" or "spokeswoman", tells; else ""."""
    if draft.genus != PERSON:
        return ""
    if draft.role_text.endswith(("woman", "queen", "princess", "mother", "wife", "widow", "sister", "daughter", "girl")):
        return "f"
    if draft.role_text.endswith(("man", "king", "prince", "father", "husband", "brother", "son", "boy")):
        return "m"
    titles = {t.text.casefold().rstrip(".") for t in draft.sentence.tokens[draft.first : draft.head]}
    if titles & {"mrs", "ms", "miss", "madam", "queen", "lady", "dame"}:
        return "f"
    if titles & {"mr", "sir", "king", "lord"}:
        return "m"
    return next((g for n in draft.readings if n.kind == "person" and (g := tables.gender(n.actor))), "")
