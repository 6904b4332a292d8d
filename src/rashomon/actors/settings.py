"""What a mention stands in: the document's days, the sentence's tokens, whether a capital is meant as a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..records import Document, Mention, Sentence, Token, When, ZoneKind
from ..tables import Tables
from ..tables.rows import Office, Years

PLACE_PREPOSITIONS = set(
    "in at near to outside around into through toward towards via across inside throughout within off over above south north east "
    "west from on".split()
)
# After these words "to" and "from" lead to an actor, not to a place.
DEALINGS = set(
    "give offer sell provide send deliver supply lend donate demand seek receive buy promise pledge grant aid assistance support "
    "threat pressure message letter warning response appeal proposal concession statement objection opposition reaction "
    "condemnation criticism loyal close".split()
)
# "The North" and "the South" of a country in two, where a report names either.
HALVES = {
    "iso3:PRK": ("north", "iso3:KOR"),
    "iso3:KOR": ("south", "iso3:PRK"),
    "iso3:SDN": ("north", "iso3:SSD"),
    "iso3:SSD": ("south", "iso3:SDN"),
}
SUBJECTS = {"nsubj", "nsubjpass", "csubj", "agent", "poss"}


@dataclass(frozen=True, slots=True)
class Setting:
    """The tables; the first and last day on which the document may have been published (None: unknown); and the ids of the
    organisations and states that the document names, and of the halves of divided countries."""

    tables: Tables
    first: date | None
    last: date | None
    named: frozenset[str] = frozenset()

    def holds(self, years: Years) -> bool:
        """Whether a fact holds on some day of the document's; always so for a document without date."""
        if self.first is None and self.last is None:
            return True
        early = years.first is None or self.last is None or years.first <= self.last
        return early and (years.last is None or self.first is None or self.first <= years.last)

    def dated(self) -> bool:
        return self.first is not None and self.last is not None

    def day(self) -> str:
        if self.first is None and self.last is None:
            return "an unknown day"
        return str(self.first) if self.first == self.last else f"{self.first or '..'}/{self.last or '..'}"

    def holders(self, actor: str, role: str) -> tuple[Office, ...]:
        """Office rows of all who may hold the office on the document's days."""
        return tuple(o for o in self.tables.holders(actor, role) if self.holds(o.years))

    def offices(self, person: str) -> tuple[Office, ...]:
        """The offices that a person may hold on the document's days; none where no day is known."""
        return tuple(o for o in self.tables.offices_of(person) if self.holds(o.years)) if self.dated() else ()


def setting_of(document: Document, mentions: Sequence[Mention], tables: Tables) -> Setting:
    """The setting of a document; a vague or missing date leaves its ends open."""
    when: When | None = document.published
    names = {m.name for m in mentions if m.name}
    readings = [reading for name in names for reading in tables.lexicon.readings(name)]
    named = {r.actor for r in readings if r.actor in HALVES or (r.kind == "name" and r.actor.startswith(("org:", "iso3:")))}
    named |= {m.organisation for m in mentions if m.organisation in HALVES}
    return Setting(tables, when.earliest if when else None, when.latest if when else None, frozenset(named))


def head_token(sentence: Sentence, mention: Mention) -> Token | None:
    """The token that heads a mention."""
    return next((t for t in sentence.tokens if t.span.start == mention.head.start), None)


def is_place(sentence: Sentence, mention: Mention) -> str:
    """Why a capital or region is meant as a place here ("after 'in'", "dateline"); "" if it acts or is acted upon."""
    if sentence.zone is ZoneKind.DATELINE:
        return "dateline"
    token = head_token(sentence, mention)
    if _opens_dateline(sentence, mention):
        return "dateline"
    if token is None or token.dep in SUBJECTS or token.dep == "dobj":
        return ""
    above = sentence.tokens[token.head]
    if token.dep == "conj":
        above = sentence.tokens[above.head]
    if above.pos == "ADP" and above.text.casefold() in PLACE_PREPOSITIONS:
        governor = sentence.tokens[above.head].lemma.casefold()
        if above.text.casefold() in {"to", "from", "on"} and governor in DEALINGS:
            return ""
        return f"after '{above.text.casefold()}'"
    if token.dep in {"compound", "nmod"} and mention.span.start == mention.head.start and above.pos in {"NOUN", "PROPN"}:
        return f"names the {above.text}"
    return ""


def _opens_dateline(sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence opens with the place and a dash or an agency in brackets: "BRUSSELS -- ", "KABUL, Afghanistan (AP)"."""
    tokens = sentence.tokens
    if mention.span.start > tokens[0].span.start + 40:
        return False
    after = [t for t in tokens if t.span.start >= mention.span.end][:4]
    before = [t for t in tokens if t.span.start < mention.span.start]
    if any(t.pos not in {"PROPN", "PUNCT"} for t in before):
        return False
    for token in after:
        if token.text in {"--", "-", "—", "–", "("}:
            return tokens[0].text.isupper() or token.text != "-"
        if token.pos not in {"PROPN", "PUNCT"} or token.text == ".":
            return False
    return False
