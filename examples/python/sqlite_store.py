"""A store over Python's `sqlite3`, from threads and from asyncio, and an order driven over it.

The core says what to load and what to write; this file says how, in SQL. It holds no rule of the field. Run it with
`python examples/python/sqlite_store.py [FILE]`.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from typing import TypeVar

import msgspec
import oms_core as oms

TABLES = """
create table if not exists documents (
    tenant text, kind text, id text, version integer not null, document text not null,
    primary key (tenant, kind, id)
) without rowid;
create table if not exists cells (
    tenant text, sku text, node text, on_hand integer, held integer, allocated integer, quality_hold integer,
    damaged integer, returned_pending integer, incoming integer,
    primary key (tenant, sku, node)
) without rowid;
create table if not exists expiries (
    tenant text, sku text, node text, reservation text, expires_at real,
    primary key (tenant, sku, node, reservation)
) without rowid;
create table if not exists journal (position integer primary key, entry text not null);
create table if not exists commands (
    tenant text, command text, record text not null, primary key (tenant, command)
) without rowid;
"""

BUCKETS = ("on_hand", "held", "allocated", "quality_hold", "damaged", "returned_pending", "incoming")
LIMIT = 10**12  # the most units a bucket may hold
MAX_PAGE = 10_000

T = TypeVar("T")


def read(text: str, kind: type[T]) -> T:
    return msgspec.json.decode(text, type=kind)


def write(value: object) -> str:
    return msgspec.json.encode(value).decode()


class SqliteStore:
    """Everything in one SQLite database. Any number of threads may share it; writers take turns."""

    def __init__(self, file: str = ":memory:") -> None:
        self._database = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._database.executescript("pragma journal_mode = wal;" + TABLES)
        self._lock = threading.Lock()

    def close(self) -> None:
        self._database.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._database.execute("begin immediate")
            try:
                yield self._database
                self._database.execute("commit")
            except BaseException:
                self._database.execute("rollback")
                raise

    def load(self, keys: oms.Keys, /) -> oms.Snapshot:
        with self._transaction() as db:
            return oms.Snapshot(
                commands=[record for key in keys.commands if (record := _command(db, key))],
                documents=[entry for key in keys.documents if (entry := _document(db, key))],
                cells=[oms.CellEntry(key=key, cell=cell) for key in keys.cells if (cell := _cell(db, key)) is not None],
                expired=_expired(db, keys),
            )

    def commit(self, commit: oms.Commit, /) -> None:
        with self._transaction() as db:
            conflict = oms.StoreConflict(
                documents=[change.key for change in commit.documents if not _is_expected(db, change)],
                cells=[delta.cell for delta in commit.deltas if _after(db, delta) is None],
                commands=[record.key for record in commit.commands if _command(db, record.key)],
            )
            if conflict != oms.StoreConflict():
                raise oms.StoreConflictError(conflict)
            for change in commit.documents:
                _put_document(db, change.key, change.stored)
            for delta in commit.deltas:
                if cell := _after(db, delta):
                    _put_cell(db, delta.cell, cell)
            db.executemany("insert into journal (entry) values (?)", [(write(entry),) for entry in commit.events])
            for record in commit.commands:
                _put_command(db, record)

    def scan(self, scan: oms.Scan, /) -> oms.Page:
        page = oms.Page(documents=[], cells=[], entries=[])
        with self._transaction() as db:
            match scan:
                case oms.ScanDocuments():
                    return msgspec.structs.replace(page, documents=_scan_documents(db, scan))
                case oms.ScanCells():
                    return msgspec.structs.replace(page, cells=_scan_cells(db, scan))
                case oms.ScanJournal():
                    rows = db.execute(
                        "select entry from journal where position > ? order by position limit ?",
                        (min(scan.from_, 2**63 - 1), min(scan.limit, MAX_PAGE)),
                    )
                    return msgspec.structs.replace(page, entries=[read(text, oms.JournalEntry) for (text,) in rows])


class AsyncSqliteStore:
    """The same store for asyncio: every call runs in a thread of its own and is awaited."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store

    async def load(self, keys: oms.Keys, /) -> oms.Snapshot:
        return await asyncio.to_thread(self._store.load, keys)

    async def commit(self, commit: oms.Commit, /) -> None:
        await asyncio.to_thread(self._store.commit, commit)

    async def scan(self, scan: oms.Scan, /) -> oms.Page:
        return await asyncio.to_thread(self._store.scan, scan)


def _command(db: sqlite3.Connection, key: oms.CommandKey) -> oms.CommandRecord | None:
    rows = db.execute("select record from commands where tenant = ? and command = ?", (key.tenant, key.command))
    return next((read(text, oms.CommandRecord) for (text,) in rows), None)


