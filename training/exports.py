"""The card that goes with a network's graphs."""

import hashlib
import json


def sha256_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_card(folder, card, files):
    """Writes card.json with the SHA-256 of each file."""
    card = {**card, "files": {name: sha256_of(folder / name) for name in files}}
    (folder / "card.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n", "utf-8")
