"""The frozen records, in the order in which they are made: bytes -> Document -> ... -> Comparison, Timeline.

Offsets are Python code points into `Document.text`, half-open. Ids are hashes of content, so reading the same bytes twice
makes the same records. Whatever names a `rule` says which rule or model made it; `score` is in 0..1.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any


def content_id(prefix: str, *parts: Any) -> str:
    """`prefix:` and 16 hex digits of the SHA-256 of the parts (strings, numbers, None, nested lists of these)."""
    return f"{prefix}:{hashlib.sha256(_CANONICAL.encode(parts).encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    raise TypeError(f"not a part of an id: {value!r}")


_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Document.text`: code points start..end, half-open."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def common(self, other: Span) -> int:
        """How many characters both have."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def cover(spans: tuple[Span, ...] | list[Span]) -> Span:
    """The smallest span that holds all of them; `spans` must not be empty."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


# -- time --------------------------------------------------------------------------------------------------------------


class Precision(StrEnum):
    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class When:
    """A time, as exact as it is known.

    `value` is TIMEX3 ("2022-04-05", "2022-W14", "P2D", "PAST_REF"); `edtf` an EDTF interval or date ("2022-02-21/2022-02-28",
    "2022-06", "" where none holds); `earliest`/`latest` are inclusive days, None where open or unknown. `basis` says what it
    rests on: "explicit", "document date", "text anchor", "mail header", "metadata", "address", "context" ...
    """

    value: str
    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision
    basis: str
    rule: str
    score: float = 1.0


class TimexType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time as written in a text, and what it means."""

    span: Span
    type: TimexType
    when: When


# -- documents ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes as they came: a file's content, its name (path or address) and the time the file system gives, if any."""

    data: bytes
    name: str
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no document: what it was, why, and what the user can do. `lost` is false where nothing was to be had
    (the index page of an archive): told, but no error."""

    source: str
    reason: str
    hint: str = ""
    lost: bool = True


class ZoneKind(StrEnum):
    SUBJECT = "subject"
    TITLE = "title"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    DATE = "date"
    ADDRESS = "address"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"
    LIST_HEADER = "list-header"
    LIST_FOOTER = "list-footer"
    REPLY = "reply"
    SIGNATURE = "signature"


# Zones in which nobody says or does anything of the story: neither parsed, nor compared, nor coded.
SILENT_ZONES = frozenset(
    {
        ZoneKind.BOILERPLATE,
        ZoneKind.ADDRESS,
        ZoneKind.LIST_HEADER,
        ZoneKind.LIST_FOOTER,
        ZoneKind.SIGNATURE,
        ZoneKind.CREDIT,
        ZoneKind.BYLINE,
        ZoneKind.DATE,
    }
)
ANALYSED = frozenset(("en", "und", ""))  # languages of documents that are taken apart; of "und" too little of the text tells


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text that plays one part on the page. Zones do not overlap; blank lines lie between them."""

    kind: ZoneKind
    span: Span
    rule: str


class DefectKind(StrEnum):
    BROKEN_DATE = "broken-date"
    UNDATED = "undated"
    RELATIVE_DATE = "relative-date"
    ENCODING = "encoding"
    MISSING_SPACE = "missing-space"
    LOST_WORDS = "lost-words"
    CUT_SENTENCE = "cut-sentence"
    UNBALANCED_QUOTES = "unbalanced-quotes"
    MIXED_QUOTES = "mixed-quotes"
    NO_BREAK_SPACE = "no-break-space"
    DUPLICATED_HEADLINE = "duplicated-headline"
    DUPLICATED_PASSAGE = "duplicated-passage"
    DUPLICATED_WORDS = "duplicated-words"
    LIST_TAG = "list-tag"
    LABEL_APPENDED = "label-appended"
    ARCHIVE_FOOTER = "archive-footer"
    BOILERPLATE = "boilerplate"
    PHOTO_CAPTION = "photo-caption"
    PHOTO_CREDIT = "photo-credit"
    STRAY_HEADING = "stray-heading"
    MISSING_BODY = "missing-body"
    REWORDED = "reworded"
    WRONG_MEMBERSHIP = "wrong-membership"
    LANGUAGE = "language"
    MALFORMED = "malformed"
    CONFLICTING_DATES = "conflicting-dates"


