"""The bench of allocation heuristics, with functions of one's own."""

from __future__ import annotations

from typing import Any

import oms_core as oms
import pytest

TINY = oms.generate_instance("tiny-40", 3)


def whole_from_nearest(order: oms.ArrivalOrder) -> list[oms.BenchShipment]:
    """All of an order from the nearest node that has it, by the first service without a weight limit."""
    wanted = [line.quantity for line in order.lines]
    for node in sorted(order.nodes, key=lambda node: node.distance_km):
        if all(have >= want for have, want in zip(node.stock, wanted, strict=True)) and (node.units_left or 99) >= sum(
            wanted
        ):
            services = [service.service for service in node.services if service.max_weight_g is None]
            if services:
                return [(node.node, services[0], list(enumerate(wanted)))]
    return []


def test_shipped_strategies_and_own_ones_stand_in_the_same_rows() -> None:
    rows = oms.compare_allocation([TINY], heuristics={"mine": whole_from_nearest}, solvers={"none": lambda _: []})
    assert [row["strategy"] for row in rows] == [*oms.bench_strategies(), "mine", "none"]
    for row in rows:
        assert row["cost_cents"] >= row["bound_cents"] > 0
        parts = ("freight_cents", "handling_cents", "split_cents", "late_cents", "short_cents")
        assert sum(row[part] for part in parts) == row["cost_cents"]
        assert row["median_ns"] is not None
    assert rows[-1]["fill_ppm"] == 0


def test_a_seed_makes_the_same_instance_and_a_strategy_the_same_solution() -> None:
    assert oms.generate_instance("tiny-40", 3) == TINY
    solutions = [oms.AllocationBench(TINY).solve("greedy_cost") for _ in range(2)]
    assert solutions[0] == solutions[1]


def test_nonsense_is_refused_with_the_rule_that_it_breaks() -> None:
    bench = oms.AllocationBench(TINY)

    def too_many(order: oms.ArrivalOrder) -> list[oms.BenchShipment]:
        for node in order.nodes:
            for service in node.services:
                if service.max_weight_g is None:
                    return [(node.node, service.service, [(0, 1000)])]
        return []

    with pytest.raises(oms.InvalidError) as refused:
        oms.compare_allocation([TINY], strategies=[], heuristics={"mine": too_many})
    assert refused.value.code == "allocation.infeasible_solution"
    assert "allocation.over_ordered" in {problem.code for problem in refused.value.problems}
    rules = {found.rule for found in bench.check(bench.play(too_many)).violations}
    assert {"ordered", "stock"} <= rules
    with pytest.raises(oms.InvalidError) as refused:
        bench.play(lambda order: [(-1, 0, [(0, 1)])])
    assert [problem.path for problem in refused.value.problems] == ["/0/1"]


def test_faults_of_an_instance_come_all_at_once() -> None:
    bent: dict[str, Any] = {**TINY, "split_cents": -1, "orders": [{**TINY["orders"][0], "lines": []}]}
    with pytest.raises(oms.InvalidError) as refused:
        oms.AllocationBench(bent)
    assert {problem.path for problem in refused.value.problems} == {"/split_cents", "/orders/0/lines"}
    with pytest.raises(oms.InvalidError):
        oms.AllocationBench(TINY).solve("fastest")
    with pytest.raises(oms.InvalidError):
        oms.generate_instance("huge")
