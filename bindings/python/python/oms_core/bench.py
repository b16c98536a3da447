"""The bench of allocation heuristics: shipped strategies and functions of your own, on instances of a public format."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import index
from typing import Any, TypeAlias

import msgspec

from oms_core import _oms_core
from oms_core._send import Loose, send, unicode
from oms_core.models import ArrivalOrder, BenchRow, InstanceFile, SolutionCheck

__all__ = [
    "AllocationBench",
    "BenchShipment",
    "InstanceFunction",
    "OrderFunction",
    "bench_families",
    "bench_strategies",
    "compare_allocation",
    "generate_instance",
]

#: What a node ships of an order: node, service, and pairs of a line's place and units.
BenchShipment: TypeAlias = tuple[int, int, Sequence[tuple[int, int]]]

#: A heuristic of your own that decides one order at a time, knowing nothing of later ones.
OrderFunction: TypeAlias = Callable[[ArrivalOrder], Iterable[BenchShipment]]

#: A solver of your own: it looks at the whole instance and gives `[order, node, service, [[line, units], ...]]` for
#: each shipment.
InstanceFunction: TypeAlias = Callable[[dict[str, Any]], Iterable[Sequence[Any]]]

_row = msgspec.json.Decoder(BenchRow)
_check = msgspec.json.Decoder(SolutionCheck)
_view = msgspec.json.Decoder(ArrivalOrder)


def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = msgspec.json.decode(_oms_core.bench_names())
    return names


def bench_families() -> list[str]:
    """The families of generated instances."""
    return _names()["families"]


def bench_strategies() -> list[str]:
    """The shipped strategies over instances."""
    return _names()["strategies"]


def generate_instance(family: str, seed: int = 1) -> dict[str, Any]:
    """The instance of a family and a seed: the same on every machine.

    Raises
    ------
    InvalidError
        There is no such family.
    """
    instance: dict[str, Any] = msgspec.json.decode(_oms_core.generate_instance(unicode(family), seed))
    return instance


class AllocationBench:
    """An instance of `oms-alloc/1`, read once.

    Parameters
    ----------
    instance
        A dictionary as `generate_instance` gives it, or the JSON text of a file.

    Raises
    ------
    InvalidError
        The instance is malformed; every fault is listed with its place.
    """

    def __init__(self, instance: InstanceFile | Loose) -> None:
        self._native = send(_oms_core.Bench, instance)
        self._source = instance

    @property
    def name(self) -> str:
        """The name of the instance."""
        return self._native.name()

    @property
    def bound_cents(self) -> int:
        """A cost that no solution is below: quick, proved and weak."""
        return self._native.bound()

    def solve(self, strategy: str, work: int | None = None, threads: int = 1) -> dict[str, Any]:
        """The solution of a shipped strategy: `oms-alloc-solution/1`, with its cost."""
        solution: dict[str, Any] = msgspec.json.decode(self._native.solve(unicode(strategy), work, threads))
        return solution

    def play(self, function: OrderFunction, took: list[int] | None = None) -> dict[str, Any]:
        """Lets a function decide the orders as they arrive. What it ships is gone for the next one.

        `took` gets the nanoseconds that the function took for each order.
        """
        self._native.restart()
        shipments: list[list[Any]] = []
        for place in range(self._native.orders()):
            view = _view.decode(self._native.view(place))
            start = time.perf_counter_ns()
            decided = list(function(view))
            if took is not None:
                took.append(time.perf_counter_ns() - start)
            own = [
                [place, index(node), index(service), [[index(line), index(units)] for line, units in items]]
                for node, service, items in decided
            ]
            self._native.ship(msgspec.json.encode(own))
            shipments += own
        return self.solution(shipments)

    def run(self, function: InstanceFunction) -> dict[str, Any]:
        """Lets a function solve the whole instance."""
        source = self._source
        text = source if isinstance(source, (bytes, str)) else msgspec.json.encode(source)
        return self.solution(function(msgspec.json.decode(text)))

    def solution(self, shipments: Iterable[Sequence[Any]]) -> dict[str, Any]:
        """A solution of these shipments: `[order, node, service, [[line, units], ...]]` each."""
        return {"format": "oms-alloc-solution/1", "instance": self.name, "shipments": [list(one) for one in shipments]}

    def check(self, solution: Loose) -> SolutionCheck:
        """What a solution costs, to the cent, and every rule that it breaks."""
        return send(lambda text: _check.decode(self._native.check(text)), solution)

    def row(self, strategy: str, solution: Loose, bound_cents: int | None = None) -> BenchRow:
        """What a solution is worth.

        Raises
        ------
        InvalidError
            The solution breaks rules; its problems name each, with the place of the shipment.
        """
        name = unicode(strategy)
        return send(lambda text: _row.decode(self._native.row(name, text, bound_cents)), solution)


def compare_allocation(
    instances: Iterable[InstanceFile | Loose],
    strategies: Iterable[str] | None = None,
    heuristics: Mapping[str, OrderFunction] | None = None,
    solvers: Mapping[str, InstanceFunction] | None = None,
) -> list[dict[str, Any]]:
    """One row for each instance and strategy, ready for `pandas.DataFrame` or `polars.DataFrame`.

    Parameters
    ----------
    strategies
        Names of shipped strategies; all of them when left out.
    heuristics
        Functions of your own that decide one order at a time, by name.
    solvers
        Functions of your own that solve a whole instance, by name.

    Raises
    ------
    InvalidError
        An instance is malformed, or a function answered with what breaks a rule.
    """
    names = bench_strategies() if strategies is None else list(strategies)
    rows: list[dict[str, Any]] = []
    for instance in instances:
        bench = AllocationBench(instance)
        orders = max(bench._native.orders(), 1)
        for name in names:
            start = time.perf_counter_ns()
            solution = bench.solve(name)
            rows.append(_timed(bench.row(name, solution), [(time.perf_counter_ns() - start) // orders]))
        for name, heuristic in (heuristics or {}).items():
            took: list[int] = []
            rows.append(_timed(bench.row(name, bench.play(heuristic, took)), took))
        for name, solver in (solvers or {}).items():
            start = time.perf_counter_ns()
            solution = bench.run(solver)
            rows.append(_timed(bench.row(name, solution), [(time.perf_counter_ns() - start) // orders]))
    return rows


def _timed(row: BenchRow, took: list[int]) -> dict[str, Any]:
    """The row as a dictionary, with the median and, where orders were timed one by one, the 99th percentile."""
    took = sorted(took)
    row = msgspec.structs.replace(
        row,
        median_ns=took[len(took) // 2] if took else None,
        p99_ns=took[len(took) * 99 // 100] if len(took) > 1 else None,
    )
    return msgspec.structs.asdict(row)
