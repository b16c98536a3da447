"""What the documentation says is what happens."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys

import oms_core as oms
import oms_core.engine
import pytest
from support import WORKSPACE

README = WORKSPACE / "bindings/python/README.md"


def test_the_examples_in_docstrings_hold() -> None:
    outcome = doctest.testmod(oms_core.engine)
    assert outcome.attempted > 0
    assert outcome.failed == 0


def test_the_examples_in_the_readme_run(capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    scope: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, str(README), "exec"), scope)
    shown = re.findall(r"  # prints (.*)", "\n".join(blocks))
    assert capsys.readouterr().out.splitlines() == shown


def test_the_package_says_its_version_and_its_schema() -> None:
    def say(*arguments: str) -> str:
        command = [sys.executable, "-W", "error", "-m", "oms_core", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout

    assert say() == f"oms_core {oms.__version__}\n"
    assert say("--schema") == oms.schema() + "\n"
