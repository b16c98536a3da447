"""What a type checker must accept, and, with `type: ignore`, must not. Read by `mypy --strict`, not run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from decimal import Decimal
from typing import assert_never

import oms_core as oms


def amounts(engine: oms.Oms) -> Decimal:
    view = engine.order("acme", "o1")
    engine.order("acme")  # type: ignore[call-arg]
    view.total  # type: ignore[union-attr]
    return view.total.amount if view else Decimal(0)


def commands() -> list[oms.Command]:
    at = datetime(2026, 11, 11, tzinfo=timezone.utc)
    oms.Money(amount=19.99, currency="EUR")  # type: ignore[arg-type]
    oms.AllocateOrder(order="o1", strategy="farthest")  # type: ignore[arg-type]
    oms.ReceiveStock(sku="mug", quantity=1)  # type: ignore[call-arg]
    received = oms.ReceiveStock(sku="mug", node="berlin", quantity=1)
    received.quantity = 2  # type: ignore[misc]
    action: oms.Action = received
    return [oms.Command(id="c1", tenant="acme", at=at, action=action)]


def results(engine: oms.Oms) -> Iterable[str]:
    for result in engine.execute_batch(commands()):
        match result:
            case oms.AcceptedCommand():
                yield result.outcome.command
            case oms.RefusedCommand():
                yield result.error.kind
            case _:
                assert_never(result)


def raw(engine: oms.Oms) -> bytes:
    engine.execute(3)  # type: ignore[arg-type]
    return engine.query_json(oms.AskAudit()) + engine.query_json(b'{"type": "audit"}')


def refusal(engine: oms.Oms) -> str:
    try:
        engine.execute(commands()[0])
    except oms.OmsError as error:
        return ", ".join(f"{problem.path}: {problem.message}" for problem in error.problems)
    return ""


class MyStore:
    """Any class with these methods is a store."""

    def load(self, keys: oms.Keys, /) -> oms.Snapshot:
        raise oms.StoreError("store.unavailable", f"{len(keys.documents)} documents")

    def commit(self, commit: oms.Commit, /) -> None:
        raise oms.StoreConflictError(oms.StoreConflict())

    def scan(self, scan: oms.Scan, /) -> oms.Page:
        raise NotImplementedError


def over() -> oms.Outcome:
    store: oms.Store = MyStore()
    oms.drive_async(store, [])  # type: ignore[arg-type, unused-coroutine]
    return oms.OmsOver(store).execute(commands()[0])


def mine(problem: oms.AllocationProblem) -> list[oms.AllocationAssignment]:
    return [oms.AllocationAssignment(line=problem.lines[0].line, node="berlin", quantity=1)]


def planned(problem: oms.AllocationProblem) -> list[oms.PlanViolation]:
    oms.allocate(problem, "fastest")  # type: ignore[arg-type]
    return oms.check_allocation(problem, oms.allocate(problem, mine))
