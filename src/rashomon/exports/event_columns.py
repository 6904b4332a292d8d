"""The columns of the tables of events, CSV and Parquet: one row an event, codes as strings, always in this order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..records import When, passage
from .columns import (
    Column,
    Kind,
    counted_day,
    day,
    first_day,
    holders,
    integer,
    last_day,
    listed,
    offsets,
    once,
    plover,
    plover_mode,
    plover_type,
    quantity,
    state_field,
    string,
    words,
)
from .references import outlet_of
from .told import Party, Told

AROUND = "32 code points at most"


def _act() -> Iterator[Column]:
    yield string("event_id", "Id of the event: a hash of its document, words, type and parties.", lambda t: t.event.id)
    yield day("event_date", "First day of the event; where the text gives none, the day of publication.", counted_day)
    yield string("event_type", "PLOVER type as a coder without status gives it (a promised delivery is AGREE); empty for "
                 "statements and positions, which PLOVER drops.", plover_type, values="PLOVER types")  # fmt: skip
    yield string("event_mode", "PLOVER mode, where `event_type` is the act itself.", plover_mode, values="modes")
    yield string("quad_code", "PLOVER quad class of `event_type`.", lambda t: plover(t)[0].quad, values="quad classes")
    yield string("contexts", "PLOVER contexts.", lambda t: listed(t.event.contexts), values="contexts")
    yield string("cameo_code", "CAMEO code as a coder without status gives it, three or four digits.", lambda t: plover(t)[1])
    yield string("cameo_root", "First two digits of `cameo_code`.", lambda t: plover(t)[1][:2])
    yield string("act", "What is done, promised, denied ..., whatever its status.", lambda t: t.event.type.value, values="types")
    yield string("act_mode", "PLOVER mode of the act.", lambda t: t.event.mode, values="modes")
    yield string("act_cameo", "CAMEO code of the act.", lambda t: t.event.cameo)
    yield string(
        "status",
        "How the act must be taken, all reckoned in.",
        lambda t: t.event.status.value,
        values="statuses",
    )
    yield string("clause_status", "What the act's own clause says of it.", lambda t: t.event.clause_status.value, values="statuses")
    yield Column("reciprocal", Kind.BOOLEAN, "The actors do it to one another, without recipient.", lambda t: t.event.reciprocal)
    yield string("condition", "On what condition, in the report's words.",
                 lambda t: words(t, t.event.condition) if t.event.condition else None, words=True)  # fmt: skip
    yield string("condition_offsets", "Where the condition stands.",
                 lambda t: offsets([t.event.condition]) if t.event.condition else None)  # fmt: skip


def _side(name: str, who: str, side: Callable[[Told], tuple[Party, ...]]) -> Iterator[Column]:
    """The k-th entry of each of these columns belongs to the same party."""

    def column(suffix: str, meaning: str, cell: Callable[[Told, Party], str], words: bool = False, values: str = "") -> Column:
        return string(f"{name}_{suffix}", meaning, lambda t: listed(cell(t, p) for p in side(t)), words, values)

    yield column("ids", f"Ids of the {who} in our tables: iso3:, org:, fmt:, group:, person: ...", lambda t, p: p.actor)
    yield column("name", f"Names of the {who} in our tables.", lambda t, p: t.tables.name(p.actor) if p.actor else "")
    yield column(
        "country",
        "ISO 3166-1 alpha-3 of the state that each is or acts for, by the tables or by the words for each.",
        lambda t, p: state_field(p, "code"),
    )
    yield column("cow", "Correlates of War number of that state.", lambda t, p: state_field(p, "cow"))
    yield column("gw", "Gleditsch and Ward number of that state.", lambda t, p: state_field(p, "gw"))
    yield column("qid", "Wikidata id of each, else empty.", lambda t, p: str(getattr(t.tables.actors.get(p.actor), "qid", "")))
    yield column("sectors", "PLOVER sector of each.", lambda t, p: p.sector, values="sectors")
    yield column("title", "Office of each person.", lambda t, p: p.title)
    yield column("cameo", "CAMEO actor codes of each, with + between several.", lambda t, p: "+".join(p.codes))
    yield column("offsets", "Where the words for each stand.", lambda t, p: f"{p.span.start}-{p.span.end}")
    yield column("name_raw", f"The report's words for the {who}.", lambda t, p: words_of(t, p), words=True)


def words_of(told: Told, party: Party) -> str:
    return words(told, party.span)


def _when(name: str, of: str, when: Callable[[Told], When | None]) -> Iterator[Column]:
    def value(field: str) -> Callable[[Told], str | None]:
        def cell(told: Told) -> str | None:
            found = when(told)
            return str(getattr(found, field)) or None if found is not None else None

        return cell

    yield string(f"{name}_timex", f"TIMEX3 value of the time of {of}.", value("value"))
    yield string(f"{name}_edtf", f"EDTF date or interval of the time of {of}.", value("edtf"))
    yield day(f"{name}_earliest", "Its first day.", lambda t: first_day(when(t)))
    yield day(f"{name}_latest", "Its last day.", lambda t: last_day(when(t)))
    yield string(f"{name}_precision", "How exact it is.", value("precision"), values="precisions")
    yield string(f"{name}_basis", "What it rests on.", value("basis"))


def _circumstances() -> Iterator[Column]:
    yield from _when("event", "the event as the text gives it", lambda t: t.event.when)
    yield string("event_time_offsets", "Where the words for the time stand.",
                 lambda t: offsets([t.event.when_span]) if t.event.when_span else None)  # fmt: skip
    yield string("place_id", "Id of the place in our tables.", lambda t: t.event.place.id if t.event.place else None)
    yield string("place_country", "ISO 3166-1 alpha-3 of the state the place is or lies in.", _place_country)
    yield string("place_offsets", "Where the words for the place stand.",
                 lambda t: offsets([t.event.place.span]) if t.event.place else None)  # fmt: skip
    yield string("place_raw", "The report's words for the place.",
                 lambda t: words(t, t.event.place.span) if t.event.place else None, words=True)  # fmt: skip
    yield string("quantities", "Numbers that belong to the event, such as `>= 500 troops`.",
                 lambda t: listed(map(quantity, t.event.quantities)))  # fmt: skip
    yield string("quantity_offsets", "Where they stand.", lambda t: offsets(q.span for q in t.event.quantities))


def _place_country(told: Told) -> str | None:
    place = told.event.place
    state = told.tables.state_of(place.id) if place is not None and place.id else ""
    return state[5:] if state.startswith("iso3:") else None


def _attribution() -> Iterator[Column]:
    yield string("according_to_ids", "Ids of who says so, the innermost holders; empty in the outlet's own voice.",
                 lambda t: once(a for h in t.chain[0].holders for a in h.actors) if t.chain else None)  # fmt: skip
    yield string("according_to_names", "Their names in our tables.",
                 lambda t: once(t.tables.name(a) for h in t.chain[0].holders for a in h.actors) if t.chain else None)  # fmt: skip
    yield string("according_to_force", "How they say so.", lambda t: t.chain[0].force.value if t.chain else None, values="forces")
    yield string("attribution_ids", "Ids of the attributions it stands in, the innermost first.",
                 lambda t: listed(a.id for a in t.chain))  # fmt: skip
    yield string("attribution_chain", "The same as `force:holder`, with + between several holders.",
                 lambda t: listed(f"{a.force.value}:{holders(a)}" for a in t.chain))  # fmt: skip
    yield string("attribution_offsets", "Where the innermost holders stand.",
                 lambda t: offsets(h.span for h in t.chain[0].holders) if t.chain else None)  # fmt: skip
    yield string("according_to_raw", "The report's words for the innermost holders.",
                 lambda t: listed(words(t, h.span) for h in t.chain[0].holders) if t.chain else None, words=True)  # fmt: skip
    yield string("speech_id", "Id of the attribution that is this act: a demand, a claim, a statement.",
                 lambda t: t.speech.id if t.speech else None)  # fmt: skip
    yield string("speech_force", "Its force.", lambda t: t.speech.force.value if t.speech else None, values="forces")


def _source() -> Iterator[Column]:
    yield string("document_id", "Id of the document.", lambda t: t.document.id)
    yield string("document_sha256", "SHA-256 of its bytes as received.", lambda t: t.document.sha256)
    yield string("outlet", "Id in our tables of who published it.", lambda t: t.document.outlet)
    yield string("outlet_name", "Its name, else that of the site.", lambda t: outlet_of(t.document, t.tables) or None)
    yield string("address", "Under which address.", lambda t: t.document.address)
    yield from _when("published", "its publication", lambda t: t.document.published)
    yield string("language", "Its language.", lambda t: t.document.language)
    yield string("source", "Name of the file or address that was read.", lambda t: t.document.source, words=True)
    yield string("title", "Its title.", lambda t: t.document.title or None, words=True)
    yield string("story_id", "Story of the document; only with `--stories`.", lambda t: t.origin.story if t.origin else None)
    yield integer("origin", "Number of the document's origin in that story: documents that derive from one another share it.",
                  lambda t: t.origin.number if t.origin else None)  # fmt: skip
    yield integer("origins", "How many independent origins that story has.", lambda t: t.origin.count if t.origin else None)


def _selector() -> Iterator[Column]:
    yield integer("start", "Where the event's words begin: code points into the document's text.", lambda t: t.event.span.start)
    yield integer("end", "Where they end (the first code point after them).", lambda t: t.event.span.end)
    yield string("trigger_offsets", "Where the words for the act itself stand.", lambda t: offsets(t.event.trigger))
    yield integer("sentence_start", "Where the sentence begins.", lambda t: t.sentence.span.start)
    yield integer("sentence_end", "Where the sentence ends.", lambda t: t.sentence.span.end)
    yield string("exact", "The words from `start` to `end`.", lambda t: t.event.span.of(t.text), words=True)
    yield string("prefix", f"What stands before them ({AROUND}).", lambda t: passage(t.document, t.event.span).prefix, words=True)
    yield string("suffix", f"What follows them ({AROUND}).", lambda t: passage(t.document, t.event.span).suffix, words=True)
    yield string("sentence", "The sentence.", lambda t: t.sentence.span.of(t.text), words=True)
    yield string("rule", "The rule or model that made the row.", lambda t: t.event.rule)
    yield Column("score", Kind.NUMBER, "The chance that a coder would enter the event so.", lambda t: t.event.score)


EVENTS: tuple[Column, ...] = (
    *_act(),
    *_side("actor", "actors", lambda t: t.actors),
    *_side("recipient", "recipients", lambda t: t.recipients),
    *_circumstances(),
    *_attribution(),
    *_source(),
    *_selector(),
)
