"""The engine over a store of your own: it says what to load and what to write, the store does it.

A store is anything with `load`, `commit` and `scan`; `check_store` runs the storage contract against it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from oms_core import _oms_core
from oms_core._send import Json, Loose, send
from oms_core.engine import Oms
from oms_core.errors import InternalError, StoreConflictError, error_from_report
from oms_core.models import (
    Command,
    CommandResult,
    Commit,
    CommitCase,
    ContractCase,
    ContractStep,
    JournalEntry,
    Keys,
    LoadCase,
    LoadStep,
    Outcome,
    Page,
    RefusedCommand,
    RunStep,
    Scan,
    ScanJournal,
    Snapshot,
)

__all__ = [
    "MAX_ATTEMPTS",
    "AsyncOmsOver",
    "AsyncStore",
    "ContractFailure",
    "OmsOver",
    "Run",
    "Store",
    "check_store",
    "check_store_async",
    "contract_cases",
    "drive",
    "drive_async",
]

#: How often a run is tried when its commit collides with others.
MAX_ATTEMPTS = 16

_PAGE = 1000

_step: msgspec.json.Decoder[RunStep] = msgspec.json.Decoder(RunStep)
_cases = msgspec.json.Decoder(list[ContractCase])

Commands = Sequence[Command | Mapping[str, Any]] | Json


class Store(Protocol):
    """What keeps documents, stock, the journal and the answers to commands."""

    def load(self, keys: Keys, /) -> Snapshot:
        """Everything asked for that exists, in key order."""

    def commit(self, commit: Commit, /) -> None:
        """Writes all of it or, raising `StoreConflictError`, nothing."""

    def scan(self, scan: Scan, /) -> Page:
        """One page of what is stored."""


class AsyncStore(Protocol):
    """A `Store` whose calls are awaited."""

    async def load(self, keys: Keys, /) -> Snapshot:
        """Everything asked for that exists, in key order."""

    async def commit(self, commit: Commit, /) -> None:
        """Writes all of it or, raising `StoreConflictError`, nothing."""

    async def scan(self, scan: Scan, /) -> Page:
        """One page of what is stored."""


class Run:
    """Commands on their way: each step says what to load, the last one what to write and the answers."""

    __slots__ = ("_run",)

    def __init__(self, commands: Commands) -> None:
        self._run = send(_oms_core.StepRun, commands)

    def start(self) -> RunStep:
        """The first step."""
        return _step.decode(self._run.start())

    def resume(self, snapshot: Snapshot | Loose) -> RunStep:
        """The next step, after loading what the last one asked for."""
        return _step.decode(send(self._run.resume, snapshot))

    def restart(self) -> RunStep:
        """The first step again, after the commit collided with another."""
        return _step.decode(self._run.restart())


def drive(store: Store, commands: Commands) -> list[CommandResult]:
    """Carries out commands over a store, in one commit; tries again when it collides with another.

    Raises
    ------
    StoreConflictError
        Every one of `MAX_ATTEMPTS` commits collided.
    """
    run = Run(commands)
    step = run.start()
    attempts = 1
    while True:
        if isinstance(step, LoadStep):
            step = run.resume(store.load(step.keys))
            continue
        try:
            if not _is_empty(step.commit):
                store.commit(step.commit)
            return step.results
        except StoreConflictError:
            if attempts == MAX_ATTEMPTS:
                raise
            attempts += 1
            step = run.restart()


async def drive_async(store: AsyncStore, commands: Commands) -> list[CommandResult]:
    """`drive` over a store whose calls are awaited."""
    run = Run(commands)
    step = run.start()
    attempts = 1
    while True:
        if isinstance(step, LoadStep):
            step = run.resume(await store.load(step.keys))
            continue
        try:
            if not _is_empty(step.commit):
                await store.commit(step.commit)
            return step.results
        except StoreConflictError:
            if attempts == MAX_ATTEMPTS:
                raise
            attempts += 1
            step = run.restart()


def _is_empty(commit: Commit) -> bool:
    return not (commit.documents or commit.deltas or commit.events or commit.commands)


class OmsOver:
    """The engine over a store of your own."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def execute(self, command: Command | Mapping[str, Any]) -> Outcome:
        """Carries out one command; raises an `OmsError` when it is refused."""
        return _only(drive(self.store, [command]))

    def execute_batch(self, commands: Commands) -> list[CommandResult]:
        """Carries out commands in order in one commit; each is accepted or refused on its own."""
        return drive(self.store, commands)

    def replica(self) -> Oms:
        """An engine in memory that holds all this store's journal says: ask it for orders, reports and audits."""
        journal: list[JournalEntry] = []
        while page := self.store.scan(ScanJournal(from_=len(journal), limit=_PAGE)).entries:
            journal.extend(page)
        return Oms.from_journal(msgspec.json.Encoder().encode_lines(journal))


