"""Finds the folder of weights and verifies each file by the SHA-256 that its card states. One ModelError if absent or altered."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ..errors import ModelError

REINSTALL = "reinstall with `pip install --force-reinstall rashomon` (from a checkout: `make venv`)"


def models_folder() -> Path:
    """The folder of weights made by training/: inside the installed package, or `models/` of a checkout."""
    here = Path(__file__).resolve().parent.parent
    for folder in (here / "_models", here.parent.parent / "models"):
        if folder.is_dir():
            return folder
    raise ModelError("no folder of models", str(here / "_models"), REINSTALL)


def verified(model: str, file: str) -> Path:
    """The path of a model file whose SHA-256 is the one that its card (`<model>/card.json`, key "files") states."""
    path = models_folder() / model / file
    card = models_folder() / model / "card.json"
    if not path.is_file() or not card.is_file():
        raise ModelError("model file missing", str(path), REINSTALL)
    expected = json.loads(card.read_text("utf-8"))["files"].get(file)
    if sha256_of(path) != expected:
        raise ModelError("model file altered (its SHA-256 is not the card's)", str(path), REINSTALL)
    return path


def sha256_of(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def verified_card(model: str) -> Path:
    """The path of a model's card; ModelError if there is none."""
    path = models_folder() / model / "card.json"
    if not path.is_file():
        raise ModelError("model card missing", str(path), REINSTALL)
    return path
