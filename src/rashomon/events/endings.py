"""Act below a verb of ending -> the act that ending it is: "stopped buying oil", "ceased shelling the town"."""

from __future__ import annotations

from dataclasses import replace

from ..records import EventType, Sentence
from .nominals import Act

ENDING = {"stop", "cease", "halt", "suspend", "quit", "discontinue", "end", "pause", "finish"}
# What ends -> type, mode and CAMEO code of ending it.
ENDED = {
    **dict.fromkeys(
        (EventType.COOPERATE, EventType.AID, EventType.SUPPORT, EventType.AGREE, EventType.CONSULT),
        (EventType.SANCTION, "discontinue", "161"),
    ),
    EventType.ASSAULT: (EventType.RETREAT, "ceasefire", "0871"),
    EventType.MOBILIZE: (EventType.RETREAT, "withdraw", "0874"),
    **dict.fromkeys((EventType.COERCE, EventType.SANCTION, EventType.PROTEST), (EventType.CONCEDE, None, "080")),
}


def ended(sentence: Sentence, act: Act) -> Act:
    """The act, or the ending of it where a verb of ending governs its gerund ("never stopped" leaves it as it is)."""
    token = sentence.tokens[act.token]
    new = ENDED.get(act.frame.type) if act.frame.type is not None else None
    governs = token.tag == "VBG" and token.dep in ("xcomp", "ccomp") and token.head != act.token
    if new is None or act.frame.noun or not governs or sentence.tokens[token.head].lemma.lower() not in ENDING:
        return act
    if any(sentence.tokens[k].dep == "neg" for k in sentence.tokens[token.head].children):
        return act
    kind, mode, cameo = new
    frame = replace(act.frame, type=kind, mode=mode, cameo=cameo)
    return replace(act, token=token.head, clause=token.head, trigger=(token.head, *act.trigger), frame=frame)
