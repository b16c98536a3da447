"""Stock in memory for the busiest hours: one native call an order, Arrow record batches for many.

The ledger keeps the rules of the engine's stock: all lines or none, holds that run out, a call repeated changes nothing. Ids
are whole numbers, instants nanoseconds since 1970, as `time.time_ns()` gives them; the ledger reads no clock.

    >>> from oms_core import Ledger
    >>> ledger = Ledger()
    >>> mug = ledger.cell("mug", "berlin")
    >>> ledger.set(mug, on_hand=5)
    >>> ledger.reserve(1, [(mug, 3)], at=0, expires_at=900_000_000_000)
    'done'
    >>> ledger.reserve_named(2, [("mug", "berlin", 3)], at=0)
    'insufficient'
    >>> ledger.confirm(1, at=1)
    'done'

Batches are anything that speaks Arrow (`pyarrow.RecordBatch`, a Polars frame's batch, …), without a copy of the Python
objects; answers are record batches too.
"""

from __future__ import annotations

from typing import TypeAlias

from oms_core._oms_core import Ledger

__all__ = ["LEDGER_EVENTS", "LEDGER_OUTCOMES", "Ledger", "LedgerOutcome"]

#: What came of a call.
LedgerOutcome: TypeAlias = str

#: The outcomes of a batch by their number.
LEDGER_OUTCOMES: tuple[LedgerOutcome, ...] = (
    "done",
    "before",
    "insufficient",
    "invalid",
    "reused",
    "unknown",
    "expired",
    "ended",
    "full",
)

#: The kinds of event in `Ledger.drain_batch` by their number.
LEDGER_EVENTS: tuple[str, ...] = ("opened", "extended", "committed", "released", "expired")
