"""PolNeAR, which lies beside the checkout (../shared/gold), -> windows with tags and links. Never redistribute its texts."""

import json
import random
import zlib
from dataclasses import dataclass

from places import GOLD, some
from rashomon.models.windows import Window, cut_windows

STATEMENTS = GOLD / "statements"
TAGS = ("O", "B-S", "I-S", "B-Q", "I-Q", "B-C", "I-C")
LINKS = ("content-cue", "cue-source", "content-source")
IGNORED = -100


@dataclass(frozen=True)
class Example:
    """A window, the tag of each piece (IGNORED where it bears none) and the links (relation, from, to; to 0 = nobody)."""

    window: Window
    tags: list[int]
    links: list[tuple[int, int, int]]


def read_rows(name):
    return some([json.loads(line) for line in (STATEMENTS / name).read_text("utf-8").splitlines()])


def is_held_out(row):
    """One document in eight of the training part is kept from the last stage: the limits of the join are set on these."""
    return zlib.crc32(row["doc"].encode()) % 8 == 0


def readings(row, annotated):
    """The gold of a document, or one for each annotator where several read it."""
    return list(annotated.get(row["doc"], {}).values()) or [row["gold"]]


def make_examples(rows, tokenizer, limits, seed, annotated=()):
    """Windows of all rows; the limit of word pieces is drawn for each document from `limits`, its annotator by chance."""
    chance = random.Random(seed)
    out = []
    for row in rows:
        gold = chance.choice(readings(row, dict(annotated)))
        marks = mark_letters(row["text"], gold)
        for window in cut_windows(row["text"], tokenizer, chance.randint(*limits)):
            out.append(Example(window, tag_pieces(window, marks), link_pieces(window, gold)))
    return out


def mark_letters(text, gold):
    marks = [None] * len(text)
    for attribution in gold:
        for key, label in (("quote", "C"), ("speaker", "S"), ("cue", "Q")):
            for start, end in attribution[key] or []:
                marks[start:end] = [(label, start)] * (end - start)
    return marks


def tag_pieces(window, marks):
    tags, last = [], None
    for start, first in zip(window.starts, window.firsts, strict=True):
        if start < 0 or not first:
            tags.append(IGNORED)
            continue
        mark = marks[start]
        tags.append(0 if mark is None else TAGS.index(("I-" if mark == last else "B-") + mark[0]))
        last = mark
    return tags


def link_pieces(window, gold):
    places = [(start, i) for i, (start, first) in enumerate(zip(window.starts, window.firsts, strict=True)) if first]
    low, high = window.starts[1], window.ends[-2]

    def first_piece(spans):
        if not spans:
            return 0
        start, end = min(spans)
        if not low <= start < high:
            return None
        return next((i for place, i in places if start <= place < end), None)

    links = []
    for attribution in gold:
        cue, source = first_piece(attribution["cue"]), first_piece(attribution["speaker"])
        if cue and source is not None:
            links.append((1, cue, source))
        for span in attribution["quote"] or []:
            content = first_piece([span])
            if content and cue:
                links.append((0, content, cue))
            if content and source is not None:
                links.append((2, content, source))
    return links
