"""State, Course, Item -> Page: the sourced lines of a page, ready for a terminal, for HTML and for JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ..records import KeptStep, Status, When
from ..tables import Tables
from ..timelines.commitments import Commitment, Outcome
from ..timelines.courses import Course
from ..timelines.facts import Fact
from ..timelines.issues import plain
from ..timelines.meetings import Gathering
from ..timelines.news import Diff, News
from ..timelines.positions import Position, Turn
from ..timelines.states import Excerpt, Line, Section, State, commitment_line
from ..timelines.tellings import day_of, has_day, principals
from .affairs_facts import BY_TABLES, fact_note, fact_words, first_known, last_known
from .course_drawings import draw_course
from .evidence import Evidence, evidence, evidence_json, undated
from .phrases import when_phrase

FORMAT = "rashomon-affairs-1"
MEETINGS = "meetings"
UNTOLD = "no report tells whether it was held"
APART = {
    "aids",
    "sanctions",
    "works with",
    "does",
    "has not done",
    "plans to aid",
    "plans to sanction",
    "abstains",
    "takes part in",
}


OUTCOMES = {Outcome.UNKNOWN.value: "unknown: no report has told for more than a year what became of it"}
ORDERS = {"calls", "urges", "asks", "orders", "presses", "appeals", "demands"}
IRREGULAR = {"is": "are", "has": "have", "does": "do"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page: who, the stance, what about (as they read one after the other; `said` has both as they are kept),
    towards whom, times as phrases, what to know of it, and its evidence. `undated`: no text gives it any day, and `when` tells
    that on which its report was read."""

    who: str
    stance: str
    what: str
    towards: str
    when: str
    due: str
    flag: str
    notes: tuple[str, ...]
    origins: int
    evidence: tuple[Evidence, ...]
    actors: tuple[str, ...]
    counterparts: tuple[str, ...]
    status: str
    said: tuple[str, str]
    undated: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one kind; those without any day stand by themselves behind all the others."""

    name: str
    rows: tuple[Row, ...]
    undated: bool = False

    @property
    def heading(self) -> str:
        return f"{self.name}, undated" if self.undated else self.name


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its parts; `plot` is an SVG drawing, "" where there is nothing to draw."""

    title: str
    remarks: tuple[str, ...]
    parts: tuple[Part, ...]
    plot: str
    about: dict[str, Any]


def state_page(state: State, tables: Tables) -> Page:
    """The state of affairs on a day: meetings first, then the sections in their order."""
    who = tables.name(state.actor) if state.actor is not None else "all actors"
    parts = [Part(MEETINGS, tuple(_meeting(g, tables, state.gatherings) for g in reversed(state.gatherings)))]
    for section in Section:
        rows = tuple(_row(line, tables) for line in state.lines if line.section is section)
        parts.append(Part(section.value, rows))
    for affair in dict.fromkeys(f.affair for f in state.facts):
        rows = tuple(fact_row(f, tables) for f in state.facts if f.affair is affair)
        parts.append(Part(f"{BY_TABLES[affair]} by the tables", rows))
    remarks = [f"as known on {state.known.isoformat()}" if state.known is not None else "as known now"]
    if state.undated:
        remarks.append(f"reports without a date: {state.undated}; what they tell is counted for every day, and stands last")
    remarks += _excerpt(state.excerpt)
    about = {"on": state.on.isoformat(), "known": _iso(state.known), "actor": state.actor}
    return Page(f"State of affairs on {state.on.isoformat()}: {who}", tuple(remarks), _filled(parts), "", about)


def course_page(course: Course, tables: Tables) -> Page:
    """An actor's timeline: positions issue by issue with their turns, commitments, meetings, bonds."""
    who = tables.name(course.actor or "")
    with_other = f" with {tables.name(course.other)}" if course.other is not None else ""
    parts = [
        Part("positions", tuple(r for p in course.positions for r in _position(p, tables))),
        Part("commitments and expectations", tuple(_row(commitment_line(c), tables) for c in course.commitments)),
        Part(MEETINGS, tuple(_meeting(g, tables, course.gatherings) for g in course.gatherings)),
    ]
    for section in Section:
        parts.append(Part(section.value, tuple(_row(line, tables) for line in course.lines if line.section is section)))
    remarks = [f"up to {course.on.isoformat()}" if course.on is not None else ""]
    remarks += [f"as known on {course.known.isoformat()}"] if course.known is not None else []
    remarks += [f"on the issue: {course.issue}"] if course.issue is not None else []
    remarks += _excerpt(course.excerpt)
    about = {"actor": course.actor, "with": course.other, "issue": course.issue, "on": _iso(course.on), "known": _iso(course.known)}
    return Page(f"Timeline: {who}{with_other}", tuple(filter(None, remarks)), _filled(parts), draw_course(course), about)


