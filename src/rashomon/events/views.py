"""Event type, CAMEO code and status -> what PLOVER and CAMEO, which know no status, call the same act."""

from __future__ import annotations

from ..records import EventType, Status

INTENDED = {EventType.CONSULT, EventType.AID, EventType.COOPERATE, EventType.SUPPORT, EventType.CONCEDE, EventType.RETREAT}
THREATENED = {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.PROTEST}
AHEAD = {Status.PLANNED, Status.EXPECTED, Status.CONDITIONAL}
YIELDED = dict.fromkeys((EventType.CONCEDE, EventType.RETREAT), "5")
HELPED = {EventType.COOPERATE: "1", EventType.SUPPORT: "2", EventType.AID: "3"}
# The third digit of CAMEO: what is agreed to, asked for, refused or threatened.
MATTERS = {
    EventType.AGREE: HELPED | YIELDED | {EventType.CONSULT: "6"},
    EventType.REQUEST: HELPED | YIELDED | {EventType.CONSULT: "6", EventType.AGREE: "7"},
    EventType.REJECT: {
        **dict.fromkeys((EventType.COOPERATE, EventType.SUPPORT), "1"),
        EventType.AID: "2",
        **dict.fromkeys((EventType.CONCEDE, EventType.RETREAT), "4"),
        EventType.CONSULT: "5",
        EventType.AGREE: "7",
    },
    EventType.THREATEN: {
        EventType.SANCTION: "1",
        EventType.PROTEST: "3",
        EventType.COERCE: "7",
        **dict.fromkeys((EventType.ASSAULT, EventType.MOBILIZE), "8"),
    },
}
DEFAULTS = {
    EventType.AGREE: "030",
    EventType.CONSULT: "040",
    EventType.SUPPORT: "050",
    EventType.CONCEDE: "080",
    EventType.COOPERATE: "060",
    EventType.AID: "070",
    EventType.RETREAT: "087",
    EventType.REQUEST: "020",
    EventType.ACCUSE: "110",
    EventType.REJECT: "120",
    EventType.THREATEN: "130",
    EventType.PROTEST: "140",
    EventType.SANCTION: "160",
    EventType.MOBILIZE: "150",
    EventType.COERCE: "170",
    EventType.ASSAULT: "190",
    EventType.STATEMENT: "010",
    EventType.POSITION: "010",
}


def finer_code(kind: EventType, code: str, matter: EventType) -> str:
    """The code of an agreement, request, refusal or threat with the third digit that its matter gives: a request (020) for aid is
    023, a demand (100) for it 103. Codes that are finer already stay as they are."""
    third = MATTERS.get(kind, {}).get(matter)
    return f"{code[:2]}{third}" if third is not None and len(code) == 3 and code.endswith("0") else code


def plover_view(kind: EventType, cameo: str | None, status: Status) -> tuple[EventType, str]:
    """Type and CAMEO code as a coder without status gives them: a promised delivery is AGREE 033, a coming attack THREATEN 138,
    a refused one REJECT 120, aid called for REQUEST 023. Statements and positions are left as they are (CAMEO 01)."""
    code = cameo or DEFAULTS[kind]
    seen = _seen_as(kind, status)
    return (kind, code) if seen is kind else (seen, finer_code(seen, DEFAULTS[seen], kind))


def _seen_as(kind: EventType, status: Status) -> EventType:
    if kind in (EventType.STATEMENT, EventType.POSITION):
        return kind
    if status is Status.REFUSED or (status is Status.NOT_DONE and (kind.quad or "").endswith("COOP")):
        return EventType.REJECT
    if status is Status.CALLED_FOR:
        return EventType.REQUEST
    if status in AHEAD and kind in INTENDED:
        return EventType.AGREE
    return EventType.THREATEN if status in AHEAD and kind in THREATENED else kind