@dataclass(frozen=True, slots=True)
class Defect:
    """Damage found in a text. Data, never mended in the kept text; `repair` is what the span should read, if that is known."""

    kind: DefectKind
    span: Span
    evidence: str
    repair: str | None
    certain: bool
    rule: str


class HopKind(StrEnum):
    WIRE = "wire"
    OUTLET = "outlet"
    REPUBLISHER = "republisher"
    LIST = "list"
    POSTER = "poster"
    ARCHIVE = "archive"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Hop:
    """One station on the way from the first publisher to us; `Document.hops` runs from the origin to the last carrier."""

    kind: HopKind
    name: str
    id: str | None = None
    address: str | None = None
    when: When | None = None
    span: Span | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One sign of when the report was published. `kind`, in order of trust: metadata, date-line, address, mail-header,
    feed, text, file-time."""

    kind: str
    text: str
    when: When
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report as received. `text` is the kept text; `sha256` is of the raw bytes, which the store keeps."""

    id: str
    sha256: str
    source: str
    media_type: str
    encoding: str
    language: str
    text: str
    title: str
    zones: tuple[Zone, ...]
    outlet: str | None = None
    address: str | None = None
    byline: tuple[str, ...] = ()
    site: str | None = None
    published: When | None = None
    date_evidence: tuple[DateEvidence, ...] = ()
    hops: tuple[Hop, ...] = ()
    defects: tuple[Defect, ...] = ()
    message_id: str | None = None

    def zone_at(self, offset: int) -> ZoneKind | None:
        return next((z.kind for z in self.zones if z.span.start <= offset < z.span.end), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A span with what is needed to find it again (W3C Web Annotation: position and quote selector)."""

    document: str
    sha256: str
    span: Span
    exact: str
    prefix: str
    suffix: str


def passage(document: Document, span: Span, around: int = 32) -> Passage:
    """The passage of `span` in `document`, with `around` code points of context on each side."""
    text = document.text
    return Passage(
        document.id,
        document.sha256,
        span,
        span.of(text),
        text[max(0, span.start - around) : span.start],
        text[span.end : span.end + around],
    )


# -- sentences ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence. `head` and `children` are token indices in the sentence (the root is its own head); `dep` uses
    the labels of spaCy's English models (ClearNLP), `tag` Penn tags, `pos` Universal ones, `entity` "" or an OntoNotes label."""

    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]
    entity: str
    entity_begin: bool
    morph: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its parse. `zone` is that of its first character; `paragraph` counts blocks between blank lines."""

    document: str
    index: int
    paragraph: int
    zone: ZoneKind | None
    span: Span
    tokens: tuple[Token, ...]
    chunks: tuple[tuple[int, int, int], ...]  # noun chunks: first token, past-last token, root token

    @property
    def root(self) -> int:
        return next((i for i, t in enumerate(self.tokens) if t.head == i), 0)


# -- mentions ----------------------------------------------------------------------------------------------------------


class MentionKind(StrEnum):
    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"
    OFFICE = "office"
    GROUP = "group"
    LIST = "list"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who a mention may be, and why. `reasons` are short and readable: "alias of iso3:RUS", "holds the office on 2022-04-06"."""

    actor: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor. `actors` is who that is on the document's date (several for lists and groups, empty where
    unresolved); `offices` are the offices the person holds that day; `antecedent` the mention a reference points back to;
    `members` the mentions that a list or a reference such as "the latter three" is made of."""

    id: str
    document: str
    sentence: int
    span: Span
    head: Span
    kind: MentionKind
    actors: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    name: str = ""
    role: str = ""
    organisation: str | None = None
    sector: str | None = None
    offices: tuple[str, ...] = ()
    antecedent: str | None = None
    members: tuple[str, ...] = ()
    rule: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Participant:
    """Who plays a part in an attribution or an event: the words, the mention they are (if any) and the actors meant."""

    span: Span
    mention: str | None = None
    actors: tuple[str, ...] = ()
    sector: str | None = None


# -- attributions ------------------------------------------------------------------------------------------------------


class AttributionKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    TERM = "term"  # scare quotes, nicknames, titles: no speech act


class Force(StrEnum):
    SAY = "say"
    REPORT = "report"
    CLAIM = "claim"
    DENY = "deny"
    ADMIT = "admit"
    AGREE = "agree"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    PRAISE = "praise"
    DEMAND = "demand"
    ASK = "ask"
    ASK_WHETHER = "ask-whether"
    WARN = "warn"
    THREATEN = "threaten"
    PROMISE = "promise"
    OFFER = "offer"
    REFUSE = "refuse"
    BELIEVE = "believe"
    KNOW = "know"
    DOUBT = "doubt"
    EXPECT = "expect"
    HOPE = "hope"
    WANT = "want"
    INTEND = "intend"
    WORRY = "worry"
    DISCUSS = "discuss"


@dataclass(frozen=True, slots=True)
class Attribution:
    """According to whom: `holders` (empty where not expressed) say, believe, demand ... the `content`.

    `parent` is the attribution this one stands inside; the chain of parents ends at the outlet's own voice (None).
    `factive`: the writer takes the content for true ("admitted", "knows"). `negated`: "did not say".
    """

    id: str
    document: str
    sentence: int
    holders: tuple[Participant, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    force: Force
    negated: bool = False
    factive: bool = False
    addressees: tuple[Participant, ...] = ()
    parent: str | None = None
    when: When | None = None
    rule: str = ""
    score: float = 1.0


# -- events ------------------------------------------------------------------------------------------------------------


class EventType(StrEnum):
    """PLOVER's 16 types (manual 0.8) and the two kinds of act that PLOVER drops and we keep."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"
    POSITION = "POSITION"

    @property
    def quad(self) -> str | None:
        """PLOVER quad class: V-COOP, M-COOP, V-CONF, M-CONF; None for statements and positions."""
        return _QUAD.get(self.value)