class AsyncOmsOver:
    """The engine over a store of your own whose calls are awaited."""

    def __init__(self, store: AsyncStore) -> None:
        self.store = store

    async def execute(self, command: Command | Mapping[str, Any]) -> Outcome:
        """Carries out one command; raises an `OmsError` when it is refused."""
        return _only(await drive_async(self.store, [command]))

    async def execute_batch(self, commands: Commands) -> list[CommandResult]:
        """Carries out commands in order in one commit; each is accepted or refused on its own."""
        return await drive_async(self.store, commands)

    async def replica(self) -> Oms:
        """An engine in memory that holds all this store's journal says: ask it for orders, reports and audits."""
        journal: list[JournalEntry] = []
        while page := (await self.store.scan(ScanJournal(from_=len(journal), limit=_PAGE))).entries:
            journal.extend(page)
        return Oms.from_journal(msgspec.json.Encoder().encode_lines(journal))


def _only(results: list[CommandResult]) -> Outcome:
    for result in results:
        if isinstance(result, RefusedCommand):
            raise error_from_report(result.error)
        return result.outcome
    raise InternalError("internal.no_result", "the run gave no result")


@dataclass(frozen=True)
class ContractFailure:
    """A case in which a store broke its word."""

    case: str
    """The case."""
    step: int
    """Which step, from 0."""
    message: str
    """What it answered and what it should have."""


def contract_cases() -> list[ContractCase]:
    """The storage contract as data: what any store must answer, step by step."""
    return _cases.decode(_oms_core.contract_cases())


def check_store(make_store: Callable[[], Store]) -> list[ContractFailure]:
    """Runs every case of the contract on a fresh store and lists the failures."""
    failures = []
    for case in contract_cases():
        store = make_store()
        for at, step in enumerate(case.steps):
            try:
                answer = _call(store, step)
            except StoreConflictError as error:
                answer = error.conflict
            if answer != _expected(step):
                failures.append(_failure(case, at, answer))
                break
    return failures


async def check_store_async(make_store: Callable[[], Awaitable[AsyncStore]]) -> list[ContractFailure]:
    """`check_store` for stores whose calls are awaited."""
    failures = []
    for case in contract_cases():
        store = await make_store()
        for at, step in enumerate(case.steps):
            try:
                answer = await _call(store, step)
            except StoreConflictError as error:
                answer = error.conflict
            if answer != _expected(step):
                failures.append(_failure(case, at, answer))
                break
    return failures


def _call(store: Any, step: ContractStep) -> Any:
    match step:
        case CommitCase():
            return store.commit(step.commit)
        case LoadCase():
            return store.load(step.keys)
        case _:
            return store.scan(step.scan)


def _expected(step: ContractStep) -> object:
    match step:
        case CommitCase():
            return step.conflict
        case LoadCase():
            return step.snapshot
        case _:
            return step.page


def _failure(case: ContractCase, at: int, answer: object) -> ContractFailure:
    expected = _expected(case.steps[at])
    return ContractFailure(case.name, at, f"answered {answer!r}, expected {expected!r}")
