"""What every generated model is."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

M = TypeVar("M", bound="Model")


class Model(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    rename="camel",
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """An immutable value with snake_case attributes, whose JSON is the wire form.

    Values compare by content, pickle, copy and print as the expression that makes them. Use
    ``msgspec.structs.replace(value, name=...)`` for a changed copy.
    """

    @classmethod
    def from_json(cls: type[M], text: bytes | str) -> M:
        """The value that a JSON text of the wire means."""
        return msgspec.json.decode(text, type=cls)

    @classmethod
    def from_dict(cls: type[M], fields: dict[str, Any]) -> M:
        """The value that a dictionary of the wire means: camelCase keys, decimals and instants as strings."""
        return msgspec.convert(fields, type=cls)

    def to_json(self) -> bytes:
        """The value as JSON of the wire."""
        return msgspec.json.encode(self)

    def to_dict(self) -> dict[str, Any]:
        """The value as a dictionary of the wire: camelCase keys, decimals and instants as strings."""
        fields: dict[str, Any] = msgspec.to_builtins(self)
        return fields