_QUAD = (
    dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "V-COOP")
    | dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "M-COOP")
    | dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "V-CONF")
    | dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "M-CONF")
)


class Status(StrEnum):
    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    EXPECTED = "expected"
    CALLED_FOR = "called-for"
    CONDITIONAL = "conditional"
    REFUSED = "refused"
    DENIED = "denied"
    ALLEGED = "alleged"
    NOT_DONE = "not-done"


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the words, and the place's id in the tables (`iso3:BEL`, `place:brussels`), if known."""

    span: Span
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that an event carries: value, unit ("killed", "USD", "troops"), and the bound as written ("=", ">=", "<=", "~")."""

    span: Span
    value: float
    unit: str
    bound: str = "="


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. `status` is how the reader must take it, all that stands around it reckoned in; `clause_status`
    what its own clause says (a planned act that its actor denies: status denied, clause_status planned).
    `attribution` is the innermost attribution it stands in; `speech` the attribution that *is* this act (a demand, a claim).
    A reciprocal event has several actors and no recipient."""

    id: str
    document: str
    sentence: int
    span: Span
    trigger: tuple[Span, ...]
    type: EventType
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    status: Status
    clause_status: Status
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    reciprocal: bool = False
    condition: Span | None = None
    when: When | None = None
    when_span: Span | None = None
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    attribution: str | None = None
    speech: str | None = None
    rule: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that was not taken for an event, and why. `reason` is a short plain sentence ("nobody known takes part").

    `type` is what it would have been, None where that was not settled; `actors` and `recipients` as far as they were found;
    `rule` is the frame or model that proposed it; `score` how sure it is that this is an event after all. Id prefix: `rej`."""

    id: str
    document: str
    sentence: int
    span: Span
    trigger: tuple[Span, ...]
    reason: str
    type: EventType | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    rule: str = ""
    score: float = 0.0


# -- steps -------------------------------------------------------------------------------------------------------------


class Affair(StrEnum):
    """What a step is a step of."""

    POSITION = "position"
    COMMITMENT = "commitment"
    EXPECTATION = "expectation"
    DEMAND = "demand"
    MEETING = "meeting"
    MEMBERSHIP = "membership"
    PARTNERSHIP = "partnership"
    SANCTION = "sanction"
    AID = "aid"
    AGREEMENT = "agreement"
    RECOGNITION = "recognition"
    ACT = "act"  # what an actor does by itself: releases prisoners, opens a border, expels an envoy
    CONDUCT = "conduct"  # what others say an actor does to somebody: attacks, coercion, protest


@dataclass(frozen=True, slots=True)
class Step:
    """One report's word on one affair: who stands how, towards whom or on what, and according to whom. Found in one document
    alone; timelines join the steps of many.

    `stance` is a verb in the third person ("condemns", "refuses to condemn", "pledges", "joins"). `matter` are the words for
    what it is about (for a short "the treaty" those of the phrase before it that it stands for), `matter_span` where the text
    has it. `own`: the actors' own word or deed; else what others say of them. An
    office holder is followed in `actors` by the state or organisation that the office is of. `condition`: where the words of
    the condition stand.
    `according_to` are ids of attributions, the outermost first; empty for the outlet's own voice. `when`: when it holds or
    happens; `due`: by when it is to be done. `events` and `attributions` are the ids of what it was made from."""

    id: str
    document: str
    sentence: int
    span: Span
    affair: Affair
    stance: str
    actors: tuple[str, ...]
    counterparts: tuple[str, ...]
    status: Status
    own: bool
    matter: str = ""
    matter_span: Span | None = None
    when: When | None = None
    due: When | None = None
    place: Place | None = None
    according_to: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    attributions: tuple[str, ...] = ()
    condition: Span | None = None
    rule: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Header:
    """What must be known of a document that is not opened: who published it when, when it was read, and under which address or
    message id it came (other bytes under the same one are another version of it). `wires`: names of the agencies on its way;
    `reading`: number of the reading in its ledger, 0 where there is none; `site`: who published it by the report's own word, also
    where the tables know no such outlet."""

    document: str
    sha256: str
    title: str
    outlet: str | None
    published: When | None
    read_at: datetime
    source: str = ""
    address: str | None = None
    message_id: str | None = None
    wires: tuple[str, ...] = ()
    reading: int = 0
    site: str | None = None


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step as a ledger keeps it: with the words and the span of its sentence, its document's header, and what humans said of
    it (oldest first; `step` has their words already). `chain`: the attributions of `Step.according_to`, in that order;
    `cited` their holders' words, one for each."""

    step: Step
    words: str
    around: Span
    header: Header
    chain: tuple[Attribution, ...] = ()
    cited: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    verdict: Verdict | None = None


