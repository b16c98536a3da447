"""Models are values: equal by content, immutable, picklable, and the wire form byte for byte."""

from __future__ import annotations

import copy
import pickle
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import msgspec
import oms_core as oms
import pytest
from support import AT, WORKSPACE, draft, euros, stocked

PLACE = oms.Command(id="c1", tenant="acme", at=AT, action=oms.PlaceOrder(order="o1", draft=draft()))


def test_every_definition_of_the_schema_is_exported() -> None:
    schema = msgspec.json.decode(oms.schema())
    assert set(schema["$defs"]) <= set(oms.__all__)
    assert len(oms.__all__) == len(set(oms.__all__))
    assert (WORKSPACE / "bindings/schema/oms.schema.json").read_text(encoding="utf-8") == oms.schema()


def test_every_exported_name_exists() -> None:
    assert [name for name in oms.__all__ if not hasattr(oms, name)] == []


def test_values_compare_print_copy_and_pickle() -> None:
    assert PLACE == oms.Command.from_json(PLACE.to_json())
    assert PLACE != msgspec.structs.replace(PLACE, id="c2")
    assert copy.copy(PLACE) == PLACE
    assert copy.deepcopy(PLACE) == PLACE
    assert pickle.loads(pickle.dumps(PLACE)) == PLACE
    assert repr(euros("1.50")) == "Money(amount=Decimal('1.50'), currency='EUR')"
    assert hash(euros("1.50")) == hash(euros("1.50"))


def test_values_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        PLACE.id = "c2"  # type: ignore[misc]


def test_an_engine_copies_and_pickles_with_its_state() -> None:
    engine = stocked()
    for other in (pickle.loads(pickle.dumps(engine)), copy.copy(engine), copy.deepcopy(engine)):
        assert other.state_hash() == engine.state_hash()
        assert repr(other) == repr(engine)


def test_the_wire_is_camel_case_with_the_tag_first_and_without_what_is_absent() -> None:
    action = oms.CancelOrder(order="o1", lines=[oms.LineQuantity(line="1", quantity=1)])
    assert action.to_json() == (b'{"type":"cancel_order","order":"o1","lines":[{"line":"1","quantity":1}],"reason":""}')
    assert oms.CancelOrder(order="o1").to_dict() == {"type": "cancel_order", "order": "o1", "reason": ""}
    assert oms.AskJournal(from_=3, limit=5).to_dict() == {"type": "journal", "from": 3, "limit": 5}


def test_amounts_are_decimals_and_instants_are_aware() -> None:
    engine = stocked()
    engine.execute(PLACE)
    view = engine.order("acme", "o1")
    assert view is not None
    assert view.total.amount == Decimal("25.00")
    assert str(view.total.amount) == "25.00"
    assert view.order.placed_at == AT
    assert view.order.placed_at.tzinfo is not None


def test_an_instant_of_another_zone_is_the_same_instant() -> None:
    there = datetime(2026, 11, 11, 8, tzinfo=timezone(timedelta(hours=8)))
    one, other = oms.Oms(), oms.Oms()
    one.execute(PLACE)
    other.execute(msgspec.structs.replace(PLACE, at=there))
    assert one.state_hash() == other.state_hash()


def test_models_dictionaries_text_and_bytes_say_the_same() -> None:
    hashes = set()
    for form in (PLACE, PLACE.to_dict(), PLACE.to_json(), PLACE.to_json().decode()):
        engine = oms.Oms()
        assert engine.execute(form).command == "c1"
        hashes.add(engine.state_hash())
    assert len(hashes) == 1


def test_the_answer_of_a_journal_is_its_lines_byte_for_byte() -> None:
    engine = stocked()
    engine.execute(PLACE)
    lines = engine.journal().splitlines()
    entries = [oms.JournalEntry.from_json(line) for line in lines]
    assert [entry.to_json() for entry in entries] == lines
