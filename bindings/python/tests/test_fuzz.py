"""Any JSON, any bytes: an answer or an `OmsError`, never anything else."""

from __future__ import annotations

import json
from typing import Any

import oms_core as oms
from hypothesis import given, settings
from hypothesis import strategies as st
from support import AT, draft, receive, stocked

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
