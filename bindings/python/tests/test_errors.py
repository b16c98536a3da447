"""Refusals: a class per kind, a code, and every offender with its place. Nothing changes, nothing crashes."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

import oms_core as oms
import pytest
from oms_core.errors import error_from_wire
from support import AT, command, draft, euros, receive, stocked


def place(engine: oms.Oms, action: Any) -> None:
    engine.execute(command("place", oms.PlaceOrder(order="o1", draft=draft())))
    engine.execute(command("c1", action))


def reuse_a_command(engine: oms.Oms) -> None:
    engine.execute(receive("s3", 11))


KINDS: list[tuple[Callable[[oms.Oms], Any], type[oms.OmsError], str, str]] = [
    (lambda oms_: oms_.execute(receive("c1", -1)), oms.InvalidError, "invalid", "input.invalid"),
    (
        lambda oms_: oms_.execute(command("c1", oms.ReviewOrder(order="o9"))),
        oms.NotFoundError,
        "not_found",
        "order.unknown",
    ),
    (
        lambda oms_: place(oms_, oms.ReleaseOrder(order="o1")),
        oms.RefusedError,
        "refused",
        "order.illegal_transition",
    ),
    (reuse_a_command, oms.ConflictError, "conflict", "command.id_reused"),
]


@pytest.mark.parametrize(("act", "error_class", "kind", "code"), KINDS, ids=[case[2] for case in KINDS])
def test_the_kind_picks_the_class(
    act: Callable[[oms.Oms], Any], error_class: type[oms.OmsError], kind: str, code: str
) -> None:
    with pytest.raises(error_class) as refused:
        act(stocked())
    assert type(refused.value) is error_class
    assert (refused.value.kind, refused.value.code) == (kind, code)
    assert refused.value.message == str(refused.value)


def test_kinds_that_no_command_reaches_have_their_class_and_unknown_ones_the_base() -> None:
    for kind, expected in (("store", oms.StoreError), ("internal", oms.InternalError), ("new", oms.OmsError)):
        error = error_from_wire(b'{"code":"a.b","kind":"%s","message":"why"}' % kind.encode())
        assert (type(error), error.kind, error.code, str(error)) == (expected, kind, "a.b", "why")


def test_errors_pickle_copy_and_print() -> None:
    with pytest.raises(oms.InvalidError) as refused:
        stocked().execute(receive("c1", -1))
    error = refused.value
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(other) is oms.InvalidError
        assert (other.code, str(other), other.problems) == (error.code, str(error), error.problems)
    assert "input.out_of_range" in repr(error)
    conflict = oms.StoreConflictError(oms.StoreConflict(commands=[oms.CommandKey(tenant="a", command="c")]))
    assert pickle.loads(pickle.dumps(conflict)).conflict == conflict.conflict
    assert isinstance(conflict, oms.ConflictError)


def test_every_offender_is_named_at_once_and_nothing_changes() -> None:
    engine = stocked()
    before = engine.state_hash()
    with pytest.raises(oms.InvalidError) as refused:
        engine.execute({**receive("c1", -1), "at": "yesterday", "wish": 1})
    assert [(problem.code, problem.path) for problem in refused.value.problems] == [
        ("input.out_of_range", "/action/quantity"),
        ("input.bad_format", "/at"),
        ("input.unknown_field", "/wish"),
    ]
    assert engine.state_hash() == before


def only_problem(act: Callable[[], Any]) -> oms.Problem:
    with pytest.raises(oms.InvalidError) as refused:
        act()
    assert refused.value.code == "input.invalid"
    (problem,) = refused.value.problems
    assert problem.message in str(refused.value)
    return problem


def with_price(amount: Any) -> dict[str, Any]:
    money = {"amount": amount, "currency": "EUR"}
    return command("c1", {"type": "put_sku", "sku": {"id": "mug", "price": money}})


def test_a_float_for_money_is_refused_with_what_to_write_instead() -> None:
    engine = oms.Oms()
    model = oms.Money(amount=19.99, currency="EUR")  # type: ignore[arg-type]
    for sku in (with_price(19.99), command("c1", oms.PutSku(sku=oms.Sku(id="mug", price=model)))):
        problem = only_problem(partial(engine.execute, sku))
        assert (problem.code, problem.path) == ("input.wrong_type", "/action/sku/price/amount")
        assert 'write Decimal("19.99") or "19.99" instead of the float 19.99' in problem.message


@pytest.mark.parametrize("amount", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused_even_where_nothing_may_stand(amount: float) -> None:
    problem = only_problem(lambda: oms.Oms().execute(with_price(amount)))
    assert (problem.code, problem.path) == ("input.wrong_type", "/action/sku/price/amount")
    sku = {"id": "mug", "category": amount}
    problem = only_problem(lambda: oms.Oms().execute(command("c1", {"type": "put_sku", "sku": sku})))
    assert problem.path == "/action/sku/category"


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("Infinity"), Decimal("sNaN")])
def test_a_decimal_that_is_no_number_is_refused(amount: Decimal) -> None:
    problem = only_problem(lambda: oms.Oms().execute(with_price(amount)))
    assert problem.path == "/action/sku/price/amount"


def test_an_exponent_is_refused_with_what_to_write_instead() -> None:
    problem = only_problem(lambda: oms.Oms().execute(with_price(Decimal("1E+2"))))
    assert problem.message == 'write Decimal("100") instead of Decimal("1E+2")'


def test_a_naive_datetime_is_refused_with_what_to_write_instead() -> None:
    naive = oms.Command(id="c1", tenant="acme", at=datetime(2026, 11, 11), action=oms.PutSku(sku=oms.Sku(id="mug")))
    problem = only_problem(lambda: oms.Oms().execute(naive))
    assert (problem.code, problem.path) == ("input.bad_format", "/at")
    assert "tzinfo=timezone.utc" in problem.message


@pytest.mark.parametrize("form", [lambda text: text, lambda text: {"id": text}, lambda text: [text]])
def test_half_a_surrogate_pair_is_refused(form: Callable[[str], Any]) -> None:
    problem = only_problem(lambda: oms.Oms().execute(form("\ud800")))
    assert problem.code == "input.malformed_json"


def test_half_a_surrogate_pair_in_a_plain_argument_is_refused() -> None:
    for act in (
        lambda: oms.Oms().review_held("\ud800", AT),
        lambda: oms.Oms().order("acme", "\ud800"),
        lambda: oms.allocate({}, "\udfff"),  # type: ignore[arg-type]
    ):
        assert only_problem(act).code == "input.malformed_json"


@pytest.mark.parametrize("value", [object(), {"id": object()}, {"id": {1 + 2j}}, [{"id": print}]])
def test_what_is_no_json_is_refused(value: Any) -> None:
    problem = only_problem(lambda: oms.Oms().execute(value))
    assert problem.code == "input.wrong_type"
    assert problem.message.startswith("the value is no JSON: ")


@pytest.mark.parametrize("id", [2**63, 2**64, 2**100, -(2**100), True, b"bytes", ("a",), {"a"}, None])
def test_what_is_no_text_is_refused_where_text_is_expected(id: Any) -> None:
    with pytest.raises(oms.InvalidError) as refused:
        odd: dict[Any, Any] = {**receive("c1"), "tenant": id, "by": 1.5, 7: 7}
        oms.Oms().execute(odd)
    problems = {problem.path: problem.code for problem in refused.value.problems}
    assert problems.keys() >= {"/by", "/7"}
    assert problems["/by"] == "input.wrong_type"
    assert isinstance(id, bytes) or problems["/tenant"] == "input.wrong_type"


def test_deep_nesting_is_refused() -> None:
    nested: Any = []
    for _ in range(100_000):
        nested = [nested]
    for value in (nested, "[" * 100_000, {"id": nested}):
        with pytest.raises(oms.InvalidError):
            oms.Oms().execute(value)
    while nested:
        nested = nested[0]


def test_ten_megabytes_in_a_field_are_refused_in_few_words() -> None:
    long = "x" * 10_000_000
    for value in (receive("c1", sku=long), command(long, {"type": "audit"}), long, f'{{"id": "{long}"}}'):
        with pytest.raises(oms.InvalidError) as refused:
            oms.Oms().execute(value)
        assert len(str(refused.value)) < 5_000


def test_a_wrong_python_type_is_a_type_error() -> None:
    with pytest.raises(TypeError):
        oms.Oms().review_held(5, AT)  # type: ignore[arg-type]


def test_a_bad_journal_is_refused_with_its_line() -> None:
    journal = stocked().journal()
    with pytest.raises(oms.InvalidError) as refused:
        oms.Oms.from_journal(journal + b'{"tenant": 1}\n')
    assert {problem.path.split("/")[1] for problem in refused.value.problems} == {"3"}


def test_a_second_cancel_and_an_expired_hold_are_refused() -> None:
    engine = stocked()
    engine.execute(command("c1", oms.PlaceOrder(order="o1", draft=draft())))
    engine.execute(command("c2", oms.CancelOrder(order="o1")))
    with pytest.raises(oms.OmsError) as refused:
        engine.execute(command("c3", oms.CancelOrder(order="o1")))
    assert refused.value.kind in ("refused", "invalid")


def test_currencies_are_not_mixed() -> None:
    mixed = oms.OrderDraftLine(
        id="2", sku="mug", quantity=1, unit_price=oms.Money(amount=Decimal("1.00"), currency="USD")
    )
    wire = draft().to_dict()
    wire["lines"].append(mixed.to_dict())
    with pytest.raises(oms.InvalidError) as refused:
        oms.Oms().execute(command("c1", {"type": "place_order", "order": "o1", "draft": wire}))
    assert any("/lines/1/unitPrice" in problem.path for problem in refused.value.problems)
    assert euros("1.00") != mixed.unit_price
