"""Which node ships which units: by a shipped strategy, or by a function of your own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import msgspec

from oms_core import _oms_core
from oms_core._send import Loose, send, unicode
from oms_core.models import (
    AllocationAssignment,
    AllocationPlan,
    AllocationProblem,
    AllocationStrategyKind,
    PlanViolation,
)

__all__ = ["AllocationFunction", "allocate", "allocate_json", "check_allocation"]

#: A strategy of your own: it looks at the problem and says which node ships how many units of which line.
AllocationFunction: TypeAlias = Callable[[AllocationProblem], Iterable[AllocationAssignment]]

_problem = msgspec.json.Decoder(AllocationProblem)
_plan = msgspec.json.Decoder(AllocationPlan)
_violations = msgspec.json.Decoder(list[PlanViolation])


def allocate(
    problem: AllocationProblem | Loose, strategy: AllocationStrategyKind | AllocationFunction
) -> AllocationPlan:
    """Plans an allocation, with what each candidate cost and why it lost.

    A function of your own gets the problem and gives assignments; the core refuses them when they break a rule, and
    prices and explains them otherwise. The plan carries the function's name.

    Raises
    ------
    InvalidError
        The problem is malformed, or the function's assignments cannot be shipped.
    """
    return _plan.decode(allocate_json(problem, strategy))


def allocate_json(problem: AllocationProblem | Loose, strategy: AllocationStrategyKind | AllocationFunction) -> bytes:
    """`allocate`, with the plan as JSON."""
    if isinstance(strategy, str):
        name = unicode(strategy)
        return send(lambda text: _oms_core.allocate(text, name), problem)
    name = unicode(getattr(strategy, "__name__", type(strategy).__name__))
    checked = send(lambda text: _checked(text, name), problem)
    assignments = list(strategy(_problem.decode(checked)))
    return send(lambda text: _oms_core.plan_assignments(checked, name, text), assignments)


def _checked(problem: bytes, name: str) -> bytes:
    """The problem, which the core found to be one."""
    _oms_core.plan_assignments(problem, name, b"[]")
    return problem


def check_allocation(problem: AllocationProblem | Loose, plan: AllocationPlan | Loose) -> list[PlanViolation]:
    """The rules that a plan breaks; none if it is right to the unit, the gram and the cent. Trusts no planner."""
    return send(
        lambda problem_text: send(
            lambda plan_text: _violations.decode(_oms_core.check_allocation(problem_text, plan_text)), plan
        ),
        problem,
    )
