"""Event type, CAMEO code and status -> what PLOVER and CAMEO, which know no status, call the same act."""

from __future__ import annotations

from ..records import EventType, Status

INTENDED = {EventType.CONSULT, EventType.AID, EventType.COOPERATE, EventType.SUPPORT, EventType.CONCEDE, EventType.RETREAT}
THREATENED = {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.PROTEST}
AHEAD = {Status.PLANNED, Status.EXPECTED, Status.CONDITIONAL}
INTENT = {
    EventType.CONSULT: "036",
    EventType.AID: "033",
    EventType.COOPERATE: "031",
    EventType.SUPPORT: "032",
    EventType.CONCEDE: "035",
    EventType.RETREAT: "035",
}
THREAT = {
    EventType.ASSAULT: "138",
    EventType.COERCE: "137",
    EventType.SANCTION: "131",
    EventType.MOBILIZE: "138",
    EventType.PROTEST: "133",
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


def plover_view(kind: EventType, cameo: str | None, status: Status) -> tuple[EventType, str]:
    """Type and CAMEO code as a coder without status gives them: a promised delivery is AGREE 033, a coming attack THREATEN 138,
    a refused or failed one REJECT 120, one called for REQUEST 020. Statements and positions are left as they are (CAMEO 01)."""
    code = cameo or DEFAULTS[kind]
    if kind in (EventType.STATEMENT, EventType.POSITION):
        return kind, code
    if status is Status.REFUSED:
        return EventType.REJECT, "120"
    if status is Status.NOT_DONE and (kind.quad or "").endswith("COOP"):
        return EventType.REJECT, "120"
    if status is Status.CALLED_FOR and kind is not EventType.REQUEST:
        return EventType.REQUEST, "020"
    if status in AHEAD and kind in INTENDED:
        return EventType.AGREE, INTENT[kind]
    if status in AHEAD and kind in THREATENED:
        return EventType.THREATEN, THREAT[kind]
    return kind, code
