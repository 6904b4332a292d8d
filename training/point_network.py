"""The judge of points: MiniLM over two sentences of two reports at once, which also learns where these differ."""

import torch

from event_network import mean_of, run_layers
from networks import WIDTH, load_base
from rashomon.comparisons.phrases import SLOTS

START, END = 101, 102
LIMIT = 56  # word pieces of a sentence
DIFFERS = len(SLOTS) + 1  # each slot, and whether both cannot be true


class PointNetwork(torch.nn.Module):
    """[CLS] one [SEP] other [SEP], with a side for each piece -> a score of one point, DIFFERS scores, and of each piece scores of
    no slot and of each. The last are learnt for the sake of the others and not shipped."""

    def __init__(self):
        super().__init__()
        base = load_base()
        self.embeddings, self.layers = base.embeddings, base.encoder.layer
        self.sides = torch.nn.Embedding(2, WIDTH)
        self.head = torch.nn.Linear(WIDTH * 4, 1)
        self.differs = torch.nn.Linear(WIDTH * 4, DIFFERS)
        self.places = torch.nn.Linear(WIDTH, len(SLOTS) + 1)
        self.drop = torch.nn.Dropout(0.1)
        for part in self.own:
            torch.nn.init.normal_(part.weight, std=0.02)
        torch.nn.init.constant_(self.differs.bias, -2.0)  # a point has a difference of one slot about this seldom

    @property
    def own(self):
        """What MiniLM has not."""
        return [self.sides, self.head, self.differs, self.places]

    def forward(self, ids, sides):
        mask = (ids != 0).long()
        states = run_layers(self.layers, self.embeddings(input_ids=ids) + self.sides(sides), mask)
        one, other = (mean_of(states, mask * (sides == side)) for side in (0, 1))
        both = self.drop(torch.cat([one, other, (one - other).abs(), one * other], 1))
        return self.head(both).squeeze(-1), self.differs(both), self.places(self.drop(states))


def tensors(pairs):
    """Ids and sides of pairs of lists of word pieces, padded with 0."""
    width = max(len(one) + len(other) + 3 for one, other in pairs)
    ids = [[START, *one, END, *other, END] for one, other in pairs]
    return (
        torch.tensor([row + [0] * (width - len(row)) for row in ids]),
        torch.tensor([[0] * (len(one) + 2) + [1] * (width - len(one) - 2) for one, _ in pairs]),
    )
