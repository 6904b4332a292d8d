"""Deed x Deed -> whether they exclude one another: an act done here and not done there, or an act here and its opposite there."""

from __future__ import annotations

from .acts import one_act
from .dated import SAYING
from .deeds import Deed, Fit, Party, fit, places_fit, times_fit
from .frames import LIGHT

# Acts and states | those that exclude them; our own compilation. "by": what is told of the one who acts. "turns": one act may
# follow on the other, so that they must be of one time, or one a state that lasts. "each": of several, some may be the one, some
# the other, so that it must be certain ones. "own": others may well do the opposite of one thing.
_OPPOSITES = """
| accept approve adopt endorse ratify back pass agree | reject veto refuse oppose decline dismiss rebuff block defeat
by | attend join | absent skip boycott miss away
turns | lift remove scrap | force place keep maintain extend renew retain effect
turns | reopen open | close shut closed shut seal
| hold survive last respect | collapse break violate
by turns | withdraw leave depart evacuate | remain still stay
by turns | resign quit | stay office
| win | lose
each | alive survive rescue | dead die kill perish
| confirm acknowledge admit | deny
turns | resume begin start | cancel postpone suspend halt
turns | allow permit authorise authorize | ban bar block forbid prohibit prevent
each | acquit clear | convict guilty
| succeed | fail
each | intact undamaged unharmed unhurt | destroy damage injure wound hurt
each | present | absent
own | vote_for | vote_against abstain
own | vote_against | abstain
own | welcome hail praise applaud | reject condemn denounce deplore
"""
_LASTING = {"remain", "still", "stay"}  # of somebody in a place


def _poles() -> dict[str, list[tuple[int, int, str]]]:
    """Word -> (line, +1 or -1, what the line asks for)."""
    out: dict[str, list[tuple[int, int, str]]] = {}
    for number, line in enumerate(_OPPOSITES.strip().splitlines()):
        asked, *sides = line.split("|")
        for pole, words in zip((1, -1), sides, strict=True):
            for word in words.split():
                out.setdefault(word.replace("_", " "), []).append((number, pole, asked))
    return out


_POLES = _poles()


def excluded(one: Deed, other: Deed) -> str:
    """What two deeds that cannot both be say of one thing ("accept / reject", "sign: done / not done", "attend: will / will not");
    "" where they can. Both are done or not, or both to come; time, place and all who have part must allow that it is one thing."""
    ahead = one.done is other.done is None
    ours, theirs = (one.will, other.will) if ahead else (one.done, other.done)
    if ours is None or theirs is None or times_fit(one.times, other.times) is Fit.APART:
        return ""
    if places_fit(one.places, other.places) is Fit.APART:
        return ""
    acts = one.state is other.state is False and not {one.verb, other.verb} & (LIGHT | SAYING)
    if acts and ours is not theirs and one_act(one.verb, other.verb) and _of_one(one, other):
        words = {True: "will", False: "will not"} if ahead else {True: "done", False: "not done"}
        return f"{one.verb}: {words[ours]} / {words[theirs]}"
    if not (_plain(one) and _plain(other)):
        return ""
    for number, pole, asked in _POLES.get(one.verb, ()):
        for same, against, _ in _POLES.get(other.verb, ()):
            if number == same and pole != against and ours is theirs and _asked(asked, one, other):
                return f"{_told(one)} / {_told(other)}"
    return ""


def _plain(deed: Deed) -> bool:
    """Not "backed that up", "held talks", "remains the largest"."""
    if deed.particle or (deed.verb == "hold" and deed.patient is not None):
        return False
    return not (deed.state and deed.verb in _LASTING) or bool(deed.places)


def _asked(asked: str, one: Deed, other: Deed) -> bool:
    ours, theirs = one.theme, other.theme
    if "turns" in asked and not (one.state or other.state) and times_fit(one.times, other.times) is not Fit.ONE:
        return False
    if "each" in asked and not (ours and theirs and ours.definite and theirs.definite):
        return False
    if "own" in asked and fit(one.agent, other.agent) is not Fit.ONE:
        return False
    return _agents_are_one(one, other) if "by" in asked else _of_one(one, other)


def _told(deed: Deed) -> str:
    if deed.done is None:
        return f"{'will' if deed.will else 'will not'} {'be ' if deed.state else ''}{deed.verb}"
    return deed.verb if deed.done else f"not {deed.verb}"


def _of_one(one: Deed, other: Deed) -> bool:
    """Whether what is done, or what is in a state, is surely one thing, and nobody who does it speaks against that."""
    ours, theirs = one.theme, other.theme
    if ours and theirs and bool(one.patient) is not bool(other.patient) and ours.role.head != theirs.role.head:
        return False  # "the club lost", "the club's title was won"
    agents = fit(one.agent, other.agent) if one.patient and other.patient else Fit.OPEN
    if fit(ours, theirs) is not Fit.ONE or agents is Fit.APART or fit(one.target, other.target) is Fit.APART:
        return False
    return _anchored(one, other, ours, theirs) or agents is Fit.ONE


def _agents_are_one(one: Deed, other: Deed) -> bool:
    """Whether the one who acts in either is who is in the state, or does not act, in the other."""
    ours, theirs = _agent(one), _agent(other)
    return fit(ours, theirs) is Fit.ONE and _anchored(one, other, ours, theirs)


def _agent(deed: Deed) -> Party | None:
    return deed.patient if deed.state else deed.agent or deed.patient


def _anchored(one: Deed, other: Deed, ours: Party | None, theirs: Party | None) -> bool:
    """Whether a name, a time or a place is in both."""
    named = bool(ours and theirs and (ours.own & theirs.own or ours.names & theirs.names))
    return named or Fit.ONE in (times_fit(one.times, other.times), places_fit(one.places, other.places))
