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
    if not path.is_file():
        raise ModelError("model file missing", str(path), REINSTALL)
    if sha256_of(path) != stated_sha256(model, file):
        raise ModelError("model file altered (its SHA-256 is not the card's)", str(path), REINSTALL)
    return path


def stated_sha256(model: str, file: str) -> str:
    """The SHA-256 that a model's card states for a file, empty where it names none."""
    return str(json.loads(verified_card(model).read_text("utf-8"))["files"].get(file, ""))


def sha256_of(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def verified_card(model: str) -> Path:
    """The path of a model's card; ModelError if there is none."""
    path = models_folder() / model / "card.json"
    if not path.is_file():
        raise ModelError("model card missing", str(path), REINSTALL)
    return path
