"""Why something was not done: one class per kind, so that a program catches what it can do something about."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import ClassVar

from oms_core.models import ErrorReport, Problem, StoreConflict

__all__ = [
    "ConflictError",
    "InternalError",
    "InvalidError",
    "NotFoundError",
    "OmsError",
    "RefusedError",
    "StoreConflictError",
    "StoreError",
    "error_from_report",
]


class OmsError(Exception):
    """Something was not done, and nothing has changed.

    Attributes
    ----------
    code : str
        The stable code, such as ``stock.insufficient``: for programs.
    kind : str
        What to do about it; decides the class.
    message : str
        The text, for people.
    problems : tuple of Problem
        Every single problem of an invalid input, each with a code, the JSON pointer of its place and a message.
    """

    KIND: ClassVar[str] = ""

    def __init__(self, code: str, message: str, problems: Iterable[Problem] = (), kind: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.kind = self.KIND if kind is None else kind
        self.message = message
        self.problems = tuple(problems)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(code={self.code!r}, message={self.message!r}, problems={list(self.problems)!r})"

    def __reduce__(self) -> tuple[Callable[..., OmsError], tuple[object, ...]]:
        return type(self), (self.code, self.message, self.problems, self.kind)


class InvalidError(OmsError, ValueError):
    """The input is wrong: mend it. `problems` names every offender."""

    KIND = "invalid"


class NotFoundError(OmsError, LookupError):
    """What it names does not exist."""

    KIND = "not_found"


class RefusedError(OmsError):
    """The input is fine, the rules say no."""

    KIND = "refused"


class ConflictError(OmsError):
    """Somebody else was there first, or said something else under the same id."""

    KIND = "conflict"


class StoreError(OmsError):
    """The store failed: try again later, with the same command id."""

    KIND = "store"


class InternalError(OmsError):
    """A defect of this library: please report it."""

    KIND = "internal"


class StoreConflictError(ConflictError):
    """What a store raises instead of writing a commit that collides with another; `conflict` says with what."""

    def __init__(self, conflict: StoreConflict) -> None:
        count = len(conflict.documents) + len(conflict.cells) + len(conflict.commands)
        super().__init__("store.conflict", f"the commit collided with another in {count} places")
        self.conflict = conflict

    def __reduce__(self) -> tuple[Callable[..., OmsError], tuple[object, ...]]:
        return type(self), (self.conflict,)


_CLASSES: dict[str, type[OmsError]] = {
    kind.KIND: kind for kind in (InvalidError, NotFoundError, RefusedError, ConflictError, StoreError, InternalError)
}


def error_from_report(report: ErrorReport) -> OmsError:
    """The exception for the error of a refused command of a batch."""
    return _error(report.kind, report.code, report.message, report.problems)


def error_from_wire(text: bytes) -> OmsError:
    """The exception for an error on the wire; of a kind that is not known yet, the base class."""
    report = json.loads(text)
    problems = [Problem.from_dict(problem) for problem in report.get("problems", [])]
    return _error(report["kind"], report["code"], report["message"], problems)


def _error(kind: str, code: str, message: str, problems: Iterable[Problem]) -> OmsError:
    return _CLASSES.get(kind, OmsError)(code, message, problems, kind)
