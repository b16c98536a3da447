"""Allocation as a pure function, by shipped strategies and by functions of one's own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import msgspec
import oms_core as oms
import pytest
from support import euros

NOTHING = euros("0.00")
PROBLEM = oms.AllocationProblem(
    currency="EUR",
    lines=[oms.AllocationLine(line="1", sku="mug", quantity=3, unit_weight=400)],
    candidates=[
        oms.AllocationCandidate(
            node=node,
            priority=priority,
            distance_metres=metres,
            shipment_cost=NOTHING,
            unit_cost=NOTHING,
            available={"mug": units},
        )
        for node, priority, metres, units in (("berlin", 1, 500_000, 5), ("madrid", 2, 1_000, 2))
    ],
    split_cost=NOTHING,
    lanes_required=False,
)


def all_from_berlin(problem: oms.AllocationProblem) -> Iterable[oms.AllocationAssignment]:
    return [oms.AllocationAssignment(line=line.line, node="berlin", quantity=line.quantity) for line in problem.lines]


def too_many_from_madrid(problem: oms.AllocationProblem) -> Iterable[oms.AllocationAssignment]:
    return [oms.AllocationAssignment(line="1", node="madrid", quantity=3)]


def test_strategies_differ_and_their_plans_pass_the_checker() -> None:
    by_priority = oms.allocate(PROBLEM, "priority")
    by_distance = oms.allocate(PROBLEM, "nearest")
    assert {shipment.node for shipment in by_priority.shipments} == {"berlin"}
    assert {shipment.node for shipment in by_distance.shipments} == {"berlin", "madrid"}
    for plan in (by_priority, by_distance):
        assert oms.check_allocation(PROBLEM, plan) == []


def test_problems_are_taken_in_every_form() -> None:
    plans = [oms.allocate(form, "nearest") for form in (PROBLEM, PROBLEM.to_dict(), PROBLEM.to_json())]
    assert plans[0] == plans[1] == plans[2]


def test_a_function_of_ones_own_decides_and_the_core_explains() -> None:
    plan = oms.allocate(PROBLEM, all_from_berlin)
    assert plan.strategy == "all_from_berlin"
    assert [(part.node, part.quantity) for part in plan.assignments] == [("berlin", 3)]
    assert {verdict.node for verdict in plan.candidates} == {"berlin", "madrid"}
    assert oms.check_allocation(PROBLEM, plan) == []


def test_a_function_that_breaks_a_rule_is_refused() -> None:
    with pytest.raises(oms.InvalidError) as refused:
        oms.allocate(PROBLEM, too_many_from_madrid)
    assert refused.value.code.startswith("allocation.")


def test_what_a_function_raises_is_raised() -> None:
    def broken(problem: oms.AllocationProblem) -> list[oms.AllocationAssignment]:
        raise KeyError("mine")

    with pytest.raises(KeyError):
        oms.allocate(PROBLEM, broken)


def test_a_function_is_not_asked_about_a_problem_that_is_none() -> None:
    def never(problem: oms.AllocationProblem) -> list[oms.AllocationAssignment]:
        raise AssertionError("asked")

    with pytest.raises(oms.InvalidError) as refused:
        oms.allocate({"lines": 5}, never)
    assert "/lines" in {problem.path for problem in refused.value.problems}


def test_the_checker_trusts_no_plan() -> None:
    plan = oms.allocate(PROBLEM, "priority")
    cheaper = msgspec.structs.replace(plan.cost, total=euros("-1.00"))
    forged = msgspec.structs.replace(plan, cost=cheaper)
    assert oms.check_allocation(PROBLEM, forged) != []


def test_an_unknown_strategy_is_refused_with_the_known_ones() -> None:
    with pytest.raises(oms.InvalidError) as refused:
        oms.allocate(PROBLEM, "fastest")  # type: ignore[arg-type]
    assert "fewest_shipments" in str(refused.value)


def test_orders_planned_together_share_what_there_is() -> None:
    orders = [oms.JointOrder(order=order, problem=PROBLEM) for order in ("o-1", "o-2")]
    plan = oms.calculate(oms.PlanBatchOf(batch=oms.JointProblem(orders=orders))).plan
    shipped = [part for order in plan.orders for part in order.plan.assignments]
    assert sum(part.quantity for part in shipped if part.node == "berlin") <= 5
    assert sum(part.quantity for part in shipped) == 6
    assert plan.lower_bound == plan.cost.total
    for order in plan.orders:
        assert oms.check_allocation(PROBLEM, order.plan) == []


def test_the_engine_allocates_orders_together() -> None:
    engine, at = oms.Oms(), "2026-11-11T00:00:00Z"

    def status() -> str:
        view = engine.order("acme", "o-1")
        assert view is not None
        return view.status

    address = {"name": "Ada", "country": "DE", "city": "Berlin", "postalCode": "10115", "lines": ["Weg 1"]}
    draft = {
        "channel": "web",
        "channelOrderId": "w-1",
        "placedAt": at,
        "currency": "EUR",
        "terms": "invoice",
        "lines": [{"id": "1", "sku": "mug", "quantity": 2, "unitPrice": {"amount": "9.00", "currency": "EUR"}}],
        "shipTo": address,
    }
    for number, action in enumerate(
        (
            {"type": "put_node", "node": {"id": "berlin"}},
            {"type": "put_sku", "sku": {"id": "mug"}},
            {"type": "receive_stock", "sku": "mug", "node": "berlin", "quantity": 3},
            {"type": "place_order", "order": "o-1", "draft": draft},
            {"type": "approve_order", "order": "o-1"},
        )
    ):
        engine.execute({"id": f"c{number}", "tenant": "acme", "at": at, "action": action})
    batch = oms.OrderBatch(orders=["o-1", "o-2"])
    now = datetime.datetime(2026, 11, 11, tzinfo=datetime.timezone.utc)
    proposed = engine.query(oms.AskOrderBatch(tenant="acme", at=now, batch=batch))
    assert status() == "approved"
    answer = engine.allocate_orders("acme", at, batch)
    assert answer.plan == proposed.plan
    assert [(left.order, left.error.code) for left in answer.left_out] == [("o-2", "order.unknown")]
    assert status() == "allocated"
    with pytest.raises(oms.InvalidError):
        engine.allocate_orders("acme", at, {"orders": ["o-1", "o-1"]})
