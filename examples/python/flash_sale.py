"""A flash sale: one hot SKU, four channels, thousands of buyers, holds that run out, a late receipt.

It prints what each channel saw, and why nobody was oversold: the text of `examples/flash_sale.txt`, which the same
story in Rust and Node prints, too. Run it with `python examples/python/flash_sale.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import oms_core as oms

MIDNIGHT = datetime(2026, 11, 27, tzinfo=timezone.utc)
CHANNELS: dict[str, oms.ChannelSharing] = {
    "club": oms.SharedExclusive(),
    "market": oms.SharedPercentage(basis_points=2500),
    "app": oms.SharedWeighted(weight=1, max=150),
    "shop": oms.SharedFull(),
}
PRICE = oms.Money(amount=Decimal("120.00"), currency="EUR")
HAMBURG = oms.Address(name="Ada Lovelace", country="DE", city="Hamburg", postal_code="20095", lines=["Jungfernstieg 1"])


def main() -> None:
    print(story(), end="")


def story() -> str:
    """The whole day as text."""
    sale = Sale()
    prepare(sale)
    for from_, crowd in [(clock(10, 0), 240), (clock(10, 10), 120), (clock(10, 20), 60), (clock(10, 30), 0)]:
        sale.ten_minutes(from_, crowd)
    promised = promise_late_pairs(sale)
    promised = hear_of_the_delay(sale, promised)
    receive_late_pairs(sale, promised)
    for from_, crowd in [(clock(15, 0), 10), (clock(15, 10), 0)]:
        sale.ten_minutes(from_, crowd)
    prove(sale)
    return "\n".join(sale.text) + "\n"


@dataclass
class Buyer:
    """Somebody who wants a pair."""

    number: int
    channel: str
    pays: bool
    until: int
    """The minute in which the pair is paid, or in which the hold on it runs out."""
    mishap: int

    @property
    def cart(self) -> str:
        return f"cart-{self.number}"

    def hold(self, cart: str, until: int) -> oms.Action:
        """The club takes of its quota; for the others any node will do."""
        reservation = f"{cart}-{self.number}"
        if self.channel == "club":
            fenced = oms.ReservedItem(sku="shoe", node="berlin", quantity=1)
            return oms.ReserveQuota(reservation=reservation, group=["club"], items=[fenced], expires_at=time(until))
        return oms.ReserveStock(
            reservation=reservation,
            customer=f"c-{self.number}",
            items=[oms.WantedUnits(sku="shoe", quantity=1)],
            expires_at=time(until),
        )


@dataclass
class Sale:
    """The back end of the sale: what it sends to the engine, minute by minute, and what it notes for the story."""

    engine: oms.Oms = field(default_factory=oms.Oms)
    text: list[str] = field(default_factory=list)
    seed: int = 20_261_127
    commands_sent: int = 0
    buyers: int = 0
    told: dict[str, tuple[int, int]] = field(default_factory=dict)
    """How many pairs each channel was last told there are for it, and the version of that figure."""
    holding: list[Buyer] = field(default_factory=list)
    waiting: list[Buyer] = field(default_factory=list)
    granted: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    paid: int = 0
    overcommit: int = 0
    lost_answers: int = 0
    double_clicks: int = 0
    free_at_expiry: tuple[int, int] = (0, 0)

    def ten_minutes(self, start: int, crowd: int) -> None:
        """In each minute pairs are paid or their holds run out, the channels are told, and a crowd comes."""
        rows: dict[str, Counter[str]] = {channel: Counter() for channel in CHANNELS}
        first: dict[str, tuple[int, int]] = {}
        for minute in range(start, start + 10):
            if minute == clock(10, 10):
                self.free_at_expiry = self.stock(minute - 1, 59).promiseable, self.stock(minute).promiseable
            ended = [buyer for buyer in self.holding if buyer.until == minute]
            self.holding = [buyer for buyer in self.holding if buyer.until != minute]
            for buyer in ended:
                rows[buyer.channel]["paid" if buyer.pays else "ran out"] += 1
            self.pay(minute, [buyer for buyer in ended if buyer.pays])
            self.publish(minute)
            first = first or dict(self.told)
            self.ask(minute, crowd, rows)
        for channel, row in rows.items():
            when = f"{time(start):%H:%M}" if channel == "club" else ""
            last, version = self.told[channel]
            self.text.append(
                f"{when:5}  {channel:<7} {first[channel][0]:>6} {last:>5} {version:>8} {row['came']:>6}"
                f" {row['saw none']:>9} {row['refused']:>8} {row['held']:>5} {row['paid']:>5} {row['ran out']:>8}"
            )

    def pay(self, minute: int, buyers: list[Buyer]) -> None:
        """Held pairs become orders: placed, holding what the cart held, paid, reviewed, set aside where they lie."""
        actions: list[oms.Action] = []
        for buyer in buyers:
            order = f"order-{buyer.number}"
            draft = oms.OrderDraft(
                channel=buyer.channel,
                channel_order_id=order,
                placed_at=time(minute),
                customer=f"c-{buyer.number}",
                currency="EUR",
                ship_to=HAMBURG,
                lines=[oms.OrderDraftLine(id="1", sku="shoe", quantity=1, unit_price=PRICE)],
            )
            payment = oms.OrderPayment(id="1", kind="captured", amount=PRICE, at=time(minute))
            actions += [
                oms.PlaceOrder(order=order, draft=draft),
                oms.AdoptReservation(order=order, reservation=buyer.cart),
                oms.RecordPayment(order=order, payment=payment),
                oms.ReviewOrder(order=order),
                oms.AllocateOrder(order=order, strategy="priority"),
            ]
        answers = self.engine.execute_batch(self.commands(minute, actions))
        assert all(isinstance(answer, oms.AcceptedCommand) for answer in answers)
        self.paid += len(buyers)

    def publish(self, minute: int) -> None:
        """Tells the channels how many pairs there are for them.

        The engine says whom to tell, by a version that only grows; who would be told the same again is told nothing.
        """
        outcome = self.act(minute, oms.PublishStock(skus=["shoe"]))
        for event in outcome.events:
            match event:
                case oms.ChannelStockRecord(event=oms.ChannelStockPublished() as told):
                    self.told[told.channel] = told.value, told.version
        for explanation in outcome.explanations:
            if isinstance(explanation, oms.PublicationExplained):
                self.overcommit = max(self.overcommit, explanation.publication.overcommit)

    def ask(self, minute: int, crowd: int, rows: dict[str, Counter[str]]) -> None:
        """Buyers come, and each channel lets in no more of them than it was told there are pairs.

        Who is let in asks for a hold of ten minutes, all of a minute in one batch.
        """
        room = {channel: pairs for channel, (pairs, _) in self.told.items()}
        asking: list[Buyer] = []
        for _ in range(crowd):
            buyer = self.next_buyer(minute)
            rows[buyer.channel]["came"] += 1
            if room[buyer.channel] > 0:
                room[buyer.channel] -= 1
                asking.append(buyer)
            else:
                rows[buyer.channel]["saw none"] += 1
                self.waiting.append(buyer)
        commands = self.commands(minute, [buyer.hold("cart", minute + 10) for buyer in asking])
        answers = self.engine.execute_batch(commands)
        for buyer, command, answer in zip(asking, commands, answers, strict=True):
            if self.is_granted(answer):
                rows[buyer.channel]["held"] += 1
                self.mishap(minute, buyer, command, answer)
                self.holding.append(buyer)
            else:
                rows[buyer.channel]["refused"] += 1
                self.waiting.append(buyer)

    def mishap(self, minute: int, buyer: Buyer, command: oms.Command, answer: oms.CommandResult) -> None:
        """What goes wrong in every shop, and changes nothing."""
        match buyer.mishap:
            case 0:  # The answer gets lost. The same command again gets it again.
                assert self.engine.execute_batch([command]) == [answer]
                self.lost_answers += 1
            case 1 | 2:  # A double click is a new command for the same cart, which has its pair already.
                assert self.act(minute, buyer.hold("cart", minute + 10)).events == []
                self.double_clicks += 1
            case 3 if buyer.channel != "club":  # The same customer with another cart is refused.
                again = self.commands(minute, [buyer.hold("second-cart", minute + 10)])
                assert not self.is_granted(self.engine.execute_batch(again)[0])

    def next_buyer(self, minute: int) -> Buyer:
        """Whoever comes next: where, whether to pay and when, and what goes wrong."""
        self.buyers += 1
        percent = self.below(100)
        channel = list(CHANNELS)[sum(percent >= end for end in (15, 40, 60))]
        pays = self.below(10) < 7
        thinks = 2 + self.below(8)
        return Buyer(self.buyers, channel, pays, minute + (thinks if pays else 10), self.below(20))

    def below(self, end: int) -> int:
        """Chance of plain integers, the same in every language.

        A linear congruential generator with the constants of *Numerical Recipes*.
        """
        self.seed = (self.seed * 1_664_525 + 1_013_904_223) % 2**32
        return (self.seed >> 8) % end

    def commands(self, minute: int, actions: Iterable[oms.Action]) -> list[oms.Command]:
        """Commands of the actions, each with an id of its own."""
        commands = []
        for action in actions:
            self.commands_sent += 1
            commands.append(oms.Command(id=f"c-{self.commands_sent}", tenant="acme", at=time(minute), action=action))
        return commands

    def act(self, minute: int, action: oms.Action) -> oms.Outcome:
        """One command that must not be refused."""
        return self.engine.execute(self.commands(minute, [action])[0])

    def is_granted(self, answer: oms.CommandResult) -> bool:
        """Whether a hold or promise was granted; counts it, or the code by which it was refused."""
        if isinstance(answer, oms.RefusedCommand):
            self.refused[answer.error.code] += 1
            return False
        self.granted += 1
        return True

    def stock(self, minute: int, second: int = 0) -> oms.Availability:
        """What there is of the shoe at an instant."""
        return self.engine.availability("acme", ["shoe"], time(minute, second))[0]


def prepare(sale: Sale) -> None:
    channels = [oms.ChannelPolicy(channel=channel, sharing=sharing) for channel, sharing in CHANNELS.items()]
    for action in (
        oms.PutSku(sku=oms.Sku(id="shoe", max_per_customer=1)),
        oms.PutNode(node=oms.Node(id="berlin")),
        oms.PutNode(node=oms.Node(id="munich")),
        oms.ReceiveStock(sku="shoe", node="berlin", quantity=700),
        oms.ReceiveStock(sku="shoe", node="munich", quantity=300),
        oms.AllocateQuota(sku="shoe", part=oms.QuotaPart(group=["club"], node="berlin", quantity=200)),
        oms.PutPublicationPolicy(policy=oms.PublicationPolicy(channels=channels)),
        expect_receipt(clock(12, 0)),
    ):
        sale.act(clock(9, 0), action)
    sale.text.append(
        """\