def due_page(found: Sequence[Commitment], meetings: Sequence[Gathering], first: date, last: date, on: date, tables: Tables) -> Page:
    """What falls due between two days, and what became of it."""
    parts = [
        Part("commitments and expectations", tuple(_row(commitment_line(c), tables) for c in found)),
        Part(MEETINGS, tuple(_meeting(g, tables, meetings) for g in meetings)),
    ]
    about = {"due": [first.isoformat(), last.isoformat()], "on": on.isoformat()}
    title = f"Due from {first.isoformat()} to {last.isoformat()}"
    return Page(title, (f"as it stands on {on.isoformat()}",), _filled(parts), "", about)


def news_page(found: Diff, tables: Tables) -> Page:
    """What is new, by kind of news."""
    items, since, until = found.items, found.since, found.until
    kinds = dict.fromkeys(item.news for item in items)
    meetings = [i.gathering for i in items if i.gathering is not None]
    parts = []
    for kind in kinds:
        rows = [_row(i.line, tables) for i in items if i.news is kind and i.line is not None]
        rows += [_meeting(g, tables, meetings) for g in meetings if kind is News.MEETING]
        parts.append(Part(kind.value, tuple(rows)))
    about = {"since": since.isoformat(), "until": until.isoformat()}
    remarks = (f"up to {until.isoformat()}", *_excerpt(found.excerpt))
    return Page(f"New since {since.isoformat()}", remarks, _filled(parts), "", about)


def _excerpt(excerpt: Excerpt | None) -> list[str]:
    """What a page leaves out."""
    if excerpt is None:
        return []
    held = f"{'more than ' if excerpt.more else ''}{excerpt.held:,}"
    return [f"made of the newest {excerpt.shown:,} of {held} steps; ask for one actor, issue or an earlier day to see others"]


def page_json(page: Page) -> dict[str, Any]:
    """The page as an object: codes and ids as strings, offsets in code points of the kept text."""
    return {
        "format": FORMAT,
        "title": page.title,
        **page.about,
        "remarks": list(page.remarks),
        "parts": [
            {"name": part.name, "undated": part.undated, "rows": [_row_json(row) for row in part.rows]} for part in page.parts
        ],
    }


def _row_json(row: Row) -> dict[str, Any]:
    return {
        "actors": list(row.actors),
        "who": row.who,
        "stance": row.said[0],
        "matter": row.said[1],
        "counterparts": list(row.counterparts),
        "status": row.status,
        "when": None if row.undated else row.when or None,
        "due": row.due or None,
        "flag": row.flag or None,
        "notes": list(row.notes),
        "origins": row.origins,
        "evidence": [evidence_json(e) for e in row.evidence],
    }


# -- rows ----------------------------------------------------------------------------------------------------------------


