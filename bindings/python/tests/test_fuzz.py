"""Any JSON, any bytes: an answer or an `OmsError`, never anything else."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from typing import Any

import oms_core as oms
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import AT, WORKSPACE, draft, receive, stocked

# The same examples on every run and every machine, and no files left behind.
QUIET = settings(database=None, derandomize=True, deadline=None)

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=True)
    | st.text(st.characters(exclude_categories=()))
    | st.sampled_from(["1.00", "EUR", "mug", "berlin", "2026-11-11T00:00:00Z", "-1", "9" * 40])
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)

SEEDS: list[Any] = [
    receive("c1"),
    oms.Command(id="c2", tenant="acme", at=AT, action=oms.PlaceOrder(order="o1", draft=draft())).to_dict(),
    oms.Command(id="c3", tenant="acme", at=AT, action=oms.AllocateOrder(order="o1", strategy="nearest")).to_dict(),
    oms.AskAvailability(tenant="acme", skus=["mug"], at=AT).to_dict(),
    oms.AskJournal(from_=0, limit=5).to_dict(),
    oms.AskReport(
        tenant="acme",
        query=oms.ReportQuery(over="orders", measures=[oms.FigureMeasure(figure="orders")]),
    ).to_dict(),
]


@st.composite
def bent(draw: st.DrawFn) -> Any:
    """A good message with one part replaced by anything."""
    message = json.loads(json.dumps(draw(st.sampled_from(SEEDS))))
    at: Any = message
    while True:
        key = draw(st.sampled_from(sorted(at)) if isinstance(at, dict) else st.sampled_from(range(len(at))))
        if isinstance(at[key], (dict, list)) and at[key] and draw(st.booleans()):
            at = at[key]
            continue
        at[key] = draw(anything)
        return message


def answers_or_refuses(engine: oms.Oms, value: Any) -> None:
    for act in (engine.execute, engine.query, lambda value: engine.execute_batch([value])):
        try:
            act(value)
        except oms.OmsError as error:
            assert error.code
            assert str(error)


@settings(QUIET, max_examples=150)
@given(anything | bent())
def test_any_value_is_answered_or_refused(value: Any) -> None:
    engine = stocked()
    answers_or_refuses(engine, value)
    assert engine.audit().findings == []


@settings(QUIET, max_examples=150)
@given(st.binary() | st.text(st.characters(exclude_categories=())) | bent().map(json.dumps))
def test_any_text_is_answered_or_refused(text: Any) -> None:
    answers_or_refuses(stocked(), text)
    for act in (oms.Oms.from_journal, oms.replay_hash, lambda text: oms.allocate(text, "nearest")):
        try:
            act(text)
        except oms.OmsError as error:
            assert error.code


@settings(QUIET, max_examples=100)
@given(st.lists(bent(), max_size=5))
def test_any_run_over_any_snapshot_ends(values: list[Any]) -> None:
    try:
        run = oms.Run(values)
        step = run.start()
        for _ in range(20):
            if isinstance(step, oms.DoneStep):
                break
            step = run.resume({"commands": [], "documents": [], "cells": [], "expired": []})
        assert isinstance(step, oms.DoneStep)
        assert len(step.results) == len(values)
    except oms.OmsError as error:
        assert error.code


STORIES = sorted((WORKSPACE / "tests/vectors/stories").glob("*.json"))
COPIES = int(os.environ.get("OMS_FUZZ_ROUNDS", "2"))
ODD: list[Any] = [None, True, 0, -1, 1.5, 2**53, 2**64, -(2**63), 1e308, float("nan"), "", "x" * 300, "\0😀", "\ud800", [], {}]
ODD += ["-0.01", "9" * 40, "1970-01-01T00:00:00Z", {"amount": "-1", "currency": "JPY"}, b"\xff", object(), {1: 2}, AT]


def wounded(value: Any, chance: random.Random) -> Any:
    """A copy with one place replaced, removed or doubled."""
    if not isinstance(value, (dict, list)) or not value or chance.randrange(6) == 0:
        return chance.choice(ODD)
    copy: Any = value.copy()
    key = chance.choice(list(copy) if isinstance(copy, dict) else range(len(copy)))
    how = chance.randrange(8)
    if how == 0:
        del copy[key]
    elif how == 1 and isinstance(copy, list):
        copy.append(copy[key])
    elif how == 1:
        copy[f"{key}x"] = copy[key]
    else:
        copy[key] = wounded(copy[key], chance)
    return copy


def asks(engine: oms.Oms, step: dict[str, Any]) -> tuple[Any, Callable[[Any], object]]:
    """What a step of a story asks, and of whom."""
    ways: dict[str, Callable[[Any], object]] = {
        "command": engine.execute,
        "commands": engine.execute_batch,
        "query": engine.query,
        "calculation": oms.calculate,
        "text": engine.execute,
    }
    name = next(name for name in ways if name in step)
    return step[name], ways[name]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_message_of_a_story_with_wounds_is_answered_or_refused(path: Any) -> None:
    chance = random.Random(path.stem)
    engine = oms.Oms()
    answered = refused = 0
    steps = json.loads(path.read_text("utf-8"))["steps"]
    for step in steps:
        message, ask = asks(engine, step)
        for value in [wounded(message, chance) for _ in range(COPIES)] + [message]:
            try:
                ask(value)
                answered += 1
            except oms.OmsError as error:
                refused += 1
                assert error.code
                assert not isinstance(error, oms.InternalError), value
    assert answered or all(step["type"] == "malformed" for step in steps)
    assert refused
    assert engine.audit().findings == []
    assert oms.replay_hash(engine.journal()) == engine.state_hash()
