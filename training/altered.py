"""A sentence with one value put wrong: what a report that contradicts another looks like, where so few are labelled."""

import re

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
NUMBERS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty".split()
SETS = (("date", DAYS), ("date", MONTHS), ("number", NUMBERS))
VALUE = re.compile(r"(?<![\w.,-])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[A-Za-z]+)(?![\w-]|[.,]\d)")
YEARS = range(1900, 2101)


def altered(one, other, chance):
    """The sentence with another value for one of those that it shares with `other`, and the slot of that value; None if it shares
    none."""
    told = set(VALUE.findall(other))
    shared = [(found, slot) for found in VALUE.finditer(one) if found[0] in told and (slot := slot_of(found[0]))]
    if not shared:
        return None
    found, slot = shared[chance.integers(len(shared))]
    new = another(found[0], slot, chance)
    return (one[: found.start()] + new + one[found.end() :], slot) if new not in told else None


def slot_of(value):
    if value[0].isdigit():
        return "date" if value.isdigit() and len(value) == 4 and int(value) in YEARS else "number"
    return next((slot for slot, words in SETS if value in words), None)


def another(value, slot, chance):
    """A like value: of the same set of words, or a number a little or much larger or smaller, written as it was."""
    for _, words in SETS:
        if value in words:
            return str(chance.choice([word for word in words if word != value]))
    number = float(value.replace(",", ""))
    if slot == "date":
        return str(int(number) + int(chance.choice([-3, -2, -1, 1, 2, 3])))
    changed = number * chance.choice([0.5, 0.7, 0.8, 0.9, 1.1, 1.2, 1.5, 2.0]) + chance.choice([-1, 1])
    if "." in value:
        return f"{max(changed, 0.1):.1f}"
    return f"{max(round(changed), 1):,}" if "," in value or number < 1000 else str(max(round(changed), 1))
