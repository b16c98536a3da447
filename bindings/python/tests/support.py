"""What several tests need."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import oms_core as oms

WORKSPACE = Path(__file__).resolve().parents[3]
AT = datetime(2026, 11, 11, tzinfo=timezone.utc)


def euros(amount: str) -> oms.Money:
    return oms.Money(amount=Decimal(amount), currency="EUR")


def command(id: str, action: Any, tenant: str = "acme") -> dict[str, Any]:
    return {"id": id, "tenant": tenant, "at": "2026-11-11T00:00:00Z", "action": action}


def receive(id: str, quantity: int = 10, sku: str = "mug", node: str = "berlin") -> dict[str, Any]:
    return command(id, {"type": "receive_stock", "sku": sku, "node": node, "quantity": quantity})


def draft(number: str = "1001", quantity: int = 2) -> oms.OrderDraft:
    return oms.OrderDraft(
        channel="web",
        channel_order_id=number,
        placed_at=AT,
        currency="EUR",
        terms="invoice",
        ship_to=oms.Address(
            name="Ada Example",
            phone="030 1234567",
            country="DE",
            city="Berlin",
            postal_code="10115",
            lines=["Weg 1"],
        ),
        lines=[oms.OrderDraftLine(id="1", sku="mug", quantity=quantity, unit_price=euros("12.50"))],
    )


def stocked(units: int = 10) -> oms.Oms:
    """An engine with a SKU, a node and stock of it."""
    engine = oms.Oms()
    engine.execute(command("s1", oms.PutSku(sku=oms.Sku(id="mug", weight=400))))
    engine.execute(command("s2", oms.PutNode(node=oms.Node(id="berlin"))))
    if units:
        engine.execute(receive("s3", units))
    return engine


def compact(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
