"""The judge of points: MiniLM over two sentences of two reports at once."""

import torch

from event_network import mean_of, run_layers
from networks import WIDTH, load_base

START, END = 101, 102
LIMIT = 56  # word pieces of a sentence


class PointNetwork(torch.nn.Module):
    """[CLS] one [SEP] other [SEP], with a side for each piece -> a score."""

    def __init__(self):
        super().__init__()
        base = load_base()
        self.embeddings, self.layers = base.embeddings, base.encoder.layer
        self.sides = torch.nn.Embedding(2, WIDTH)
        self.head = torch.nn.Linear(WIDTH * 4, 1)
        self.drop = torch.nn.Dropout(0.1)
        for part in (self.sides, self.head):
            torch.nn.init.normal_(part.weight, std=0.02)

    def forward(self, ids, sides):
        mask = (ids != 0).long()
        states = run_layers(self.layers, self.embeddings(input_ids=ids) + self.sides(sides), mask)
        one, other = (mean_of(states, mask * (sides == side)) for side in (0, 1))
        return self.head(self.drop(torch.cat([one, other, (one - other).abs(), one * other], 1))).squeeze(-1)


def tensors(pairs):
    """Ids and sides of pairs of lists of word pieces, padded with 0."""
    width = max(len(one) + len(other) + 3 for one, other in pairs)
    ids = [[START, *one, END, *other, END] for one, other in pairs]
    return (
        torch.tensor([row + [0] * (width - len(row)) for row in ids]),
        torch.tensor([[0] * (len(one) + 2) + [1] * (width - len(one) - 2) for one, _ in pairs]),
    )
