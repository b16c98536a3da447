"""The stories that Rust, Python and Node all run: same answers, same refusals, same state."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import oms_core as oms
import pytest
from support import WORKSPACE, compact

STORIES = sorted((WORKSPACE / "tests/vectors/stories").glob("*.json"))


def test_there_are_stories() -> None:
    assert STORIES


def round_trip(text: bytes, kind: Any) -> Any:
    """The JSON that the core wrote, which the models must give back byte for byte."""
    assert msgspec.json.encode(msgspec.json.decode(text, type=kind)) == text
    return json.loads(text)


def run_step(engine: oms.Oms, step: dict[str, Any]) -> None:
    match step["type"]:
        case "execute":
            answer = engine.execute_json(compact(step["command"]))
            assert round_trip(answer, oms.Outcome) == step["outcome"]
        case "batch":
            answer = engine.execute_batch_json(compact(step["commands"]))
            assert round_trip(answer, list[oms.CommandResult]) == step["results"]
        case "query":
            answer = engine.query_json(compact(step["query"]))
            assert round_trip(answer, oms.Answer) == step["answer"]
        case "calculate":
            answer = oms.calculate_json(compact(step["calculation"]))
            assert round_trip(answer, oms.Calculated) == step["answer"]
        case "refuse" | "refuse_query" | "refuse_calculation":
            with pytest.raises(oms.OmsError) as refused:
                match step["type"]:
                    case "refuse":
                        engine.execute_json(compact(step["command"]))
                    case "refuse_query":
                        engine.query_json(compact(step["query"]))
                    case _:
                        oms.calculate_json(compact(step["calculation"]))
            expected = step["error"]
            assert (refused.value.code, refused.value.kind) == (expected["code"], expected["kind"])
            assert [problem.path for problem in refused.value.problems] == expected["paths"]
        case "malformed":
            with pytest.raises(oms.InvalidError) as refused:
                engine.execute_json(step["text"])
            expected = step["error"]
            problems = [{"code": problem.code, "path": problem.path} for problem in refused.value.problems]
            assert (refused.value.code, refused.value.kind) == (expected["code"], expected["kind"])
            assert problems == expected["problems"]
        case other:
            pytest.fail(f"unknown step {other}")


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_story_goes_the_same_way_in_every_language(file: Path) -> None:
    story = json.loads(file.read_text(encoding="utf-8"))
    engine = oms.Oms()
    for step in story["steps"]:
        run_step(engine, step)
    assert engine.state_hash() == story["stateHash"]
    journal = engine.journal()
    assert oms.replay_hash(journal) == story["stateHash"]
    assert oms.Oms.from_journal(journal).state_hash() == story["stateHash"]
    for line in journal.splitlines():
        round_trip(line, oms.JournalEntry)


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_a_story_told_by_models_ends_in_the_same_state(file: Path) -> None:
    story = json.loads(file.read_text(encoding="utf-8"))
    engine = oms.Oms()
    for step in story["steps"]:
        if step["type"] == "execute":
            engine.execute(oms.Command.from_dict(step["command"]))
        elif step["type"] == "batch":
            engine.execute_batch([oms.Command.from_dict(command) for command in step["commands"]])
    assert engine.state_hash() == story["stateHash"]


def test_the_cases_of_the_storage_contract_are_the_published_ones() -> None:
    published = json.loads((WORKSPACE / "tests/vectors/store_contract.json").read_text(encoding="utf-8"))
    cases = oms.contract_cases()
    assert [case.to_dict() for case in cases] == published
    assert json.loads(msgspec.json.encode(cases)) == published