A flash sale: 1,000 pairs of one shoe, one for each customer, held for ten minutes.
Berlin has 700 of them, 200 fenced for the club; Munich has 300. What channels are told:
  club    exclusive: its quota of 200, and nothing else
  market  percentage: 25 % of what no quota fences
  app     weighted: what the percentages leave, at most 150
  shop    full: all that no quota fences

       channel  first  last  version   came  saw none  refused  held  paid  ran out"""
    )


def promise_late_pairs(sale: Sale) -> list[Buyer]:
    """Who left without a pair asks for one of the receipt. It promises what it brings, and not one more."""
    asking = sale.waiting[:200]
    actions = [promise_pair(buyer, clock((13, 14, 16)[sale.below(3)], 0)) for buyer in asking]
    answers = sale.engine.execute_batch(sale.commands(clock(10, 40), actions))
    promised = [buyer for buyer, answer in zip(asking, answers, strict=True) if sale.is_granted(answer)]
    sale.text.append(
        f"""
10:40  {len(sale.waiting):,} left without a pair. A receipt of 150 is expected at 12:00; of the first
       200 of them, {len(promised)} are promised a pair of it, {200 - len(promised)} are refused."""
    )
    return promised


def hear_of_the_delay(sale: Sale, promised: list[Buyer]) -> list[Buyer]:
    """The receipt is late. The engine names the promises that breaks, by how much, and the date to offer instead."""
    now = clock(11, 30)
    [explained] = sale.act(now, expect_receipt(clock(15, 0))).explanations
    assert isinstance(explained, oms.BrokenPromisesExplained)
    broken = {standing.promise: (at, standing) for at, standing in enumerate(explained.broken)}
    alike = Counter(
        f"for {standing.due:%H:%M} have a slack of {(standing.slack_seconds or 0) // 3600} h; the engine proposes"
        f" {standing.proposed:%H:%M}."
        for standing in explained.broken
    )
    kept = len(promised) - len(broken)
    sale.text.append(f"11:30  The receipt slips to 15:00. That breaks {len(broken)} promises, and {kept} hold:")
    sale.text += [f"       {count} {what}" for what, count in sorted(alike.items())]
    # Who can have a pair in time gets one that came free. Of the others every third gives up, the rest take the new
    # date: the same promise, made anew.
    waiting: list[Buyer] = []
    in_time: list[Buyer] = []
    gave_up = 0
    for buyer in promised:
        release = oms.ReleasePromise(sku="shoe", node="munich", promise=buyer.cart)
        match broken.get(buyer.cart):
            case None:
                waiting.append(buyer)
            case (_, standing) if standing.proposed == standing.due:
                sale.act(now, release)
                item = oms.WantedUnits(sku="shoe", node="munich", quantity=1)
                sale.act(now, oms.ReserveStock(reservation=buyer.cart, items=[item]))
                in_time.append(buyer)
            case (at, _) if at % 3 == 0:
                sale.act(now, release)
                gave_up += 1
            case _:
                sale.act(now, promise_pair(buyer, clock(15, 0)))
                waiting.append(buyer)
    sale.pay(now, in_time)
    later = len(waiting) - kept
    sale.text.append(
        f"       {len(in_time)} get a pair in time that came free, {later} take the new date, {gave_up} give up."
    )
    return waiting


def receive_late_pairs(sale: Sale, promised: list[Buyer]) -> None:
    """What arrives is held for whom it was promised to, before any channel is told of it."""
    now = clock(15, 0)
    before = sale.stock(now).promiseable
    sale.act(now, oms.ReceiveStock(sku="shoe", node="munich", quantity=150, receipt="late"))
    free = sale.stock(now).promiseable - before
    sale.pay(now, promised)
    left, _ = sale.told["club"]
    part = oms.QuotaPart(group=["club"], node="berlin", quantity=left)
    sale.act(now, oms.UnallocateQuota(sku="shoe", part=part))
    sale.text.append(
        f"""\
