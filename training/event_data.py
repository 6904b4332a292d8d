"""PLV, cameo_class, cameo_ner, AW and multi-coder gold, which lies beside the checkout (../shared/gold), -> examples."""

import csv
import hashlib
import itertools
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from places import GOLD, some
from rashomon.models.windows import cut_windows

HERE = Path(__file__).resolve().parent
EVENTS = GOLD / "events"
ROOTS = (
    "AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()  # fmt: skip
PENTAS = ("STATEMENT", "V-COOP", "M-COOP", "V-CONF", "M-CONF")
TAGS = ("O", "B-S", "I-S", "B-T", "I-T", "B-R", "I-R")
CONFLICTS = {"V-CONF", "M-CONF"}
IGNORED = -100
LIMIT = 160
MARK = re.compile(r"</?[st]>")


@dataclass
class Example:
    """One sentence for one task; labels that the task does not give are IGNORED. `roles`: 0, 1 source, 2 target a piece."""

    id: str
    task: str
    text: str
    window: object
    roles: list[int]
    root: int = IGNORED
    conflict: int = IGNORED
    penta: int = IGNORED
    codable: int = IGNORED
    tags: list[int] = field(default_factory=list)
    weight: float = 1.0


def read_rows(name):
    return some([json.loads(line) for line in (EVENTS / f"{name}.jsonl").read_text("utf-8").splitlines()])


def fold_of(text, folds=5):
    """The fold of a sentence by its letters: the same sentence lies in one fold, whichever set it comes from."""
    letters = re.sub(r"[\W_]+", "", text).lower()
    return int(hashlib.sha256(letters.encode()).hexdigest(), 16) % folds


def unmarked(marked):
    """A text with <s> </s> <t> </t> -> (plain text, source span, target span)."""
    text, at, open_at, spans = "", 0, {}, {}
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at, name = mark.end(), mark.group()[-2]
        if mark.group().startswith("</"):
            spans.setdefault(name, (open_at.get(name, 0), len(text)))
        else:
            open_at[name] = len(text)
    return text + marked[at:], spans.get("s", (0, 0)), spans.get("t", (0, 0))


def piece_roles(window, source, target):
    roles = []
    for start in window.starts:
        inside = [r for r, (low, high) in ((1, source), (2, target)) if low <= start < high]
        roles.append(inside[-1] if inside and start >= 0 else 0)
    return roles


def one_window(text, tokenizer):
    return cut_windows(text.replace("\n", " "), tokenizer, LIMIT)[0]


def pair_example(name, task, marked, tokenizer, **labels):
    text, source, target = unmarked(marked)
    window = one_window(text, tokenizer)
    return Example(name, task, text, window, piece_roles(window, source, target), **labels)


def sentence_example(name, task, text, tokenizer, **labels):
    window = one_window(text, tokenizer)
    return Example(name, task, text, window, [0] * len(window.ids), **labels)


def gold_examples(tokenizer):
    """All examples of the five sets."""
    out = []
    for row in read_rows("plv_train"):
        conflict = int(row["quad"] in CONFLICTS)
        out.append(pair_example(row["id"], "plv", row["marked"], tokenizer, root=ROOTS.index(row["root"]), conflict=conflict))
    for row in read_rows("aw_train"):
        out.append(pair_example(row["id"], "aw", row["marked"], tokenizer, conflict=row["gold_binary"]))
    for row in read_rows("cameo_class_train"):
        penta = PENTAS.index(row["penta"])
        out.append(sentence_example(row["id"], "class", row["text"], tokenizer, penta=penta, codable=1, weight=0.3))
    for row in read_rows("cameo_multicoder"):
        penta = IGNORED if row["penta"] == "IRRELEVANT" else PENTAS.index(row["penta"])
        codable = int(row["penta"] != "IRRELEVANT")
        out.append(sentence_example(row["id"], "multicoder", row["text"], tokenizer, penta=penta, codable=codable, weight=2.0))
    for row in read_rows("cameo_ner_train"):
        example = sentence_example(row["id"], "ner", row["text"], tokenizer)
        example.tags = piece_tags(example.window, row)
        out.append(example)
    return out


def token_spans(tokens):
    """Code points of each gold token in the tokens joined by blanks."""
    starts = itertools.accumulate((len(t) + 1 for t in tokens[:-1]), initial=0)
    return [(start, start + len(token)) for start, token in zip(starts, tokens, strict=True)]


def piece_tags(window, row):
    marks = {}
    for (start, end), tag in zip(token_spans(row["tokens"]), row["tags"], strict=True):
        for place in range(start, end):
            marks[place] = "I-" + tag[2:] if tag.startswith("B-") and place > start else tag
    return [TAGS.index(marks.get(s, "O")) if first else IGNORED for s, first in zip(window.starts, window.firsts, strict=True)]


def template_examples(tokenizer, seed, times):
    """Sentences of our own: each pattern of templates.csv filled `times` times with actors drawn by chance."""
    chance = random.Random(seed)
    with (HERE / "templates.csv").open(encoding="utf-8", newline="") as file:
        patterns = some(list(csv.DictReader(file)))
    with (HERE / "fillers.csv").open(encoding="utf-8", newline="") as file:
        actors = [row["actor"] for row in csv.DictReader(file)]
    out = []
    for number, row in enumerate(patterns):
        for turn in range(times):
            source, target = chance.sample(actors, 2)
            marked = row["pattern"].replace("{s}", f"<s>{source}</s>").replace("{t}", f"<t>{target}</t>")
            marked = marked[0].upper() + marked[1:]
            root = ROOTS.index(row["type"])
            out.append(pair_example(f"own-{number}-{turn}", "own", marked, tokenizer, root=root, weight=0.5))
    return out