# -- readings ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document. `rejections` are candidates that are no events; `steps` what it tells of affairs."""

    document: Document
    sentences: tuple[Sentence, ...]
    timexes: tuple[Timex, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    rejections: tuple[Rejection, ...] = ()
    steps: tuple[Step, ...] = ()


# -- stories -----------------------------------------------------------------------------------------------------------


class Relation(StrEnum):
    COPY = "copy"
    REWRITE = "rewrite"
    SHARED_WIRE = "shared_wire"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class Derivation:
    """How two documents of a story hang together. `source` is the one taken from, None where undecided. `partial`: passages
    were taken over, not the text as a whole. `unsigned`: of a shared wire, that neither says whose text it is."""

    documents: tuple[str, str]
    relation: Relation
    source: str | None
    evidence: tuple[str, ...]
    score: float
    partial: bool = False
    unsigned: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about one happening. `origins` parts the documents into groups that derive from one another: their number
    is the number of independent origins. `phases` parts them in order of time; `linked` are documents of other stories that
    come near (background, a sequel). A digest may belong to several stories."""

    id: str
    documents: tuple[str, ...]
    title: str
    when: When | None
    actors: tuple[str, ...]
    derivations: tuple[Derivation, ...]
    origins: tuple[tuple[str, ...], ...]
    linked: tuple[str, ...] = ()
    score: float = 1.0
    phases: tuple[tuple[str, ...], ...] = ()


# -- comparisons -------------------------------------------------------------------------------------------------------


class ToldBy(StrEnum):
    ALL = "all"
    SOME = "some"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Account:
    """One report's telling of one point: its spans, and the events and attributions these are."""

    document: str
    spans: tuple[Span, ...]
    events: tuple[str, ...] = ()
    attributions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """What one report has in a slot: the words and their span."""

    document: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two or more reports differ on an aligned point. `slot`: number, date, place, actor, recipient, status, attribution,
    cause. `hard`: both cannot hold. `reason` says so in words of the slots."""

    slot: str
    hard: bool
    variants: tuple[Variant, ...]
    reason: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Point:
    """One row of a comparison. `gist` is the plainest of the spans, verbatim; `left_out` names the reports that cover the
    story, could have told this (they are not older than the fact) and have nothing like it; `perhaps` those that are not among
    the accounts and may tell it in other words, or cannot be read."""

    id: str
    kind: str
    gist: Variant
    accounts: tuple[Account, ...]
    told_by: ToldBy
    left_out: tuple[str, ...]
    differences: tuple[Difference, ...]
    rule: str
    score: float
    perhaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """What the same thing is called in each report, in the outlet's own voice (`quoted` false) or in quoted words."""

    concept: str
    variants: tuple[Variant, ...]
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class SharedQuotation:
    """The same utterance in several reports. `change`: same, cut, reworded, translated, reattributed."""

    speaker: tuple[str, ...]
    variants: tuple[Variant, ...]
    change: str
    score: float


@dataclass(frozen=True, slots=True)
class MeetingAccount:
    """What one report tells of a meeting; every slot is a span of that report."""

    document: str
    spans: tuple[Span, ...]
    participants: tuple[Participant, ...]
    place: Place | None
    when: When | None
    when_span: Span | None
    status: Status
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting from many reports: `participants` are all actors named by any account."""

    id: str
    name: Variant
    host: str | None
    participants: tuple[str, ...]
    place: str | None
    when: When | None
    status: Status
    accounts: tuple[MeetingAccount, ...]
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The accounts of one story side by side. `threads` are the documents, those together that points link."""

    id: str
    story: Story
    documents: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    points: tuple[Point, ...]
    wordings: tuple[Wording, ...]
    quotations: tuple[SharedQuotation, ...]
    threads: tuple[tuple[str, ...], ...] = ()


# -- timelines ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a chronology: an event or an attribution with its time."""

    when: When | None
    document: str
    span: Span
    record: str
    actors: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Entries in order of time; entries without one come last. `subject` is an actor's id or a story's."""

    subject: str
    entries: tuple[Entry, ...]


# -- corrections -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Correction:
    """A human's word on one field of one row. Appended, never written over; the last one by `at` holds."""

    id: str
    target: str
    field: str
    old: str
    new: str
    why: str
    who: str
    at: datetime = dataclasses.field(compare=False)


class Verdict(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Decision:
    """A human's word on a row as a whole: it is so, or it is not. Appended; the last one by `at` holds."""

    id: str
    target: str
    verdict: Verdict
    why: str
    who: str
    at: datetime = dataclasses.field(compare=False)
