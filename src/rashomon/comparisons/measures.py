"""Unit of measurement -> what it measures: "km" and "mile" are lengths, "tonne" and "pound" weights."""

from __future__ import annotations

# How many of the first unit one of each is; a line has the names of one unit.
_KINDS = {
    "length": """
        metre meter m: 1
        kilometre kilometer km kms: 1000
        mile mi: 1609.34
        foot feet ft: 0.3048
        inch: 0.0254
        yard: 0.9144
        centimetre centimeter cm: 0.01
        millimetre millimeter mm: 0.001
    """,
    "weight": """
        kilogram kilogramme kg kilo: 1
        gram gramme g: 0.001
        tonne ton: 1000
        pound lb lbs: 0.4536
        ounce: 0.02835
        stone: 6.35
    """,
    "time": """
        second: 1
        minute: 60
        hour: 3600
        day: 86400
        week: 604800
        month: 2629800
        year: 31557600
        decade: 315576000
        century: 3155760000
    """,
    "area": """
        hectare: 10000
        acre: 4046.86
        km2: 1000000
    """,
    "volume": """
        litre liter: 1
        gallon: 3.785
        barrel: 159
    """,
}
SCALE = {
    name: (kind, float(line.split(":")[1]))
    for kind, lines in _KINDS.items()
    for line in lines.strip().splitlines()
    for name in line.split(":")[0].split()
}
CLOCK = {name for name, (kind, _) in SCALE.items() if kind == "time"}


def in_unit_of(value: float, unit: str, other: str) -> float:
    """A value of `unit` told in `other`; the value itself where the two do not measure one thing."""
    if unit == other or not commensurable(unit, other):
        return value
    return value * SCALE[unit][1] / SCALE[other][1]


def commensurable(unit: str, other: str) -> bool:
    """Whether two units of measurement measure one thing."""
    return unit in SCALE and other in SCALE and SCALE[unit][0] == SCALE[other][0]