def _put_command(db: sqlite3.Connection, record: oms.CommandRecord) -> None:
    row = (record.key.tenant, record.key.command, write(record))
    db.execute("insert into commands values (?, ?, ?)", row)


def _document(db: sqlite3.Connection, key: oms.DocumentKey) -> oms.DocumentEntry | None:
    rows = db.execute(
        "select version, document from documents where tenant = ? and kind = ? and id = ?",
        (key.tenant, key.kind, key.id),
    )
    return next((_entry(key, *row) for row in rows), None)


def _entry(key: oms.DocumentKey, version: int, text: str) -> oms.DocumentEntry:
    stored = oms.StoredDocument(version=version, document=msgspec.json.decode(text, type=oms.Document))
    return oms.DocumentEntry(key=key, stored=stored)


def _is_expected(db: sqlite3.Connection, document: oms.DocumentWrite) -> bool:
    found = _document(db, document.key)
    return (found.stored.version if found else 0) == document.expected


def _put_document(db: sqlite3.Connection, key: oms.DocumentKey, stored: oms.StoredDocument) -> None:
    row = (key.tenant, key.kind, key.id, stored.version, write(stored.document))
    db.execute("insert or replace into documents values (?, ?, ?, ?, ?)", row)
    reservation = stored.document
    if not isinstance(reservation, oms.ReservationDocument):
        return
    db.execute("delete from expiries where tenant = ? and reservation = ?", (key.tenant, key.id))
    if reservation.expires_at is not None and reservation.ended is None:
        at = reservation.expires_at.timestamp()
        rows = [(key.tenant, item.sku, item.node, key.id, at) for item in reservation.items]
        db.executemany("insert or replace into expiries values (?, ?, ?, ?, ?)", rows)


def _expired(db: sqlite3.Connection, keys: oms.Keys) -> list[oms.DocumentEntry]:
    """Reservations that still hold units of a cell asked for, but have run out."""
    if keys.expired_by is None:
        return []
    due = keys.expired_by.timestamp()
    found = set()
    for cell in keys.cells:
        rows = db.execute(
            "select tenant, reservation from expiries where tenant = ? and sku = ? and node = ? and expires_at <= ?",
            (cell.tenant, cell.sku, cell.node, due),
        )
        found.update(rows.fetchall())
    reservations = (oms.DocumentKey(tenant=tenant, kind="reservation", id=id) for tenant, id in sorted(found))
    return [entry for key in reservations if (entry := _document(db, key))]


def _cell(db: sqlite3.Connection, key: oms.CellKey) -> oms.StockCell | None:
    rows = db.execute(
        f"select {', '.join(BUCKETS)} from cells where tenant = ? and sku = ? and node = ?",
        (key.tenant, key.sku, key.node),
    )
    return next((_stock_cell(row) for row in rows), None)


def _stock_cell(units: Sequence[int]) -> oms.StockCell:
    return oms.StockCell(**dict(zip(BUCKETS, units, strict=True)))


def _units(cell: oms.StockCell | oms.CellDelta) -> list[int]:
    return [getattr(cell, bucket) for bucket in BUCKETS]


def _free(cell: oms.StockCell | oms.CellDelta) -> int:
    """What is there less what somebody has and what cannot be sold; what is incoming is not there."""
    on_hand, *others, _incoming = _units(cell)
    return on_hand - sum(others)


def _put_cell(db: sqlite3.Connection, key: oms.CellKey, cell: oms.StockCell) -> None:
    row = (key.tenant, key.sku, key.node, *_units(cell))
    db.execute(f"insert or replace into cells values ({', '.join('?' * len(row))})", row)


def _after(db: sqlite3.Connection, change: oms.StockDelta) -> oms.StockCell | None:
    """The cell after a change, or `None` where its guard forbids it."""
    cell, delta = _cell(db, change.cell), change.delta
    before = _units(cell) if cell else [0] * len(BUCKETS)
    units = [old + new for old, new in zip(before, _units(delta), strict=True)]
    after = _stock_cell(units)
    enough = change.min_free is None or _free(delta) >= 0 or _free(after) >= change.min_free
    return after if enough and all(0 <= count <= LIMIT for count in units) else None


def _scan_documents(db: sqlite3.Connection, scan: oms.ScanDocuments) -> list[oms.DocumentEntry]:
    after = scan.after
    rows = db.execute(
        "select tenant, kind, id, version, document from documents"
        " where (?1 is null or tenant = ?1) and (?2 is null or kind = ?2)"
        " and (?3 is null or (tenant, kind, id) > (?3, ?4, ?5))"
        " order by tenant, kind, id limit ?6",
        (
            scan.tenant,
            scan.kind,
            after and after.tenant,
            after and after.kind,
            after and after.id,
            min(scan.limit, MAX_PAGE),
        ),
    )
    return [
        _entry(oms.DocumentKey(tenant=tenant, kind=kind, id=id), version, text)
        for tenant, kind, id, version, text in rows
    ]


