"""One engine, many threads: every command once, and no thread holds up the interpreter."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import oms_core as oms
from support import AT, draft, receive, stocked

THREADS = 8
COMMANDS = 50


def test_eight_threads_share_an_engine() -> None:
    engine = stocked(units=0)

    def work(thread: int) -> int:
        for number in range(COMMANDS):
            engine.execute(receive(f"t{thread}-{number}", quantity=1))
            # Another thread may be first with this one; then the answer is the same.
            engine.execute(receive(f"shared-{number}", quantity=1))
        return thread

    with ThreadPoolExecutor(THREADS) as pool:
        assert sorted(pool.map(work, range(THREADS))) == list(range(THREADS))
    (found,) = engine.availability("acme", ["mug"], AT)
    assert found.promiseable == THREADS * COMMANDS + COMMANDS
    assert engine.audit().findings == []


def test_eight_threads_never_sell_more_than_there_is() -> None:
    engine = stocked(units=20)

    def buy(number: int) -> bool:
        at = AT.isoformat()
        actions: list[oms.Action] = [
            oms.PlaceOrder(order=f"o{number}", draft=draft(str(number), quantity=1)),
            oms.ReviewOrder(order=f"o{number}"),
            oms.AllocateOrder(order=f"o{number}", strategy="priority"),
        ]
        try:
            for step, action in enumerate(actions):
                engine.execute({"id": f"{number}-{step}", "tenant": "acme", "at": at, "action": action})
        except oms.RefusedError:
            return False
        view = engine.order("acme", f"o{number}")
        return view is not None and view.status == "allocated"

    with ThreadPoolExecutor(THREADS) as pool:
        bought = list(pool.map(buy, range(60)))
    assert sum(bought) == 20
    assert engine.audit().findings == []


def test_the_interpreter_runs_on_while_the_engine_works() -> None:
    journal = b"".join(_long_journal())
    done = threading.Event()
    ticks: list[float] = []

    def tick() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    start = time.perf_counter()
    oms.Oms.from_journal(journal)
    end = time.perf_counter()
    done.set()
    ticker.join()
    during = [tick for tick in ticks if start < tick < end]
    # Were the interpreter held, no tick at all could fall into the one long call.
    assert len(during) >= 3, f"{len(during)} ticks in {end - start:.3f} s"


def _long_journal() -> list[bytes]:
    """Enough entries that folding them takes a while on any machine."""
    (line,) = [line + b"\n" for line in stocked(units=1).journal().splitlines() if b"received" in line]
    return [line] * 30_000
