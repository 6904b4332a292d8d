"""A mention in the making: token indices in its sentence, and what is known of it before references are followed."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..records import Document, Mention, MentionKind, Sentence, Span, content_id
from ..tables.names import Name
from ..tables.rows import Role

PERSON, BODY, STATE, PEOPLE, PLACE, UNKNOWN = "person", "body", "state", "people", "place", "unknown"


@dataclass(slots=True, eq=False)
class Draft:
    """Tokens first..last (`last` excluded) of `sentence`, headed by token `head`. `genus` is PERSON, BODY (an organisation or
    other collective), STATE, PEOPLE, PLACE or UNKNOWN; `count`: the number it states ("the two leaders": 2), 0 if none."""

    sentence: Sentence
    first: int
    last: int
    head: int
    kind: MentionKind
    name: str = ""
    readings: tuple[Name, ...] = ()
    role: Role | None = None
    role_text: str = ""
    organisation: str | None = None
    genus: str = UNKNOWN
    plural: bool = False
    gender: str = ""
    count: int = 0
    definite: bool = False
    quoted: bool = False
    rule: str = ""
    score: float = 1.0
    antecedent: Draft | None = None
    members: list[Draft] = field(default_factory=list)

    @property
    def span(self) -> Span:
        return Span(self.sentence.tokens[self.first].span.start, self.sentence.tokens[self.last - 1].span.end)

    @property
    def position(self) -> tuple[int, int]:
        return self.sentence.index, self.head

    def id(self, document: Document) -> str:
        span = self.span
        return content_id("men", document.id, span.start, span.end, self.kind.value)

    def mention(self, document: Document) -> Mention:
        """The record; `actors` and `candidates` are left to the actors room."""
        return Mention(
            id=self.id(document),
            document=document.id,
            sentence=self.sentence.index,
            span=self.span,
            head=self.sentence.tokens[self.head].span,
            kind=self.kind,
            name=self.name,
            role=self.role_text,
            organisation=self.organisation,
            sector=(self.role.sector or None) if self.role else None,
            antecedent=self.antecedent.id(document) if self.antecedent else None,
            members=tuple(m.id(document) for m in self.members),
            rule=self.rule,
            score=self.score,
        )
