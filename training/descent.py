"""What fits every network: batches of like length, and steps at rates that rise and fall again."""

import torch


def batches_of(examples, length, size, spread, chance):
    """Examples of like length together, so that little is padding, in random order; lengths are blurred by `spread`."""
    ordered = sorted(examples, key=lambda e: length(e) + chance.random() * spread)
    batches = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    chance.shuffle(batches)
    return batches


class Descent:
    """AdamW over groups of parameters, whose rates rise to their own in the first `rise` of `steps` and then fall to nothing."""

    def __init__(self, groups, steps, rise):
        self.trained = [p for group in groups for p in group["params"]]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        rates = [g["lr"] for g in groups]
        # Where the rise would be a single step, as in trials, the schedule divides by nothing.
        steps = max(steps, int(2 / rise) + 1)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(self.optimizer, rates, total_steps=steps, pct_start=rise)

    def step(self, loss):
        """One step down the loss, which is returned as a number."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad()
        return loss.item()
