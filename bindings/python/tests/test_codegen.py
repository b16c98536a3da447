"""The generator: the same schema gives the same bytes, and shapes it does not know are refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from support import WORKSPACE

PACKAGE = WORKSPACE / "bindings/python"


def generate(schema: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PACKAGE / "codegen.py"), str(schema), str(out)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def of_definitions(tmp_path: Path, definitions: dict[str, Any]) -> Path:
    file = tmp_path / "schema.json"
    file.write_text(json.dumps({"$defs": definitions}), encoding="utf-8")
    return file


def test_the_committed_models_are_what_the_schema_gives(tmp_path: Path) -> None:
    for name in ("first.py", "second.py"):
        assert generate(WORKSPACE / "bindings/schema/oms.schema.json", tmp_path / name).returncode == 0
    first = (tmp_path / "first.py").read_bytes()
    assert first == (tmp_path / "second.py").read_bytes()
    assert first == (PACKAGE / "python/oms_core/models.py").read_bytes()


def test_an_unknown_shape_is_refused_by_name(tmp_path: Path) -> None:
    schema = of_definitions(tmp_path, {"Thing": {"type": "object", "properties": {"x": {"type": "number"}}}})
    done = generate(schema, tmp_path / "out.py")
    assert done.returncode != 0
    assert "number" in done.stderr
    assert not (tmp_path / "out.py").exists()


def test_names_and_texts_that_python_reserves_are_carried_over(tmp_path: Path) -> None:
    properties = {
        "from": {"type": "string"},
        "shipTo": {"type": "string", "default": 'a "quoted" \\ text'},
    }
    thing = {
        "type": "object",
        "description": 'Says """hello""" \\',
        "properties": properties,
        "required": ["from"],
    }
    done = generate(of_definitions(tmp_path, {"Thing": thing}), tmp_path / "made.py")
    assert done.returncode == 0, done.stderr
    scope: dict[str, Any] = {"__name__": "made"}
    exec((tmp_path / "made.py").read_text(encoding="utf-8"), scope)
    assert scope["Thing"].__doc__ == 'Says """hello""" \\'
    assert scope["Thing"](from_="x").to_dict() == {"from": "x", "shipTo": 'a "quoted" \\ text'}


def test_an_enumeration_that_the_core_leaves_out_is_left_out_by_the_model(tmp_path: Path) -> None:
    mode = {"type": "string", "enum": ["plain", "fancy"]}
    thing = {"type": "object", "properties": {"mode": {"$ref": "#/$defs/Mode", "x-omitted": "plain"}}}
    done = generate(of_definitions(tmp_path, {"Mode": mode, "Thing": thing}), tmp_path / "made.py")
    assert done.returncode == 0, done.stderr
    scope: dict[str, Any] = {"__name__": "made"}
    exec((tmp_path / "made.py").read_text(encoding="utf-8"), scope)
    assert scope["Thing"]().mode == "plain"
    assert scope["Thing"](mode="plain").to_dict() == {}
    assert scope["Thing"](mode="fancy").to_dict() == {"mode": "fancy"}


def test_an_enumeration_that_may_be_absent_has_to_say_how(tmp_path: Path) -> None:
    mode = {"type": "string", "enum": ["plain", "fancy"]}
    thing = {"type": "object", "properties": {"mode": {"$ref": "#/$defs/Mode"}}}
    done = generate(of_definitions(tmp_path, {"Mode": mode, "Thing": thing}), tmp_path / "made.py")
    assert done.returncode != 0
    assert "x-omitted" in done.stderr
