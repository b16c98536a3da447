"""Reserving from Python: the ledger beside a plain dict, on the same orders, in one run.

`cargo xtask bench reserve-python [--orders N] [--rounds N] [--file ORDERS.csv] [--json FILE]`; the workload is that of the Rust bench: orders of 1 to
5 lines, SKUs by Zipf(1.0) over 1,000 SKUs x 10 nodes, 1 to 3 units, 95 % of the units asked for in stock, all lines or none,
then nine of ten confirmed; or the orders of a file, whose form `orders.rs` tells. Rounds of all programs take turns; figures are medians. Cells are compared at the end.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import statistics
import time
from collections.abc import Callable
from itertools import accumulate

from arro3.core import Array, DataType, RecordBatch
from oms_core import Ledger

WINDOW = 512
QUARTER = 900 * 1_000_000_000
Order = tuple[int, list[tuple[str, str, int]], bool]
Sold = dict[tuple[str, str], int]


def make(count: int) -> tuple[list[Order], Sold]:
    chance = random.Random(1)
    skus = [f"SKU-{sku:06}" for sku in range(1000)]
    weights = list(accumulate(1 / (rank + 1) for rank in range(1000)))
    orders: list[Order] = []
    asked: Sold = {(sku, str(node)): 0 for sku in skus for node in range(10)}
    for order in range(count):
        picked = chance.choices(skus, cum_weights=weights, k=chance.randint(1, 5))
        lines = [(sku, str(chance.randrange(10)), chance.randint(1, 3)) for sku in picked]
        for sku, node, units in lines:
            asked[sku, node] += units
        orders.append((order, lines, chance.randrange(10) != 0))
    return orders, stocked(asked)


def read(path: str) -> tuple[list[Order], Sold]:
    orders: list[Order] = []
    asked: Sold = {}
    with open(path, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            order, cell, units = int(row["order"]), (row["sku"], row["node"]), int(row["quantity"])
            if not orders or orders[-1][0] != order:
                orders.append((order, [], row["action"] == "confirm"))
            orders[-1][1].append((*cell, units))
            asked[cell] = asked.get(cell, 0) + units
    return orders, stocked(asked)


def stocked(asked: Sold) -> Sold:
    return {cell: (units * 95 + 50) // 100 for cell, units in asked.items()}


def plain_dict(orders: list[Order], stock: Sold, window: int) -> tuple[float, Sold]:
    free, sold = dict(stock), dict.fromkeys(stock, 0)
    start = time.perf_counter()
    for first in range(0, len(orders), window):
        held = []
        for order in orders[first : first + window]:
            taken = []
            for sku, node, units in order[1]:
                cell = (sku, node)
                if free[cell] < units:
                    for cell, units in taken:
                        free[cell] += units
                    break
                free[cell] -= units
                taken.append((cell, units))
            else:
                held.append((order, taken))
        for order, taken in held:
            target = sold if order[2] else free
            for cell, units in taken:
                target[cell] += units
    return time.perf_counter() - start, sold


def filled(stock: Sold) -> Ledger:
    ledger = Ledger()
    for (sku, node), units in stock.items():
        ledger.set(ledger.cell(sku, node), units)
    return ledger


def sold_by(ledger: Ledger, stock: Sold) -> Sold:
    allocated = RecordBatch.from_arrow(ledger.cells_batch()).column("allocated").to_pylist()
    return dict(zip(stock, allocated, strict=True))


def calls(orders: list[Order], stock: Sold, *, named: bool) -> tuple[float, Sold]:
    ledger = filled(stock)
    cells = [(order, [(ledger.cell(sku, node), units) for sku, node, units in lines], confirm) for order, lines, confirm in orders]
    start = time.perf_counter()
    if named:
        for order, lines, confirm in orders:
            if ledger.reserve_named(order, lines, order, order + QUARTER) == "done":
                (ledger.confirm if confirm else ledger.release)(order, order)
    else:
        for order, lines, confirm in cells:
            if ledger.reserve(order, lines, order, order + QUARTER) == "done":
                (ledger.confirm if confirm else ledger.release)(order, order)
    return time.perf_counter() - start, sold_by(ledger, stock)


def batches(orders: list[Order], stock: Sold) -> tuple[float, Sold]:
    ledger = filled(stock)
    made = []
    for first in range(0, len(orders), WINDOW):
        rows = [
            (order, ledger.cell(sku, node), units)
            for order, lines, _ in orders[first : first + WINDOW]
            for sku, node, units in lines
        ]
        ids, cells, units = zip(*rows, strict=True)
        batch = {
            "order": Array(ids, DataType.uint64()),
            "cell": Array(cells, DataType.uint32()),
            "units": Array(units, DataType.uint32()),
        }
        own = orders[first : first + WINDOW]
        settle = {
            "order": Array([order[0] for order in own], DataType.uint64()),
            "confirm": Array([order[2] for order in own], DataType.bool()),
        }
        made.append((first, RecordBatch.from_pydict(batch), RecordBatch.from_pydict(settle)))
    start = time.perf_counter()
    for first, lines, settle in made:
        # Orders that were refused are unknown to the ledger, so all may be settled.
        ledger.reserve_batch(lines, first, first + QUARTER)
        ledger.settle_batch(settle, first)
        ledger.drain_batch()
    return time.perf_counter() - start, sold_by(ledger, stock)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--orders", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--file")
    parser.add_argument("--json")
    args = parser.parse_args()
    orders, stock = read(args.file) if args.file else make(args.orders)
    programs: dict[str, tuple[str | None, Callable[[], tuple[float, Sold]]]] = {
        "dict, one by one": (None, lambda: plain_dict(orders, stock, 1)),
        "dict, batches": (None, lambda: plain_dict(orders, stock, WINDOW)),
        "ledger, one call, string SKUs": ("dict, one by one", lambda: calls(orders, stock, named=True)),
        "ledger, one call, cells": ("dict, one by one", lambda: calls(orders, stock, named=False)),
        "ledger, Arrow batches": ("dict, batches", lambda: batches(orders, stock)),
    }
    took: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(args.rounds):
        ends: dict[bool, Sold] = {}
        for name, (_, program) in programs.items():
            seconds, sold = program()
            took[name].append(seconds)
            assert ends.setdefault("batches" in name, sold) == sold, name
    rates = {name: len(orders) / statistics.median(seconds) for name, seconds in took.items()}
    rows = []
    for name, (against, _) in programs.items():
        row = {"name": name, "value": rates[name], "unit": "orders/s"}
        told = ""
        if against:
            row |= {"against": against, "ratio": rates[name] / rates[against]}
            told = f"  {rates[name] / rates[against]:.2f} of {against}"
        print(f"{rates[name]:>14.0f} orders/s  {name}{told}")
        rows.append(row)
    if args.json:
        with open(args.json, "w", encoding="utf-8") as out:
            json.dump({"bench": "reserve-python", "rows": rows}, out)


if __name__ == "__main__":
    main()
