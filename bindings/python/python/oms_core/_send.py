"""From Python values to JSON for the core, and from its complaints back to what the caller wrote."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

import msgspec

from oms_core._model import Model
from oms_core.errors import InvalidError
from oms_core.models import Problem

T = TypeVar("T")

#: JSON text.
Json: TypeAlias = bytes | str

#: What stands for a value of the wire beside its model: a dictionary in camelCase, or JSON text.
Loose: TypeAlias = Mapping[str, Any] | Json


def send(call: Callable[[bytes], T], value: Model | Sequence[Model | Mapping[str, Any]] | Loose) -> T:
    """Calls the core with a model, a dictionary, a list of these, or JSON text."""
    if isinstance(value, (bytes, str)):
        return call(_utf8(value))
    text = _encoded(value)
    try:
        return call(text)
    except InvalidError as error:
        raise _in_python_words(error, value) from None


def unicode(text: str) -> str:
    """The text, which must not hold half a surrogate pair."""
    if isinstance(text, str):
        _utf8(text)
    return text


def _utf8(text: Json) -> bytes:
    if isinstance(text, bytes):
        return text
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise _invalid("input.malformed_json", "", f"the text is no Unicode: {error.reason}") from None


def _encoded(value: object) -> bytes:
    try:
        text = msgspec.json.encode(value)
    except UnicodeEncodeError as error:
        raise _invalid("input.malformed_json", "", f"a text is no Unicode: {error.reason}") from None
    except RecursionError:
        raise _invalid("input.malformed_json", "", "the value is nested too deeply") from None
    except (TypeError, ValueError, OverflowError) as error:
        raise _invalid("input.wrong_type", "", f"the value is no JSON: {error}") from None
    # NaN and infinity have no JSON; msgspec writes null, which the core takes for an absent value.
    if b"null" in text:
        problems = [
            Problem(code="input.wrong_type", path=path, message=hint)
            for path, item in _leaves(_plain(value), "")
            if isinstance(item, float) and not math.isfinite(item) and (hint := _hint(item))
        ]
        if problems:
            raise _of_problems(problems)
    return text


def _in_python_words(error: InvalidError, value: object) -> InvalidError:
    """The same error, where the messages say what to write in Python instead of floats and naive datetimes."""
    if not error.problems:
        return error
    written = dict(_leaves(_plain(value), ""))
    problems = [
        msgspec.structs.replace(problem, message=_hint(written.get(problem.path)) or problem.message)
        for problem in error.problems
    ]
    return error if problems == list(error.problems) else _of_problems(problems, error.code)


def _hint(value: object) -> str | None:
    match value:
        case float():
            exact = f'Decimal("{value}") or "{value}"' if math.isfinite(value) else "a number that exists"
            return f"a float is not exact: write {exact} instead of the float {value}"
        case datetime.datetime() if value.tzinfo is None:
            return (
                "a datetime without a time zone is no instant: write datetime(..., tzinfo=timezone.utc) instead of "
                f"datetime.fromisoformat({value.isoformat()!r})"
            )
        case Decimal() if "E" in str(value) and value.is_finite():
            return f'write Decimal("{value:f}") instead of Decimal("{value}")'
        case _:
            return None


def _plain(value: object) -> Any:
    return msgspec.to_builtins(value, builtin_types=(datetime.datetime, Decimal))


def _leaves(value: object, path: str) -> Iterator[tuple[str, object]]:
    """Everything that contains nothing, with its JSON pointer."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _leaves(item, f"{path}/{str(name).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, (list, tuple)):
        for at, item in enumerate(value):
            yield from _leaves(item, f"{path}/{at}")
    else:
        yield path, value


def _invalid(code: str, path: str, message: str) -> InvalidError:
    return _of_problems([Problem(code=code, path=path, message=message)])


def _of_problems(problems: list[Problem], code: str = "input.invalid") -> InvalidError:
    text = "; ".join(f"{problem.path}: {problem.message}" if problem.path else problem.message for problem in problems)
    return InvalidError(code, text, problems)
