"""The engine over a store of one's own: the contract, conflicts, lost answers, asyncio."""

from __future__ import annotations

import asyncio
import sys

import msgspec
import oms_core as oms
import pytest
from support import AT, WORKSPACE, command, draft, receive, stocked

sys.path.insert(0, str(WORKSPACE / "examples/python"))

from sqlite_store import AsyncSqliteStore, SqliteStore

SETUP = [
    command("s1", oms.PutSku(sku=oms.Sku(id="mug", weight=400))),
    command("s2", oms.PutNode(node=oms.Node(id="berlin"))),
    receive("s3", 10),
]
BUY = [
    command("c1", oms.PlaceOrder(order="o1", draft=draft())),
    command("c2", oms.ReviewOrder(order="o1")),
    command("c3", oms.AllocateOrder(order="o1", strategy="priority")),
]


class Forgetful(SqliteStore):
    """Breaks its word: it never notices that a command was carried out before."""

    def load(self, keys: oms.Keys, /) -> oms.Snapshot:
        return msgspec.structs.replace(super().load(keys), commands=[])


class Jammed(SqliteStore):
    """Somebody else is always first."""

    commits = 0

    def commit(self, commit: oms.Commit, /) -> None:
        self.commits += 1
        raise oms.StoreConflictError(oms.StoreConflict(cells=[delta.cell for delta in commit.deltas]))


async def make_async() -> AsyncSqliteStore:
    return AsyncSqliteStore(SqliteStore())


def test_the_contract_holds_for_a_store_that_keeps_its_word() -> None:
    assert oms.check_store(SqliteStore) == []
    assert asyncio.run(oms.check_store_async(make_async)) == []


def test_the_contract_finds_a_store_that_does_not() -> None:
    failures = oms.check_store(Forgetful)
    assert failures
    assert all(failure.message.startswith("answered") for failure in failures)


def test_a_store_of_ones_own_and_the_engine_in_memory_end_in_the_same_state() -> None:
    memory = stocked()
    for one in BUY:
        memory.execute(one)
    over = oms.OmsOver(SqliteStore())
    assert all(isinstance(result, oms.AcceptedCommand) for result in over.execute_batch(SETUP))
    for one in BUY:
        over.execute(one)
    assert over.replica().state_hash() == memory.state_hash()

    async def later() -> str:
        engine = oms.AsyncOmsOver(await make_async())
        await engine.execute_batch(SETUP)
        for one in BUY:
            await engine.execute(one)
        return (await engine.replica()).state_hash()

    assert asyncio.run(later()) == memory.state_hash()


def test_a_refused_command_raises_and_in_a_batch_stands_beside_the_others() -> None:
    over = oms.OmsOver(SqliteStore())
    with pytest.raises(oms.NotFoundError):
        over.execute(BUY[1])
    results = over.execute_batch([*SETUP, command("x", oms.ReviewOrder(order="o9"))])
    assert [type(result) for result in results] == [oms.AcceptedCommand] * 3 + [oms.RefusedCommand]
    refused = results[-1]
    assert isinstance(refused, oms.RefusedCommand)
    assert isinstance(oms.error_from_report(refused.error), oms.NotFoundError)

    async def later() -> None:
        await oms.AsyncOmsOver(await make_async()).execute(BUY[1])

    with pytest.raises(oms.NotFoundError):
        asyncio.run(later())


def test_a_repeated_command_gets_the_first_answer() -> None:
    over = oms.OmsOver(SqliteStore())
    over.execute_batch(SETUP)
    extra = receive("c1", 5)
    first = over.execute(extra)
    assert over.execute(extra) == first
    (found,) = over.replica().availability("acme", ["mug"], AT)
    assert found.promiseable == 15


def test_a_driver_gives_up_after_so_many_collisions() -> None:
    store = Jammed()
    with pytest.raises(oms.StoreConflictError):
        oms.drive(store, SETUP)
    assert store.commits == oms.MAX_ATTEMPTS

    async def later() -> None:
        await oms.drive_async(AsyncSqliteStore(store), SETUP)

    with pytest.raises(oms.StoreConflictError):
        asyncio.run(later())
    assert store.commits == 2 * oms.MAX_ATTEMPTS


def test_a_run_by_hand_loads_and_ends_and_starts_again() -> None:
    store = SqliteStore()
    oms.drive(store, SETUP)
    run = oms.Run(BUY[:1])
    ends = []
    for step in (run.start(), run.restart()):
        rounds = 0
        while isinstance(step, oms.LoadStep):
            rounds += 1
            step = run.resume(store.load(step.keys))
        assert rounds <= 3
        ends.append(step)
    assert ends[0] == ends[1]
    assert isinstance(ends[0].results[0], oms.AcceptedCommand)


def test_malformed_commands_and_snapshots_are_refused() -> None:
    with pytest.raises(oms.InvalidError):
        oms.Run(b"[{}]")
    run = oms.Run(SETUP)
    run.start()
    with pytest.raises(oms.InvalidError):
        run.resume({"commands": 1})
