"""Every example runs to its end without a warning and says what its readers are promised."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import oms_core as oms
from sqlite_store import AsyncSqliteStore, SqliteStore, stock, story

HERE = Path(__file__).resolve().parent


def run(name: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-W", "error", str(HERE / name), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_quickstart_tells_the_life_of_an_order() -> None:
    said = run("quickstart.py")
    states = [line.split(",")[0] for line in said if " EUR, " in line]
    assert states == [
        "placed: awaiting_payment",
        "paid and reviewed: approved",
        "released to the warehouse: released",
        "shipped: shipped",
        "tracked: delivered",
    ]
    assert "  berlin ships 2 for 4.50 EUR" in said
    assert "        web | EUR | 1 | 25.00 EUR | 4.50 EUR | 14.30 EUR" in said
    assert said[-2].endswith(" 0 findings")
    assert said[-1] == "replayed to the same state: True"


def test_the_flash_sale_tells_the_same_story_as_its_siblings() -> None:
    text = (HERE.parent / "flash_sale.txt").read_text(encoding="utf-8")
    assert run("flash_sale.py") == text.splitlines()


def test_the_sqlite_store_survives_a_collision_and_a_lost_answer(tmp_path: Path) -> None:
    for arguments in ([], [str(tmp_path / "oms.db")]):
        said = run("sqlite_store.py", *arguments)
        assert said[0].endswith(" 0 failures")
        assert "crash: the connection broke after the commit" in said
        assert "collisions, each decided again on what is there now: 1" in said
        assert said[-1] == "mugs left to sell: 1; audit findings: 0"


def test_the_sqlite_store_keeps_the_contract() -> None:
    async def make() -> AsyncSqliteStore:
        return AsyncSqliteStore(SqliteStore())

    assert oms.check_store(SqliteStore) == []
    assert asyncio.run(oms.check_store_async(make)) == []


def test_the_sqlite_store_remembers_across_connections(tmp_path: Path) -> None:
    file = str(tmp_path / "oms.db")
    first = SqliteStore(file)
    oms.drive(first, [*stock(), *story("1")])
    state = oms.OmsOver(first).replica().state_hash()
    first.close()
    second = SqliteStore(file)
    assert oms.OmsOver(second).replica().state_hash() == state
    second.close()


def test_the_heuristics_notebook_compares_and_refuses() -> None:
    said = run("benchmark_heuristic.py")
    assert said[0].startswith("4 instances; shipped: priority, nearest")
    assert sum("cheapest_whole" in line for line in said) >= 4
    ample = next(line for line in said if line.startswith("ample-500-1:"))
    assert ample.endswith(", 0.00 of it for unfilled units")
    assert said[-1].startswith("dreamer is refused: allocation.infeasible_solution, allocation.over_")