def _filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Those with rows; behind them those of the rows without any day."""
    whole = tuple(parts)
    found = (Part(p.name, tuple(r for r in p.rows if r.undated is last), last) for last in (False, True) for p in whole)
    return tuple(part for part in found if part.rows)


def _names(actors: Iterable[str], tables: Tables) -> str:
    return ", ".join(dict.fromkeys(tables.name(a) for a in actors))


def _people(actors: Sequence[str], tables: Tables) -> str:
    """As `_names`, a person with whom they stand for: "Ana Ruiz (Peru)"."""
    pairs = zip(actors, (*actors[1:], ""), strict=True)
    serving = {a: b for a, b in pairs if a.startswith("person:") and b.startswith(("iso3:", "org:")) and _may_serve(a, b, tables)}
    alone = (a for a in actors if a not in serving.values())
    shown = (f"{tables.name(a)} ({tables.name(serving[a])})" if a in serving else tables.name(a) for a in alone)
    return ", ".join(dict.fromkeys(shown))


def _may_serve(person: str, body: str, tables: Tables) -> bool:
    """Whether nothing of the tables speaks against it: a list of many actors has the state of another behind a person."""
    held = {office.actor for office in tables.offices_of(person)}
    return body in held or not held


def _is_order(stance: str, what: str) -> bool:
    """Whether it reads as an order to somebody: "urges" + "to withdraw"."""
    return what.startswith("to ") and stance.split()[0] in ORDERS


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _phrase(when: When | None) -> str:
    return when_phrase(when) if when is not None and (when.earliest or when.latest) else ""


def _row(line: Line, tables: Tables) -> Row:
    notes = [OUTCOMES.get(line.note, line.note)] if line.note else []
    notes += [fact_note(f, tables) for f in line.facts]
    condition = next((c for k in reversed(line.told) if (c := _condition(k))), "")
    notes += [f"condition: {condition}"] if condition else []
    made = _made(line.told, tables, line.actors, line.counterparts, line.stance, line.matter, line.status.value, line.origins,
                 _phrase(line.when), _phrase(line.due), line.flag, notes)  # fmt: skip
    several = len(principals(line.actors)) > 1 if line.actors else line.matter.endswith("s") and not line.matter.endswith("ss")
    return replace(made, stance=_plural(made.stance)) if several else made


def _made(
    told: Sequence[KeptStep],
    tables: Tables,
    actors: Sequence[str],
    counterparts: Sequence[str],
    stance: str,
    what: str,
    status: str,
    origins: int,
    when: str,
    due: str,
    flag: str,
    notes: Sequence[str],
) -> Row:
    others = tuple(a for a in counterparts if a not in actors)
    told_to = f"{stance.removesuffix(' for')} {_names(others, tables)}" if others and _is_order(stance, what) else ""
    line = (_people(actors, tables), *((told_to, what) if told_to else worded(stance, what))) if actors else (what, stance, "")
    towards = "" if told_to else _names((a for a in others if tables.name(a) not in what), tables)
    dayless = bool(told) and not when and not due and not any(map(has_day, told))
    shown = undated(told[-1].header) if dayless else when
    sentences = tuple(evidence(k, tables) for k in told)
    return Row(*line, towards, shown, due, flag, tuple(notes), origins, sentences, tuple(actors), tuple(counterparts), status,
               (stance, what), dayless)  # fmt: skip


def _told_day(kept: KeptStep) -> str:
    """The day that a step counts for, as exactly as the texts tell it; "" where they tell none."""
    published, day = kept.header.published, day_of(kept)
    if not has_day(kept):
        return ""
    of_report = published is not None and day in (published.earliest, published.latest)
    return when_phrase(published) if of_report and published and published.earliest != published.latest else day.isoformat()


def standing(part: Part, row: Row) -> str:
    """The status in words; that a stance was taken or an act done goes without saying, that a meeting was held does not."""
    if row.status == Status.DONE.value:
        return "held" if part.name == MEETINGS else ""
    if not row.evidence or (part.name == MEETINGS and row.flag == "called off"):  # a fact of the tables is no event
        return ""
    if part.name != MEETINGS and row.status in (Status.NOT_DONE.value, Status.REFUSED.value):
        return ""  # the stance says it
    if UNTOLD in row.notes:
        return "was expected"
    return row.status.replace("-", " ")


def worded(stance: str, matter: str) -> tuple[str, str]:
    """Stance and matter as they read one after the other: "hopes for" + "that ..." is "hopes that ...", "aids" + words of
    the text is "aids: ..."."""
    if matter.startswith(("that ", "to ")) and stance.endswith((" for", " about", " of", " with")):
        return stance.rsplit(" ", 1)[0], matter
    if matter.startswith("for ") and stance.endswith(" for"):
        return stance, matter.removeprefix("for ")
    if matter.startswith("to ") and stance.endswith(" to"):  # "agrees to" + "to keep"
        return stance.removesuffix(" to"), matter
    if matter.startswith("to ") and stance == "calls on":  # nobody known is called on
        return "calls on others", matter
    to = matter.startswith("to ") and stance.endswith(" on")
    if matter and (to or stance in APART or stance.startswith("is said to")):
        return f"{stance}:", matter
    return stance, matter


def _plural(stance: str) -> str:
    """The stance of several: "is expected to" -> "are expected to", "denies" -> "deny"; what is no verb stays as it is."""
    verb, space, rest = stance.partition(" ")
    base = verb.rstrip(":")
    if base in IRREGULAR:
        changed = IRREGULAR[base]
    elif not base.endswith("s") or base.endswith("ss"):
        return stance
    elif base.endswith("ies"):
        changed = base[:-3] + "y"
    else:
        changed = base[:-2] if base.endswith(("sses", "shes", "ches", "xes", "zes")) else base[:-1]
    return changed + verb[len(base) :] + space + rest


def _condition(kept: KeptStep) -> str:
    span, around = kept.step.condition, kept.around
    if span is None or not around.holds(span):
        return ""
    return " ".join(kept.words[span.start - around.start : span.end - around.start].split())


def fact_row(fact: Fact, tables: Tables) -> Row:
    """A fact of the tables as a row; it has a source instead of a sentence."""
    stance, what = fact_words(fact, tables)
    when = f"since {first_known(fact.since)}" if fact.since is not None else ""
    notes = (*((f"until {last_known(fact.until)}",) if fact.until is not None else ()), f"table: {fact.source}")
    line = (tables.name(fact.actor), stance, what)
    return Row(*line, "", when, "", "", notes, 0, (), (fact.actor,), (fact.body,), fact.standing, (stance, what))


def _position(position: Position, tables: Tables) -> Iterator[Row]:
    for turn in position.turns:
        step = turn.told[0].step
        notes = [f"changed: before it {turn.changed_from}"] if turn.changed_from else []
        notes += [] if turn.holds else ["no longer holds"]
        what = _wording(position, turn)
        notes += [f"on: {position.issue.name}"] if plain(what) != plain(position.issue.name) else []
        when = _told_day(turn.told[0])
        yield _made(turn.told, tables, (position.actor,), step.counterparts, turn.stance, what, step.status.value,
                    turn.origins, when, _phrase(step.due), "changed" if turn.changed_from else "", notes)  # fmt: skip
    for kept in position.claims:
        step = kept.step
        yield _made((kept,), tables, (position.actor,), step.counterparts, step.stance, position.issue.name, step.status.value, 1,
                    _told_day(kept), "", "", ["said by others"])  # fmt: skip


def _wording(position: Position, turn: Turn) -> str:
    """What a turn is about: the issue by the name that the user gave it, else in the turn's own words."""
    if plain(position.issue.name) not in position.issue.wordings:
        return position.issue.name
    said = Counter(k.step.matter for k in turn.told)
    return max(reversed(said), key=lambda words: said[words])


