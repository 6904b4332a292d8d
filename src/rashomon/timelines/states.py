"""Kept steps -> State: who stands how on a day, as known on a day, in sourced lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from ..records import Affair, KeptStep, Status, When
from ..tables import Tables
from .checks import check
from .commitments import Commitment, find_commitments
from .facts import Fact, facts_of
from .issues import Encode, content, plain, shared
from .meetings import Gathering, find_gatherings
from .origins import Derive, Origins
from .positions import Turn, find_positions
from .stances import side
from .tellings import day_of, has_day, in_order, is_dated, latest_versions, principals, told_on

RECENT = timedelta(days=400)  # what was told longer ago is shown only where it still holds


class Section(StrEnum):
    """The parts of a state page, in their order."""

    POSITIONS = "positions"
    TOWARDS = "stances of others towards them"
    CLAIMS = "said of them by others"
    DEMANDS = "demands"
    COMMITMENTS = "commitments"
    EXPECTATIONS = "expected next"
    MEMBERSHIPS = "memberships"
    PARTNERSHIPS = "partnerships"
    SANCTIONS = "sanctions"
    ACTS = "acts"
    AID = "aid"
    AGREEMENTS = "agreements"
    RECOGNITIONS = "recognitions"


BONDS = {
    Affair.MEMBERSHIP: Section.MEMBERSHIPS,
    Affair.PARTNERSHIP: Section.PARTNERSHIPS,
    Affair.SANCTION: Section.SANCTIONS,
    Affair.AID: Section.AID,
    Affair.AGREEMENT: Section.AGREEMENTS,
    Affair.RECOGNITION: Section.RECOGNITIONS,
}
ENDING = {"lifts", "waives"}
CLAIMED = {Affair.POSITION, Affair.ACT, Affair.CONDUCT, Affair.AID, Affair.SANCTION, Affair.RECOGNITION}


@dataclass(frozen=True, slots=True)
class Line:
    """One sourced line: `told` are the steps that tell it, the newest last; `origins` how many independent reports these are.
    `note` says what changed, what the tables say, or what became of it; `flag` marks what wants attention (changed, conflict,
    broken, overdue, lifted)."""

    section: Section
    actors: tuple[str, ...]
    stance: str
    matter: str
    counterparts: tuple[str, ...]
    status: Status
    told: tuple[KeptStep, ...]
    origins: int
    when: When | None = None
    due: When | None = None
    note: str = ""
    flag: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """How many of the steps that the ledger holds a page is made of, the newest; `more`: it holds even more than `held`."""

    shown: int
    held: int
    more: bool


@dataclass(frozen=True, slots=True)
class State:
    """What holds on a day, as known on a day (`known` None: as known now), for one actor or all; `excerpt` None: made of all
    steps that there are."""

    on: date
    known: date | None
    actor: str | None
    lines: tuple[Line, ...]
    gatherings: tuple[Gathering, ...]
    facts: tuple[Fact, ...]
    undated: int
    excerpt: Excerpt | None = None


def state_on(
    kept: Sequence[KeptStep],
    tables: Tables,
    on: date,
    known: date | None = None,
    actor: str | None = None,
    encode: Encode | None = None,
    names: Mapping[str, str] | None = None,
    derive: Derive | None = None,
) -> State:
    """The state of affairs on a day. `kept`: the steps known then, of whatever day; those of reports published after `on`
    count where they tell of a day before. With `encode`, promises are also closed by what is told in other words; issues are by
    words alone."""
    held = latest = latest_versions([k for k in kept if _begun(k, on)])
    if actor is not None:
        held = tuple(k for k in held if actor in (*k.step.actors, *k.step.counterparts))
    origins = Origins(latest, derive)
    lines = [
        *_joined(_positions(held, origins, actor, names)),
        *_claims(held, origins, on),
        *_plain(held, origins, Affair.DEMAND, Section.DEMANDS),
        *_commitments(held, origins, on, encode),
        *_acts(held, origins, on),
        *_bonds(held, origins, tables, on),
    ]
    undated = len({k.header.document for k in held if not is_dated(k.header)})
    gatherings = tuple(g for g in find_gatherings(latest, tables, on, origins) if _near(g, on) and _concerns(g, actor))
    facts = facts_of(actor, tables, on) if actor is not None else ()
    order = list(Section)
    return State(on, known, actor, tuple(sorted(lines, key=lambda n: order.index(n.section))), gatherings, facts, undated)


def _begun(kept: KeptStep, on: date) -> bool:
    return not is_dated(kept.header) or day_of(kept) <= on


def _near(gathering: Gathering, on: date) -> bool:
    """Meetings to come, and those of the last years; without a day too, unless they were to come and nothing was told since."""
    when = gathering.when
    if when is None or when.latest is None:
        return not gathering.untold
    return when.latest >= on - 2 * RECENT


def _concerns(gathering: Gathering, actor: str | None) -> bool:
    return actor is None or actor in (*gathering.parties, *gathering.guests, *gathering.absent)


def _positions(held: Sequence[KeptStep], origins: Origins, actor: str | None, names: Mapping[str, str] | None) -> Iterator[Line]:
    """The stances that hold: of one actor first its own, then those of others towards it."""
    stances = [k for k in held if k.step.affair is Affair.POSITION]
    own = find_positions(stances, actor, None, names, origins)
    others = [k for k in stances if actor is not None and actor not in k.step.actors]
    towards = find_positions(others, None, None, names, origins)
    sections = ((Section.POSITIONS, own), (Section.TOWARDS, towards))
    for section, position in ((s, p) for s, found in sections for p in sorted(found, key=lambda p: p.actor)):
        for turn in position.turns:
            if turn.holds:
                against = [k for k in position.claims if _contradicts(k, turn)]
                note = f"before: {turn.changed_from}" if turn.changed_from else ""
                note = note or (f"others say: {against[-1].step.stance}" if against else "")
                flag = "changed" if turn.changed_from else "conflict" if against else ""
                yield make_line(section, (*against, *turn.told), origins, (position.actor,), note, flag, turn.told[-1])


def _joined(lines: Iterable[Line]) -> list[Line]:
    """Lines that the same steps tell of several actors ("X and Y blocked ...") as one."""
    groups: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        key = (line.section, line.stance, line.note, line.flag, tuple(k.step.id for k in line.told))
        groups.setdefault(key, []).append(line)
    return [replace(g[0], actors=tuple(dict.fromkeys(a for line in g for a in line.actors))) for g in groups.values()]


def _contradicts(claim: KeptStep, turn: Turn) -> bool:
    """Whether others say, since the turn, that the actor takes another side."""
    said = side(claim.step.stance)
    since = turn.told[0]
    if said is None or turn.side is None or said == turn.side or not (has_day(claim) and has_day(since)):
        return False
    return day_of(claim) >= day_of(since)


def _claims(held: Sequence[KeptStep], origins: Origins, on: date) -> Iterator[Line]:
    """What others say that an actor thinks or does, not what the outlets themselves tell."""
    found = [k for k in held if k.step.affair in CLAIMED and not k.step.own and _recent(k, on) and not _mere_deed(k)]
    for group in alike(found):
        yield make_line(Section.CLAIMS, group, origins, principals(group[-1].step.actors), "", "")


def _mere_deed(kept: KeptStep) -> bool:
    return kept.step.affair is Affair.CONDUCT and not kept.step.stance.startswith("is said")


def _plain(held: Sequence[KeptStep], origins: Origins, affair: Affair, section: Section) -> Iterator[Line]:
    for group in alike(k for k in held if k.step.affair is affair and k.step.own):
        yield make_line(section, group, origins, principals(group[-1].step.actors), "", "")


def _acts(held: Sequence[KeptStep], origins: Origins, on: date) -> Iterator[Line]:
    """What actors did of late that is neither a bond nor the outcome of a promise alone: releases, openings, expulsions."""
    found = [k for k in held if k.step.affair is Affair.ACT and k.step.own and _recent(k, on)]
    for group in alike(found):
        yield make_line(Section.ACTS, group, origins, principals(group[-1].step.actors), "", "")


def _commitments(held: Sequence[KeptStep], origins: Origins, on: date, encode: Encode | None) -> Iterator[Line]:
    for one in find_commitments(held, on, encode, origins):
        expected = one.first.step.affair is Affair.EXPECTATION
        yield commitment_line(one, Section.EXPECTATIONS if expected else Section.COMMITMENTS)


def commitment_line(one: Commitment, section: Section = Section.COMMITMENTS) -> Line:
    """A commitment as a line: the report that closes it comes last."""
    flag = one.outcome.value if one.outcome.value in ("broken", "overdue", "changed") else ""
    step = one.first.step
    told = (*one.told, *one.closed_by)
    return Line(section, one.actors, step.stance, step.matter, step.counterparts, step.status, told, one.origins, step.when,
                one.due, one.outcome.value, flag)  # fmt: skip


def _bonds(held: Sequence[KeptStep], origins: Origins, tables: Tables, on: date) -> Iterator[Line]:
    for affair, section in BONDS.items():
        found = [k for k in held if k.step.affair is affair and k.step.status is not Status.PLANNED]
        found = [k for k in found if k.step.own or affair in (Affair.MEMBERSHIP, Affair.PARTNERSHIP)]
        ends = [k for k in found if k.step.stance in ENDING and k.step.status in (Status.DONE, Status.ONGOING)]
        for group in alike(found):
            facts = check(group[-1], tables, on)
            conflict = [f for f in facts if f.agrees is False]
            note = _otherwise(conflict, facts)
            flag = "conflict" if conflict else ""
            main = group[-1]
            if ended := next((k for k in ends if _ends(k, main)), None):
                by = ", ".join(tables.name(a) for a in principals(ended.step.actors))
                note, flag = f"lifted by {by}, {day_of(ended).isoformat()}", "lifted"
                group.append(ended)
            yield make_line(section, group, origins, principals(main.step.actors), note, flag, main, facts)


def _otherwise(conflict: Sequence[Fact], facts: Sequence[Fact]) -> str:
    """What a line says of facts of the tables that are not as it has it."""
    if not conflict:
        return ""
    if conflict[0].affair is Affair.MEMBERSHIP:
        return f"the tables know no such membership of {len(conflict)} of {len(facts)}"
    return "the tables say otherwise"


def _ends(later: KeptStep, sanction: KeptStep) -> bool:
    """Whether a sanction was lifted afterwards by one of those who had imposed it, by the words or by whom it was against."""
    one, other = later.step, sanction.step
    if other.stance in ENDING or not (has_day(later) and has_day(sanction)) or not set(one.actors) & set(other.actors):
        return False
    if day_of(later) < day_of(sanction):
        return False
    words = content(one.matter) & content(other.matter)
    return bool(words) and (bool(set(one.counterparts) & set(other.counterparts)) or len(words) > 1)


def make_line(
    section: Section,
    told: Sequence[KeptStep],
    origins: Origins,
    actors: tuple[str, ...],
    note: str,
    flag: str,
    main: KeptStep | None = None,
    facts: tuple[Fact, ...] = (),
) -> Line:
    """The line that some steps tell; `main` is the one that gives its stance, the last one with a day if it is not given."""
    step = (main or next((k for k in reversed(told) if has_day(k)), told[-1])).step
    said = Counter(k.step.matter for k in told)
    matter = max(reversed(said), key=lambda words: said[words])
    count = origins.count(told)
    return Line(section, actors, step.stance, matter, step.counterparts, step.status, tuple(told), count, step.when,
                step.due, note, flag, facts)  # fmt: skip


def alike(kept: Iterable[KeptStep]) -> list[list[KeptStep]]:
    """Steps of the same actors, stance and wording together, each group in order of time."""
    groups: dict[tuple[Affair, frozenset[str], str, frozenset[str], frozenset[str]], list[KeptStep]] = {}
    for one in in_order(kept):
        step = one.step
        words = content(step.matter) or frozenset({plain(step.matter)})
        key = (step.affair, frozenset(principals(step.actors)), step.stance, frozenset(step.counterparts), words)
        home = next((k for k in groups if k[:-1] == key[:-1] and _one_wording(k[-1], key[-1])), key)
        groups.setdefault(home, []).append(one)
    return list(groups.values())


def _one_wording(one: frozenset[str], other: frozenset[str]) -> bool:
    return one == other or (min(len(one), len(other)) > 1 and shared(one, other) == 1)


def _recent(kept: KeptStep, on: date) -> bool:
    return told_on(kept.header) >= on - RECENT