def _scan_cells(db: sqlite3.Connection, scan: oms.ScanCells) -> list[oms.CellEntry]:
    after = scan.after
    rows = db.execute(
        f"select tenant, sku, node, {', '.join(BUCKETS)} from cells"
        " where (?1 is null or tenant = ?1) and (?2 is null or (tenant, sku, node) > (?2, ?3, ?4))"
        " order by tenant, sku, node limit ?5",
        (
            scan.tenant,
            after and after.tenant,
            after and after.sku,
            after and after.node,
            min(scan.limit, MAX_PAGE),
        ),
    )
    return [
        oms.CellEntry(key=oms.CellKey(tenant=tenant, sku=sku, node=node), cell=_stock_cell(units))
        for tenant, sku, node, *units in rows
    ]


def story(number: str) -> list[oms.Command]:
    """The commands of an order of two mugs, up to its allocation."""
    at = datetime(2026, 11, 11, tzinfo=timezone.utc)
    price = {"amount": "12.50", "currency": "EUR"}
    order = f"o{number}"
    draft = {
        "channel": "web",
        "channelOrderId": number,
        "placedAt": at,
        "currency": "EUR",
        "terms": "invoice",
        "shipTo": {
            "name": "Ada Example",
            "phone": "030 1234567",
            "country": "DE",
            "city": "Berlin",
            "postalCode": "10115",
            "lines": ["Invalidenstraße 1"],
        },
        "lines": [{"id": "1", "sku": "mug", "quantity": 2, "unitPrice": price}],
    }
    actions = [
        {"type": "place_order", "order": order, "draft": draft},
        {"type": "review_order", "order": order},
        {"type": "allocate_order", "order": order, "strategy": "priority"},
    ]
    return [
        oms.Command.from_dict({"id": f"{order}-{step}", "tenant": "acme", "at": at, "action": action})
        for step, action in enumerate(actions)
    ]


def stock() -> list[oms.Command]:
    """A SKU, a warehouse, and three mugs in it."""
    at = datetime(2026, 11, 11, tzinfo=timezone.utc)
    actions: list[oms.Action] = [
        oms.PutSku(sku=oms.Sku(id="mug")),
        oms.PutNode(node=oms.Node(id="berlin")),
        oms.ReceiveStock(sku="mug", node="berlin", quantity=3),
    ]
    return [oms.Command(id=f"setup-{step}", tenant="acme", at=at, action=action) for step, action in enumerate(actions)]


class Unlucky(SqliteStore):
    """First somebody else buys two mugs between our load and our commit, then the answer to our commit gets lost."""

    def __init__(self, file: str = ":memory:") -> None:
        super().__init__(file)
        self.accidents = ["rival", "lost answer"]
        self.conflicts = 0

    def commit(self, commit: oms.Commit, /) -> None:
        accident = self.accidents.pop(0) if self.accidents else None
        if accident == "rival":
            for command in story("rival"):
                oms.OmsOver(_Calm(self)).execute(command)
        try:
            super().commit(commit)
        except oms.StoreConflictError:
            self.conflicts += 1
            raise
        if accident == "lost answer":
            raise oms.StoreError("store.unavailable", "the connection broke after the commit")


class _Calm:
    """The same store without the accidents."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store

    def load(self, keys: oms.Keys, /) -> oms.Snapshot:
        return self._store.load(keys)

    def commit(self, commit: oms.Commit, /) -> None:
        SqliteStore.commit(self._store, commit)

    def scan(self, scan: oms.Scan, /) -> oms.Page:
        return self._store.scan(scan)


def main(file: str = ":memory:") -> None:
    print("contract:", len(oms.contract_cases()), "cases,", len(oms.check_store(SqliteStore)), "failures")

    store = Unlucky(file)
    oms.drive(_Calm(store), stock())
    commands = story("1")
    try:
        results = oms.drive(store, commands)
    except oms.StoreError as error:
        print("crash:", error)
        results = oms.drive(store, commands)  # the same commands again: their ids make that safe
    print("answers:", ", ".join(type(result).__name__ for result in results))
    print("collisions, each decided again on what is there now:", store.conflicts)

    async def later() -> list[oms.CommandResult]:
        return await oms.drive_async(AsyncSqliteStore(store), story("2"))

    for result in asyncio.run(later()):
        print("asyncio:", result.error.code if isinstance(result, oms.RefusedCommand) else "accepted")

    engine = oms.OmsOver(store).replica()
    left = engine.availability("acme", ["mug"], datetime(2026, 11, 12, tzinfo=timezone.utc))[0]
    print(f"mugs left to sell: {left.promiseable}; audit findings: {len(engine.audit().findings)}")
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
