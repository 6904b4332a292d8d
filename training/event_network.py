"""The event reader's network: MiniLM whose last layers learn who is source and who is target."""

import torch

from networks import WIDTH, layered_rates, load_base

LATE = 4  # the roles come in after this layer: all before is read once a sentence, whatever pairs it holds
LAYERS = 6


class Trunk(torch.nn.Module):
    """Word pieces -> states after the first LATE layers."""

    def __init__(self, base):
        super().__init__()
        self.embeddings = base.embeddings
        self.layers = torch.nn.ModuleList(base.encoder.layer[:LATE])

    def forward(self, ids, mask):
        return run_layers(self.layers, self.embeddings(input_ids=ids), mask)


class Top(torch.nn.Module):
    """States and roles -> states after the last layer."""

    def __init__(self, base):
        super().__init__()
        self.roles = torch.nn.Embedding(3, WIDTH)
        torch.nn.init.normal_(self.roles.weight, std=0.05)
        with torch.no_grad():
            self.roles.weight[0] = 0
        self.layers = torch.nn.ModuleList(base.encoder.layer[LATE:])

    def forward(self, states, mask, roles):
        return run_layers(self.layers, states + self.roles(roles), mask)


def run_layers(layers, states, mask):
    barred = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
    for layer in layers:
        out = layer(states, barred)
        states = out if torch.is_tensor(out) else out[0]
    return states


def mean_of(states, chosen):
    chosen = chosen.unsqueeze(-1).to(states.dtype)
    return (states * chosen).sum(1) / chosen.sum(1).clamp(min=1.0)


class Attended(torch.nn.Module):
    """A weighted mean of the states; what weighs is learned."""

    def __init__(self):
        super().__init__()
        self.score = torch.nn.Linear(WIDTH, 1)

    def forward(self, states, mask):
        scores = self.score(states).squeeze(-1).masked_fill(mask == 0, -1e4)
        return (states * torch.softmax(scores, 1).unsqueeze(-1)).sum(1)


class PairHeads(torch.nn.Module):
    """States with roles -> scores of the root types and of conflict."""

    def __init__(self, roots):
        super().__init__()
        self.attended = Attended()
        self.root = torch.nn.Linear(WIDTH * 4, roots)
        self.conflict = torch.nn.Linear(WIDTH * 4, 2)
        self.drop = torch.nn.Dropout(0.15)

    def forward(self, states, mask, roles):
        parts = [mean_of(states, mask), self.attended(states, mask), mean_of(states, roles == 1), mean_of(states, roles == 2)]
        whole = self.drop(torch.cat(parts, 1))
        return self.root(whole), self.conflict(whole)


class SentenceHeads(torch.nn.Module):
    """States without roles -> scores of the five classes, of codable-or-not and of the tags of each piece."""

    def __init__(self, pentas, tags):
        super().__init__()
        self.attended = Attended()
        self.penta = torch.nn.Linear(WIDTH * 2, pentas)
        self.codable = torch.nn.Linear(WIDTH * 2, 2)
        self.tags = torch.nn.Linear(WIDTH, tags)
        self.drop = torch.nn.Dropout(0.15)

    def forward(self, states, mask):
        whole = self.drop(torch.cat([mean_of(states, mask), self.attended(states, mask)], 1))
        return self.penta(whole), self.codable(whole), self.tags(self.drop(states))


class EventNetwork(torch.nn.Module):
    def __init__(self, roots, pentas, tags):
        super().__init__()
        base = load_base(LAYERS)
        self.trunk, self.top = Trunk(base), Top(base)
        self.pairs, self.sentences = PairHeads(roots), SentenceHeads(pentas, tags)

    def forward(self, ids, mask, roles):
        states = self.top(self.trunk(ids, mask), mask, roles)
        return (*self.pairs(states, mask, roles), *self.sentences(states, mask))

    def parameter_groups(self, rate, decay, head_rate):
        layers = [*self.trunk.layers, *self.top.layers]
        return layered_rates(self.trunk.embeddings, layers, [self.top.roles, self.pairs, self.sentences], rate, decay, head_rate)
