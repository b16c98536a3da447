"""The ledger from Python: plain calls, Arrow batches, and both against a plain dict."""

from __future__ import annotations

import json
import random
import threading
from typing import Any

import oms_core as oms
import pytest
from arro3.core import Array, DataType, RecordBatch

SECOND = 1_000_000_000


def filled(units: int, cells: int = 1) -> oms.Ledger:
    ledger = oms.Ledger()
    for cell in range(cells):
        assert ledger.cell(f"sku-{cell}", "berlin") == cell
        ledger.set(cell, units)
    return ledger


def lines(rows: list[tuple[int, int, int]]) -> RecordBatch:
    orders, cells, units = zip(*rows, strict=True)
    return RecordBatch.from_pydict(
        {
            "order": Array(orders, DataType.uint64()),
            "cell": Array(cells, DataType.uint32()),
            "units": Array(units, DataType.uint32()),
        }
    )


def outcomes(batch: Any) -> list[tuple[int, str]]:
    answer = RecordBatch.from_arrow(batch)
    orders, codes = answer.column("order").to_pylist(), answer.column("outcome").to_pylist()
    return [(order, oms.LEDGER_OUTCOMES[code]) for order, code in zip(orders, codes, strict=True)]


def test_an_order_is_held_whole_or_not_at_all_and_once() -> None:
    ledger = filled(5)
    assert ledger.reserve(1, [(0, 3)], 0, 10 * SECOND) == "done"
    assert ledger.reserve(1, [(0, 3)], 0, 10 * SECOND) == "before"
    assert ledger.reserve(1, [(0, 2)], 0, 10 * SECOND) == "reused"
    assert ledger.reserve_named(2, [("sku-0", "berlin", 2), ("sku-0", "berlin", 1)], 0) == "insufficient"
    assert ledger.stock(0) == oms.StockCell(on_hand=5, held=3, allocated=0)
    assert ledger.reserve_named(3, [("sku-0", "berlin", 5)], 10 * SECOND) == "done"
    assert ledger.confirm(1, 10 * SECOND) == "expired"
    assert (ledger.confirm(3, 11 * SECOND), ledger.release(3, 11 * SECOND)) == ("done", "done")
    assert ledger.confirm(9, 0) == "unknown"


def test_what_happened_is_told_as_the_engines_events() -> None:
    ledger = filled(5)
    ledger.reserve(1, [(0, 3)], 0)
    ledger.release(1, 5)
    opened, released = (json.loads(line) for line in ledger.drain().splitlines())
    assert (opened["type"], released["type"], released["end"]) == (
        "reservation_opened",
        "reservation_released",
        "released",
    )
    assert ledger.drain() == b""
    ledger.forget(6)
    assert ledger.confirm(1, 6) == "unknown"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda ledger: ledger.reserve(1, [], 0), "stock.invalid"),
        (lambda ledger: ledger.reserve(1, [(0, 0)], 0), "stock.invalid"),
        (lambda ledger: ledger.reserve(1, [(7, 1)], 0), "ledger.unknown_cell"),
        (lambda ledger: ledger.reserve_named(1, [("who", "where", 1)], 0), "ledger.unknown_cell"),
        (lambda ledger: ledger.reserve(1, [(0, 1)], 5, 5), "stock.invalid"),
        (lambda ledger: ledger.cell("", "berlin"), "input.invalid"),
        (lambda ledger: ledger.set(0, -1), "stock.out_of_range"),
        (lambda ledger: ledger.stock(7), "ledger.unknown_cell"),
    ],
)
def test_what_makes_no_sense_is_raised_with_its_code(call: Any, code: str) -> None:
    ledger = filled(5)
    with pytest.raises(oms.InvalidError) as refused:
        call(ledger)
    assert refused.value.code == code
    assert ledger.stock(0).on_hand == 5


def test_a_batch_answers_each_order() -> None:
    ledger = filled(3, cells=2)
    batch = lines([(1, 0, 2), (1, 1, 2), (2, 0, 2), (3, 9, 1)])
    assert outcomes(ledger.reserve_batch(batch, 0)) == [(1, "done"), (2, "insufficient"), (3, "invalid")]
    settle = RecordBatch.from_pydict(
        {"order": Array([1, 2], DataType.uint64()), "confirm": Array([True, False], DataType.bool())}
    )
    assert outcomes(ledger.settle_batch(settle, 1)) == [(1, "done"), (2, "unknown")]
    cells = RecordBatch.from_arrow(ledger.cells_batch())
    assert cells.column("allocated").to_pylist() == [2, 2]
    events = RecordBatch.from_arrow(ledger.drain_batch())
    kinds = [oms.LEDGER_EVENTS[kind] for kind in events.column("kind").to_pylist()]
    assert (kinds, events.column("order").to_pylist()) == (["opened", "committed"], [1, 1])


def test_a_batch_without_its_columns_is_refused_with_their_names() -> None:
    ledger = filled(3)
    wrong = RecordBatch.from_pydict({"order": Array([1], DataType.int64()), "cell": Array([0], DataType.uint32())})
    with pytest.raises(oms.InvalidError) as refused:
        ledger.reserve_batch(wrong, 0)
    assert [problem.path for problem in refused.value.problems] == ["/order"]


def test_batches_and_calls_sell_what_a_dict_sells() -> None:
    chance = random.Random(7)
    one, many, plain = filled(40, cells=8), filled(40, cells=8), dict.fromkeys(range(8), 40)
    for round_ in range(20):
        rows = []
        for order in range(round_ * 10, round_ * 10 + 10):
            rows += [(order, chance.randrange(8), chance.randint(1, 3)) for _ in range(chance.randint(1, 3))]
        taken = {}
        for order in dict.fromkeys(order for order, _, _ in rows):
            wanted = [(cell, units) for own, cell, units in rows if own == order]
            need: dict[int, int] = {}
            for cell, units in wanted:
                need[cell] = need.get(cell, 0) + units
            taken[order] = all(plain[cell] >= units for cell, units in need.items())
            if taken[order]:
                for cell, units in need.items():
                    plain[cell] -= units
            assert (one.reserve(order, wanted, 0) == "done") is taken[order]
        assert outcomes(many.reserve_batch(lines(rows), 0)) == [
            (order, "done" if fine else "insufficient") for order, fine in taken.items()
        ]
    for cell in range(8):
        assert one.stock(cell) == many.stock(cell)
        assert one.stock(cell).held == 40 - plain[cell]


def test_threads_never_sell_more_than_there_is() -> None:
    ledger, sold = filled(500), [0] * 8

    def buy(worker: int) -> None:
        for attempt in range(200):
            order = worker * 1000 + attempt
            if ledger.reserve(order, [(0, 1)], 0) == "done":
                ledger.confirm(order, 0)
                sold[worker] += 1

    workers = [threading.Thread(target=buy, args=(worker,)) for worker in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(sold) == 500
    assert ledger.stock(0).allocated == 500
