# %% [markdown]
# # Benchmark a heuristic of your own
#
# An instance is a whole allocation problem in whole numbers: who ordered what, which node has what, what each shipment
# costs. This notebook measures a heuristic of ours beside the shipped ones. Run it cell by cell, or as a script:
# `python examples/python/benchmark_heuristic.py`.

# %%
from __future__ import annotations

import oms_core as oms

instances = [oms.generate_instance(family, seed) for family in ("scarce-200", "ample-500") for seed in (1, 2)]
print(f"{len(instances)} instances; shipped: {', '.join(oms.bench_strategies())}")

# %% [markdown]
# A heuristic sees one order at a time, with the nodes that can ship some of it and what is left there. It answers with
# shipments: node, service, and pairs of a line's place and units.


# %%
def cheapest_whole(order: oms.ArrivalOrder) -> list[oms.BenchShipment]:
    """The cheapest node that has the whole order; else nothing, and the buyer waits."""
    wanted = [line.quantity for line in order.lines]
    grams = sum(line.quantity * line.weight_g for line in order.lines)
    steps = -(-grams // order.weight_step_g)
    found: list[tuple[int, int, int]] = []
    for node in order.nodes:
        room = node.units_left is None or node.units_left >= sum(wanted)
        if not room or any(have < want for have, want in zip(node.stock, wanted)):
            continue
        for service in node.services:
            if service.max_weight_g is None or grams <= service.max_weight_g:
                freight = service.base_cents + service.step_cents * steps + service.late_cents
                cost = node.ship_cents + node.unit_cents * sum(wanted) + freight
                found.append((cost, node.node, service.service))
    if not found:
        return []
    _, node_index, service_index = min(found)
    return [(node_index, service_index, list(enumerate(wanted)))]


# %% [markdown]
# Rows are plain dictionaries: give them to `pandas.DataFrame(rows)` or `polars.DataFrame(rows)`.

# %%
rows = oms.compare_allocation(instances, heuristics={"cheapest_whole": cheapest_whole})
for row in rows:
    gap = (row["gap_ppm"] or 0) / 10_000
    fill = (row["fill_ppm"] or 0) / 10_000
    name = f"{row['instance']:13} {row['strategy']:17}"
    print(f"{name} {row['cost_cents'] / 100:9.2f}  gap {gap:7.2f} %  fill {fill:6.2f} %")

# %% [markdown]
# Freight and unfilled units are told apart. With plenty of stock only freight can differ; where stock is scarce, most of
# the difference is the price of what was not shipped.

# %%
for instance in {row["instance"]: None for row in rows}:
    best = min((row for row in rows if row["instance"] == instance), key=lambda row: row["cost_cents"])
    print(f"{instance}: {best['strategy']} is cheapest, {best['short_cents'] / 100:.2f} of it for unfilled units")

# %% [markdown]
# What cannot be shipped is refused, with the rule that it breaks.


# %%
def dreamer(order: oms.ArrivalOrder) -> list[oms.BenchShipment]:
    """Ships from the first node, whatever it has."""
    items = [(at, line.quantity) for at, line in enumerate(order.lines)]
    return [(node.node, node.services[0].service, items) for node in order.nodes[:1]]


try:
    oms.compare_allocation(instances[:1], strategies=[], heuristics={"dreamer": dreamer})
except oms.InvalidError as refused:
    print(f"dreamer is refused: {refused.code}, {refused.problems[0].code}")
