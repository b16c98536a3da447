"""The life of one order in memory: placed, paid, reviewed, allocated, released, shipped, tracked, reported.

Run it with `python examples/python/quickstart.py`.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from itertools import count

import oms_core as oms

START = datetime(2026, 11, 11, tzinfo=timezone.utc)


def euros(amount: str) -> oms.Money:
    return oms.Money(amount=Decimal(amount), currency="EUR")


def main() -> None:
    engine = oms.Oms()
    number = count(1)

    def do(action: oms.Action, hours: int = 0) -> oms.Outcome:
        """Every command has an id, which makes it safe to repeat, and an instant: the engine has no clock."""
        at = START + timedelta(hours=hours)
        return engine.execute(oms.Command(id=f"c{next(number)}", tenant="acme", at=at, action=action))

    # The catalogue, two warehouses and a carrier.
    do(oms.PutSku(sku=oms.Sku(id="mug", name="Mug", category="kitchen", weight=400, cost=euros("3.10"))))
    berlin = oms.GeoPoint(lat_micro=52_520_000, lon_micro=13_405_000)
    madrid = oms.GeoPoint(lat_micro=40_417_000, lon_micro=-3_703_000)
    do(oms.PutNode(node=oms.Node(id="berlin", location=berlin)))
    do(oms.PutNode(node=oms.Node(id="madrid", location=madrid)))
    rate = oms.Tariff(bands=[oms.WeightBand(up_to=2000, price=euros("4.50"))])
    far_rate = oms.Tariff(bands=[oms.WeightBand(up_to=2000, price=euros("9.90"))])
    do(
        oms.PutRateCard(
            card=oms.RateCard(
                carrier="postman",
                service="parcel",
                currency="EUR",
                zones=oms.DistanceZones(
                    bands=[oms.DistanceBand(up_to_km=500, zone="near"), oms.DistanceBand(zone="far")]
                ),
                rates=[
                    oms.ZoneRate(zone="near", transit_days=1, tariff=rate),
                    oms.ZoneRate(zone="far", transit_days=4, tariff=far_rate),
                ],
            )
        )
    )
    for node in ("berlin", "madrid"):
        do(oms.ReceiveStock(sku="mug", node=node, quantity=10))

    # An order arrives, and waits for its money.
    draft = oms.OrderDraft(
        channel="web",
        channel_order_id="1001",
        placed_at=START,
        currency="EUR",
        ship_to=oms.Address(
            name="Ada Example",
            phone="030 1234567",
            country="DE",
            region="BE",
            city="Berlin",
            postal_code="10115",
            lines=["Invalidenstraße 1"],
            location=berlin,
        ),
        lines=[oms.OrderDraftLine(id="1", sku="mug", quantity=2, unit_price=euros("12.50"))],
    )
    do(oms.PlaceOrder(order="o1", draft=draft))
    show(engine, "placed")

    paid = oms.OrderPayment(id="p1", kind="captured", amount=euros("25.00"), at=START)
    do(oms.RecordPayment(order="o1", payment=paid), hours=1)
    do(oms.ReviewOrder(order="o1"), hours=1)
    show(engine, "paid and reviewed")

    # Which warehouse, and why.
    allocated = do(oms.AllocateOrder(order="o1", strategy="greedy_cost"), hours=2)
    for explanation in allocated.explanations:
        if isinstance(explanation, oms.AllocationExplained):
            explain(explanation.plan)
    do(oms.ReleaseOrder(order="o1"), hours=3)
    show(engine, "released to the warehouse")

    # It leaves with the cheapest carrier, and arrives.
    do(
        oms.ShipOrder(
            order="o1",
            shipment="s1",
            node="berlin",
            carrier=oms.ChooseCarrier(strategy="cheapest"),
            parcels=[oms.ParcelDraft(id="1", tracking_number="JD0001")],
        ),
        hours=10,
    )
    show(engine, "shipped")
    arrival = oms.TrackingEvent(at=START + timedelta(hours=30), status="delivered", location="Berlin")
    do(oms.RecordTracking(shipment="s1", parcels=[oms.ParcelEvents(parcel="1", events=[arrival])]), hours=31)
    show(engine, "tracked")

    # What the month looks like.
    figures: list[oms.ReportFigure] = ["orders", "net_sales", "freight", "gross_profit"]
    table = engine.report(
        "acme",
        oms.ReportQuery(
            over="orders",
            dimensions=[oms.AttributeDimension(attribute="channel")],
            measures=[oms.FigureMeasure(figure=figure) for figure in figures],
        ),
    )
    print("report:", " | ".join(column.name for column in table.columns))
    for row in table.rows:
        print("       ", " | ".join(cell_text(cell) for cell in row))

    # The rules refuse, and say so by a stable code.
    try:
        do(oms.CancelOrder(order="o1"), hours=40)
    except oms.RefusedError as error:
        print(f"refused: {error.code}: {error}")

    # The journal holds everything: replayed, it makes the same state.
    audit = engine.audit()
    again = oms.Oms.from_journal(engine.journal())
    print(f"audit: {audit.entries} events, {len(audit.findings)} findings")
    print(f"replayed to the same state: {again.state_hash() == engine.state_hash()}")


def show(engine: oms.Oms, what: str) -> None:
    view = engine.order("acme", "o1")
    assert view is not None
    free = engine.availability("acme", ["mug"], START)[0].promiseable
    print(f"{what}: {view.status}, paid {view.paid.amount} of {view.total.amount} EUR, {free} mugs left to sell")


def explain(plan: oms.AllocationPlan) -> None:
    print(f"allocated by {plan.strategy}: costs {plan.cost.total.amount} EUR")
    for verdict in plan.candidates:
        match verdict.outcome:
            case oms.CandidateChosen(units=units, cost=cost):
                print(f"  {verdict.node} ships {units} for {cost.amount} EUR")
            case oms.CandidateLost(margin=margin) if margin is not None:
                print(f"  {verdict.node} lost by {margin.amount} EUR")
            case other:
                print(f"  {verdict.node}: {other}")


def cell_text(cell: oms.ReportCell) -> str:
    match cell:
        case oms.NothingCell():
            return "-"
        case oms.MoneyCell(value=money):
            return f"{money.amount} {money.currency}"
        case _:
            return str(cell.value)


if __name__ == "__main__":
    main()
