"""The engine in memory: commands in, events, plans and reports out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from oms_core import _oms_core
from oms_core._model import Model
from oms_core._send import Json, Loose, send, unicode
from oms_core.models import (
    Answer,
    AskAudit,
    AskAvailability,
    AskOrder,
    AskShipment,
    AuditAnswer,
    AuditReport,
    Availability,
    AvailabilityAnswer,
    Command,
    CommandResult,
    OrderAnswer,
    OrderBatch,
    OrderBatchAnswer,
    OrderView,
    Outcome,
    Query,
    ReportAnswer,
    ReportQuery,
    ReportTable,
    Shipment,
    ShipmentAnswer,
    WaitingQueue,
    WaitingReport,
)

__all__ = ["Oms", "replay_hash"]

_outcome = msgspec.json.Decoder(Outcome)
_results = msgspec.json.Decoder(list[CommandResult])
_answer: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)

A = TypeVar("A", bound=Model)


class Oms:
    """An engine that keeps everything in memory.

    Commands, queries and journals are taken as models, as dictionaries in the wire's camelCase, or as JSON text. Any
    number of threads may use one engine; they wait for each other, but hold up no other thread of the interpreter.

    >>> oms = Oms()
    >>> outcome = oms.execute({
    ...     "id": "c1", "tenant": "acme", "at": "2026-11-11T00:00:00Z",
    ...     "action": {"type": "put_sku", "sku": {"id": "mug", "weight": 350}},
    ... })
    >>> outcome.command
    'c1'
    """

    __slots__ = ("_engine",)

    def __init__(self) -> None:
        self._engine = _oms_core.Engine()

    @classmethod
    def from_journal(cls, journal: Json) -> Oms:
        """The engine that a journal, one JSON entry a line, made."""
        oms = cls.__new__(cls)
        oms._engine = send(_oms_core.Engine.from_journal, journal)
        return oms

    def __repr__(self) -> str:
        return f"<Oms in memory, state {self.state_hash()[:12]}>"

    def __reduce__(self) -> tuple[Callable[[Json], Oms], tuple[bytes]]:
        return type(self).from_journal, (self.journal(),)

    def execute(self, command: Command | Loose) -> Outcome:
        """Carries out one command.

        Raises
        ------
        OmsError
            It was refused, and nothing has changed. The subclass says what to do about it.
        """
        return _outcome.decode(self.execute_json(command))

    def execute_json(self, command: Command | Loose) -> bytes:
        """`execute`, with the outcome as JSON."""
        return send(self._engine.execute, command)

    def execute_batch(self, commands: Sequence[Command | Mapping[str, Any]] | Json) -> list[CommandResult]:
        """Carries out commands in order in one commit; each is accepted or refused on its own.

        Raises
        ------
        InvalidError
            Any of the commands is malformed; none was carried out.
        """
        return _results.decode(self.execute_batch_json(commands))

    def execute_batch_json(self, commands: Sequence[Command | Mapping[str, Any]] | Json) -> bytes:
        """`execute_batch`, with the results as JSON."""
        return send(self._engine.execute_batch, commands)

    def query(self, query: Query | Loose) -> Answer:
        """Answers a query."""
        return _answer.decode(self.query_json(query))

    def query_json(self, query: Query | Loose) -> bytes:
        """`query`, with the answer as JSON."""
        return send(self._engine.query, query)

    def order(self, tenant: str, order: str) -> OrderView | None:
        """An order with its version and status, or `None` where there is none."""
        return self._ask(AskOrder(tenant=tenant, order=order), OrderAnswer).order

    def shipment(self, tenant: str, shipment: str) -> Shipment | None:
        """A shipment, or `None` where there is none."""
        return self._ask(AskShipment(tenant=tenant, shipment=shipment), ShipmentAnswer).shipment

    def availability(self, tenant: str, skus: Sequence[str], at: datetime.datetime) -> list[Availability]:
        """How many units of each SKU could be promised at an instant."""
        return self._ask(AskAvailability(tenant=tenant, skus=list(skus), at=at), AvailabilityAnswer).skus

    def report(self, tenant: str, query: ReportQuery | Mapping[str, Any]) -> ReportTable:
        """A report over the facts of a tenant."""
        return self._ask({"type": "report", "tenant": tenant, "query": query}, ReportAnswer).table

    def audit(self) -> AuditReport:
        """Proves the identities over everything stored, and names the first event that breaks one."""
        return self._ask(AskAudit(), AuditAnswer).audit

    def _ask(self, query: Query | Mapping[str, Any], answer: type[A]) -> A:
        return msgspec.json.decode(self.query_json(query), type=answer)

    def review_held(self, tenant: str, at: datetime.datetime | str) -> int:
        """Reviews every order of a tenant that a rule holds, and says how many came free."""
        when = at if isinstance(at, str) else at.isoformat()
        return self._engine.review_held(unicode(tenant), unicode(when))

    def review_stock(self, tenant: str, at: datetime.datetime | str) -> int:
        """Looks at stock by every replenishment rule of a tenant, and says for how many SKUs anything changed."""
        when = at if isinstance(at, str) else at.isoformat()
        return self._engine.review_stock(unicode(tenant), unicode(when))

    def allocate_waiting(
        self, tenant: str, at: datetime.datetime | str, queue: WaitingQueue | Mapping[str, Any]
    ) -> WaitingReport:
        """Allocates the orders of a tenant that wait for stock, in the order of a queue, so that none is overtaken."""
        when = at if isinstance(at, str) else at.isoformat()
        names = unicode(tenant), unicode(when)
        report = send(lambda asked: self._engine.allocate_waiting(*names, asked), queue)
        return msgspec.json.decode(report, type=WaitingReport)

    def allocate_orders(
        self, tenant: str, at: datetime.datetime | str, batch: OrderBatch | Mapping[str, Any]
    ) -> OrderBatchAnswer:
        """Plans open orders of a tenant together and carries that out. The query `OrderBatch` only proposes it."""
        when = at if isinstance(at, str) else at.isoformat()
        names = unicode(tenant), unicode(when)
        answer = send(lambda asked: self._engine.allocate_orders(*names, asked), batch)
        return msgspec.json.decode(answer, type=OrderBatchAnswer)

    def journal(self) -> bytes:
        """Everything that happened, one JSON entry a line."""
        return self._engine.journal()

    def state_hash(self) -> str:
        """The hash of everything stored: the same in every language."""
        return self._engine.state_hash()


def replay_hash(journal: Json) -> str:
    """The hash of the state that a journal, one JSON entry a line, folds to."""
    return send(_oms_core.replay_hash, journal)
