"""training/out/attribution-mean.pt -> a narrow tagger: the heads and neurons that matter most, taught by the whole network.

The network is most of what attributions cost beside the parse. How much a head or neuron matters is the mean square of its
activation times the loss's gradient (Molchanov et al. 2019). usage: python training/attribution_narrow.py
"""

import copy
import random

import torch
from torch.nn.functional import cross_entropy, kl_div, log_softmax, softmax

import attribution_tagger as whole
from attribution_data import IGNORED, LINKS, TAGS, is_held_out, make_examples, read_rows
from graphs import HEAD
from networks import Tagger
from places import OUT

SIZES = ((8, 640, 3), (6, 448, 2))  # heads and neurons kept in each layer, of 12 and 1,536, and epochs: step by step
STAGES = tuple(OUT / f"attribution-{neurons}.pt" for _, neurons, _ in SIZES)
PROBED = 20  # batches that tell what matters


def narrowed(network, batches, heads, neurons):
    """A copy with as many heads and neurons in each layer, those that matter most to the loss of the batches."""
    worth = worths(network, batches)
    out = copy.deepcopy(network)
    for i, layer in enumerate(out.encoder.encoder.layer):
        kept = worth[i, "heads"].view(-1, HEAD).sum(1).topk(heads).indices.sort().values
        places = (kept[:, None] * HEAD + torch.arange(HEAD)).flatten()
        seen = layer.attention.self
        for part in (seen.query, seen.key, seen.value):
            keep_rows(part, places)
        keep_columns(layer.attention.output.dense, places)
        places = worth[i, "neurons"].topk(neurons).indices.sort().values
        keep_rows(layer.intermediate.dense, places)
        keep_columns(layer.output.dense, places)
    for module in out.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0  # the teacher's opinion is better than noise
    return out


def worths(network, batches):
    """(layer, "heads" or "neurons") -> sum over the pieces of (activation x gradient) squared."""
    worth, caught = {}, {}

    def catching(key):
        def catch(module, inputs):
            inputs[0].retain_grad()
            caught[key] = inputs[0]

        return catch

    hooks = []
    for i, layer in enumerate(network.encoder.encoder.layer):
        for key, part in (("heads", layer.attention.output.dense), ("neurons", layer.output.dense)):
            hooks.append(part.register_forward_pre_hook(catching((i, key))))
    for batch in batches:
        whole.batch_loss(network, batch).backward()
        for key, states in caught.items():
            worth[key] = worth.get(key, 0) + (states.detach() * states.grad).float().pow(2).sum((0, 1))
        network.zero_grad()
    for hook in hooks:
        hook.remove()
    return worth


def keep_rows(linear, places):
    linear.weight = torch.nn.Parameter(linear.weight.detach()[places].clone())
    linear.bias = torch.nn.Parameter(linear.bias.detach()[places].clone())


def keep_columns(linear, places):
    linear.weight = torch.nn.Parameter(linear.weight.detach()[:, places].clone())


def taught_by(teacher):
    """A loss: the teacher's states after each layer, its tags and links, and the annotators' (a third as much)."""

    def loss(network, batch):
        ids, mask, tags, links = whole.tensors(batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            own = network.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
            with torch.no_grad():
                shown = teacher.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
                goal = teacher.heads[0](shown[-1])
            scores, origins, goals = network.heads[0](own[-1])
        real = mask.bool()
        total = torch.zeros(())
        for ours, theirs in zip(own[1:], shown[1:], strict=True):
            theirs = theirs.float()[real]
            total = total + (ours.float()[real] - theirs).pow(2).mean() / theirs.var()
        known = tags != IGNORED
        scores = scores.float()[known]
        total = total + 2 * taught(scores, goal[0].float()[known]) + 0.7 * cross_entropy(scores, tags[known])
        for relation in range(len(LINKS)):
            chosen = [link for link in links if link[1] == relation]
            if chosen:
                rows, _, places, to = (torch.tensor(column) for column in zip(*chosen, strict=True))
                found = network.heads[0].link_scores(origins, goals, relation, rows, places, mask)
                asked = teacher.heads[0].link_scores(*goal[1:], relation, rows, places, mask)
                total = total + 0.2 * taught(found, asked) + 0.07 * cross_entropy(found, to)
        return total

    return loss


def taught(scores, goal):
    return kl_div(log_softmax(scores, -1), softmax(goal.detach(), -1), reduction="batchmean")


def main():
    tokenizer, chance = whole.load_tokenizer(), random.Random(whole.SEED)
    rows = [row for row in read_rows("polnear_train.jsonl") if not is_held_out(row)]
    annotated = {row["doc"]: row["annotators"] for row in read_rows("polnear_multi_annotator.jsonl") if row["split"] == "train"}
    torch.manual_seed(whole.SEED + 3)
    teacher = Tagger((whole.LEAST, whole.KEPT), len(TAGS), len(LINKS))
    teacher.load_state_dict(torch.load(whole.STAGES[-1]))
    teacher = teacher.cut_to(whole.KEPT).eval()
    network, seed = teacher, whole.SEED + 4
    for (heads, neurons, epochs), stage in zip(SIZES, STAGES, strict=True):
        drawn = [make_examples(rows, tokenizer, whole.LIMITS, seed + i, annotated) for i in range(epochs)]
        batches = [batch for examples in drawn for batch in whole.make_batches(examples, chance)]
        network = narrowed(network, batches[:PROBED], heads, neurons)
        if stage.is_file():
            network.load_state_dict(torch.load(stage))
        else:
            mean = whole.averaged(network)
            whole.fit(network, batches, 2e-4, len(batches), mean, taught_by(teacher))
            network.load_state_dict(mean.module.state_dict())
            torch.save(network.state_dict(), stage)
        seed += epochs


if __name__ == "__main__":
    main()
