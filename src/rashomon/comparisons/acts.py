"""Verb x Verb -> whether they stand for one act ("free", "release"): by the table of contested terms and one of plain rivals."""

from __future__ import annotations

from .contested import CONCEPTS

# Verbs that reports use for one act without taking a view by it; our own compilation, an act a line.
_PLAIN = """
arrest detain seize capture apprehend nab catch round hold take
collide ram hit strike crash smash scrape bump
kill die perish shoot execute
wound injure hurt
fire shoot open
down shoot bring
cut reduce halve limit slash curb lower trim
raise increase lift hike boost
hand deliver submit present give pass
summon call call_in
retake recapture take_back
cancel scrap call_off
postpone delay defer put_off
return come_back go_back
surrender yield give_up
halt stop suspend cease discontinue end
resume restart reopen restore return
close shut seal block
open inaugurate launch
sign conclude initial ink
agree accept approve endorse back ratify adopt pass
reject refuse decline rebuff dismiss deny
send dispatch deploy move station
pay transfer settle hand
owe stand
leave depart quit withdraw
arrive land reach come
meet gather convene hold
begin start open launch
begin start break_out erupt
attack raid storm assault strike hit bomb shell
destroy wreck raze demolish blow
expel deport remove banish eject order
sack fire dismiss oust remove depose topple overthrow
appoint name elect choose
sentence jail imprison
charge indict prosecute accuse
free release liberate
kidnap abduct seize snatch take
flee escape run
displace uproot evacuate
sink scuttle drown
crash fall plunge
lose miss
earn win receive get
buy purchase acquire order
sell export supply ship
pledge promise vow commit
boycott shun skip
impose slap introduce levy
ban bar prohibit forbid outlaw
warn caution
protest demonstrate march rally
cost lose
test launch fire
impound confiscate seize capture take
intensify deepen strengthen
"""
# Concepts whose verbs are rival names, but also names of acts that differ ("entered", "crossed").
_MANY_ACTS = {"moving of people", "entry", "supply cut", "raid", "shots", "fishing", "hunger"}
# Verbs that the tables hold for one act: {"free": {12}, "release": {12}}.
_ACTS: dict[str, set[int | str]] = {}
for _number, _concept in enumerate(c for c in CONCEPTS if c.name not in _MANY_ACTS):
    for _term in (t for group in _concept.groups for t in group if len(t.lemmas) == 1 and t.pos != "NOUN"):
        _ACTS.setdefault(_term.lemmas[0], set()).add(_number)
for _line in _PLAIN.strip().splitlines():
    for _verb in _line.split():
        _ACTS.setdefault(_verb.replace("_", " "), set()).add(_line)


def one_act(left: str, right: str) -> bool:
    """Whether two lemmas are one verb, or two names of one act."""
    return left == right or bool(_ACTS.get(left, set()) & _ACTS.get(right, set()))