15:00  The 150 arrive: {len(promised)} are held for whom they were promised to, who pay; {free} are
       free. So are {left} that the club left of its quota.
"""
    )


def prove(sale: Sale) -> None:
    """The books at the end of the day, and why they balance."""
    nodes = sale.stock(clock(15, 20)).nodes
    audit = sale.engine.audit()
    before, at = sale.free_at_expiry
    wishes = sale.granted + sale.refused.total()
    sale.text.append(
        f"""
Why nobody was oversold
  told     channels together were told of up to {sale.overcommit} pairs more than there were, but
           only a hold or a promise gives a claim, and each is checked where the pairs lie:
  asked    {wishes:,} times, of which {sale.granted:,} were granted and the others refused by code:"""
    )
    sale.text += [f"           {times:>5} {code}" for code, times in sorted(sale.refused.items())]
    sale.text.append(
        f"""\
  repeats  {sale.lost_answers} lost answers were given again, {sale.double_clicks} double clicks made no event
  expiry   {before} pairs were free at 10:09:59, {at} at 10:10:00: no job has to sweep them up
  orders   {sale.paid:,} paid, {sum(node.cell.allocated for node in nodes):,} pairs set aside for them"""
    )
    for node in nodes:
        cell = node.cell
        sale.text.append(
            f"  {node.node}   {cell.on_hand} on hand = {cell.allocated} sold + {cell.held} held + {node.free} free"
        )
    errors = len(audit.findings)
    sale.text.append(f"  audit    {sale.commands_sent:,} commands, {audit.entries:,} events, {errors} errors")


def promise_pair(buyer: Buyer, due: int) -> oms.Action:
    return oms.PromiseStock(sku="shoe", node="munich", promise=buyer.cart, quantity=1, due=time(due), receipt="late")


def expect_receipt(eta: int) -> oms.Action:
    plan = oms.ReceiptPlan(kind="purchase", quantity=150, eta=time(eta))
    return oms.ExpectStock(sku="shoe", node="munich", receipt="late", plan=plan)


def clock(hour: int, minute: int) -> int:
    """Minutes since midnight."""
    return 60 * hour + minute


def time(minute: int, second: int = 0) -> datetime:
    return MIDNIGHT + timedelta(minutes=minute, seconds=second)


if __name__ == "__main__":
    main()