def _meeting(gathering: Gathering, tables: Tables, all_of_them: Sequence[Gathering]) -> Row:
    known = {g.id: g for g in all_of_them}
    notes: list[str] = [UNTOLD] if gathering.untold else []
    notes += [f"host: {tables.name(gathering.host)}"] if gathering.host else []
    notes += [f"also invited: {_names(gathering.guests, tables)}"] if gathering.guests else []
    notes += [f"absent or not invited: {_names(gathering.absent, tables)}"] if gathering.absent else []
    notes += [f"moved from {_phrase(w)}" for w in gathering.moved_from]
    notes += [f"agenda: {k.step.matter}" for k in gathering.agenda]
    notes += [f"for the first time: {k.step.matter}" for k in gathering.first]
    for kept in gathering.outcomes:
        stance = _plural(kept.step.stance) if len(principals(kept.step.actors)) > 1 else kept.step.stance
        notes.append(f"outcome: {_names(principals(kept.step.actors), tables)} {stance} {kept.step.matter}")
    for word, other in (("before it", gathering.earlier), ("after it", gathering.later)):
        if other in known:
            notes.append(f"{word}: {known[other].format}, {_phrase(known[other].when) or 'no date'}")
    told = (*gathering.lines, *gathering.outcomes)
    parties = tuple(a for a in gathering.parties if a != gathering.host or len(gathering.parties) == 1)
    where = f" in {gathering.place}" if gathering.place else ""
    return _made(told, tables, parties, (), gathering.format, where.strip(), gathering.status.value, gathering.origins,
                 _phrase(gathering.when), "", gathering.fate, notes)  # fmt: skip
