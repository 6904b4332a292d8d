"""Units of count -> whether they are one: "girl" and "schoolgirl", "vessel" and "trawler", "km" and "mile"."""

from __future__ import annotations

from .measures import commensurable

# Kinds of things counted: words for any of the kind, then words for some of it. Two of the latter are not one thing.
_KINDS = tuple(
    tuple(frozenset(words.split()) for words in line.split("|"))
    for line in (
        "person people man woman citizen national member individual detainee suspect victim casualty body dead life | fisherman "
        "soldier troop sailor marine officer policeman civilian resident villager migrant refugee protester demonstrator local "
        "prisoner hostage captive inmate worker passenger tourist student girl boy schoolgirl child militant fighter rebel gunman "
        "insurgent miner doctor activist journalist lawmaker defendant",
        "baby infant newborn | child toddler",
        "boat vessel ship craft | canoe trawler dinghy ferry tanker freighter cutter speedboat frigate destroyer",
        "plane aircraft jet | fighter bomber airliner warplane helicopter",
        "missile rocket projectile |",
        "house home building dwelling | hut apartment flat",
        "vehicle | car truck lorry bus tank van",
        "round shot bullet |",
        "death fatality |",
        "soldier troop serviceman | marine sailor conscript recruit guardsman paratrooper reservist",
        "rebel insurgent militant fighter gunman |",
        "protester demonstrator marcher |",
        "prisoner detainee captive inmate |",
        "worker employee labourer laborer |",
        "lawmaker legislator parliamentarian deputy |",
        "student pupil | schoolgirl schoolboy",
    )
)


def same_unit(left: str, right: str) -> bool:
    """ "girl" and "schoolgirl" are one unit of count, so are "vessel" and "trawler", but not "trawler" and "ferry"."""
    return same_word(left, right) or any(_of_kind(left, right, *kind) for kind in _KINDS)


def same_word(left: str, right: str) -> bool:
    if commensurable(left, right):
        return True
    short, long = sorted((left, right), key=len)
    return short == long or (len(short) > 3 and long.endswith(short))


def _of_kind(left: str, right: str, any_of: frozenset[str], some: frozenset[str]) -> bool:
    return {left, right} <= any_of | some and bool({left, right} & any_of)


def is_some(unit: str, whole: str) -> bool:
    """Whether what is counted by one unit may be among what is counted by another: women among people."""
    if unit == whole or commensurable(unit, whole):
        return False
    return any(whole in kind and unit in some for kind, some in _KINDS) or not any(whole in some for _, some in _KINDS)
