"""Writes `oms_core/models.py` from the JSON Schema of the wire: `python codegen.py SCHEMA OUT`.

The schema is regular by construction, which keeps this short: every definition is a struct, a union of structs
tagged by `type`, an enumeration of strings, or a scalar. The same schema gives the same bytes.

How a field that may be absent is written follows what the core does with it. Without a `default` in the schema the
core leaves it out when it is empty, or, for an enumeration, when it has the value named by `x-omitted`: the model gives
it a default that `omit_defaults` omits. With a `default` the core always writes it, so the model makes the default by a
function, which `omit_defaults` leaves alone. That, and fields in the order of the Rust type, is why decoding and
encoding give the same bytes.
"""

from __future__ import annotations

import json
import keyword
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

Schema = dict[str, Any]

HEADER = '''\
"""Every type that crosses: what commands, queries, answers and documents are made of.

Generated from the JSON Schema of the core by `cargo xtask codegen`; do not edit. Constraints are not repeated here:
the core checks them, and reports every offender of an input at once.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

from oms_core._model import Model'''

SCALARS: dict[str | tuple[str, str], str] = {
    "boolean": "bool",
    "integer": "int",
    "string": "str",
    "null": "None",
    ("string", "date"): "datetime.date",
    ("string", "date-time"): "datetime.datetime",
    ("string", "decimal"): "Decimal",
}
EMPTY = {
    "boolean": "False",
    "integer": "0",
    "string": '""',
    "null": "None",
    "array": "list",
    "object": "dict",
}


class Unsupported(Exception):
    """The schema has a shape that this script does not know."""


def main() -> None:
    schema_file, out = map(Path, sys.argv[1:3])
    definitions = json.loads(schema_file.read_text(encoding="utf-8"))["$defs"]
    out.write_text(formatted(Writer(definitions).text()), encoding="utf-8")


def formatted(text: str) -> str:
    """The text as Ruff formats it; its version is pinned in `requirements-dev.txt`."""
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", "120", "-"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True, encoding="utf-8").stdout


class Writer:
    """Writes the definitions of one schema."""

    def __init__(self, definitions: dict[str, Schema]) -> None:
        self.definitions = definitions

    def text(self) -> str:
        structs, aliases, unions = [], [], []
        for name, definition in self.definitions.items():
            if "properties" in definition or definition.get("type") == "object":
                structs.append(self.struct(name, definition))
            elif any("$ref" in option for option in definition.get("oneOf", [])):
                unions.append(self.alias(name, definition, self.type_of(definition)))
            else:
                aliases.append(self.alias(name, definition, self.definition_type(definition)))
        names = "".join(f"    {json.dumps(name)},\n" for name in sorted(self.definitions))
        parts = [HEADER, f"__all__ = [\n{names}]\n", *aliases, *structs, *unions]
        return "\n\n".join(parts)

    def alias(self, name: str, definition: Schema, type_: str) -> str:
        return f"{name}: TypeAlias = {type_}\n{docstring(described(definition), '')}"

    def definition_type(self, definition: Schema) -> str:
        constants = enumerated(definition)
        if constants:
            return f"Literal[{', '.join(json.dumps(value) for value, _ in constants)}]"
        return self.type_of(definition)

    def struct(self, name: str, definition: Schema) -> str:
        properties = dict(definition.get("properties", {}))
        tag = properties.get("type", {}).get("const")
        if tag is not None:
            del properties["type"]
        tagged = f', tag_field="type", tag={json.dumps(tag)}' if tag is not None else ""
        required = set(definition.get("required", []))
        lines = [
            f"class {name}(Model, frozen=True, kw_only=True{tagged}):",
            docstring(described(definition), "    "),
        ]
        for wire_name, schema in properties.items():
            lines.append(self.field(wire_name, schema, required=wire_name in required))
        return "\n".join(lines) + "\n"

    def field(self, wire_name: str, schema: Schema, *, required: bool) -> str:
        attribute = snake(wire_name)
        options = []
        if not required:
            options.append(self.default(schema))
        if camel(attribute) != wire_name:
            options.append(f"name={json.dumps(wire_name)}")
        # The core leaves a struct out that says nothing but defaults; a model of it would be written.
        or_none = " | None" if not required and self.bare(schema) else ""
        line = f"    {attribute}: {self.type_of(schema)}{or_none}"
        match options:
            case []:
                pass
            case [one] if one.startswith("default="):
                line += f" = {one.removeprefix('default=')}"
            case _:
                line += f" = msgspec.field({', '.join(options)})"
        return f"{line}\n{docstring(described(schema), '    ')}"

    def default(self, schema: Schema) -> str:
        if "default" in schema:
            return f"default_factory=lambda: {self.literal(schema, schema['default'])}"
        if "x-omitted" in schema:
            return f"default={json.dumps(schema['x-omitted'])}"
        if enumerated(self.target(schema) if "$ref" in schema else schema):
            raise Unsupported(f"an enumeration that may be absent without `default` or `x-omitted`: {schema}")
        if self.bare(schema):
            return "default=None"
        empty = EMPTY[self.kind(schema)]
        return f"default_factory={empty}" if empty in ("list", "dict") else f"default={empty}"

    def bare(self, schema: Schema) -> bool:
        """Whether it is a struct that has no default of its own."""
        return "$ref" in schema and "default" not in schema and self.kind(schema) == "object"

    def kind(self, schema: Schema) -> str:
        """The JSON type of an absent value: `null` wherever that is allowed."""
        if "anyOf" in schema:
            return "null" if {"type": "null"} in schema["anyOf"] else "object"
        if "$ref" in schema:
            return self.kind(self.target(schema))
        if enumerated(schema):
            return "string"
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return "null" if "null" in kinds else kinds[0]

    def literal(self, schema: Schema, value: Any) -> str:
        """The Python expression of a default."""
        if "$ref" in schema:
            target = self.target(schema)
            if isinstance(value, dict) and "properties" in target:
                name = schema["$ref"].rpartition("/")[2]
                items = (f"{snake(key)}={self.literal(target['properties'][key], item)}" for key, item in value.items())
                return f"{name}({', '.join(items)})"
            return self.literal(target, value)
        for option in schema.get("oneOf", []):
            if isinstance(value, dict) and self.tagged(option, value.get("type")):
                return self.literal(option, {key: item for key, item in value.items() if key != "type"})
        if isinstance(value, list) and "items" in schema:
            return f"[{', '.join(self.literal(schema['items'], item) for item in value)}]"
        if isinstance(value, (dict, list)) and value:
            raise Unsupported(f"the default {value}")
        if value is None or isinstance(value, bool):
            return str(value)
        if self.type_of(schema) == "Decimal":
            return f"Decimal({json.dumps(value)})"
        return json.dumps(value, ensure_ascii=False)

    def tagged(self, option: Schema, tag: Any) -> bool:
        """Whether `option` is the variant of a tagged union that `tag` names."""
        properties = self.target(option).get("properties", {}) if "$ref" in option else {}
        return tag is not None and properties.get("type", {}).get("const") == tag

    def target(self, schema: Schema) -> Schema:
        return self.definitions[schema["$ref"].rpartition("/")[2]]

    def type_of(self, schema: Schema) -> str:
        if "$ref" in schema:
            return str(schema["$ref"].rpartition("/")[2])
        for union in ("oneOf", "anyOf"):
            if union in schema:
                return " | ".join(self.type_of(option) for option in schema[union])
        kinds = schema.get("type")
        if isinstance(kinds, list):
            return " | ".join(self.type_of({**schema, "type": kind}) for kind in kinds)
        if kinds == "array":
            return f"list[{self.type_of(schema['items'])}]"
        if kinds == "object" and isinstance(schema.get("additionalProperties"), dict):
            return f"dict[str, {self.type_of(schema['additionalProperties'])}]"
        scalar = SCALARS.get((str(kinds), schema.get("format", ""))) or SCALARS.get(str(kinds))
        if scalar is None:
            raise Unsupported(json.dumps(schema))
        return scalar


def enumerated(definition: Schema) -> list[tuple[str, str]]:
    """The values of an enumeration, each with its description."""
    values = [(value, "") for value in definition.get("enum", [])]
    for option in definition.get("oneOf", []):
        if "const" in option:
            values.append((option["const"], option.get("description", "")))
        values.extend((value, "") for value in option.get("enum", []))
    return values


def described(definition: Schema) -> str:
    """The description, with what each value of an enumeration means."""
    text = definition.get("description", "")
    meanings = [f"- `{value}`: {meaning}" for value, meaning in enumerated(definition) if meaning]
    return "\n".join([text, "", *meanings] if meanings else [text])


def docstring(text: str, indent: str) -> str:
    text = text.strip().replace("\\", "\\\\").replace('"""', '\\"""')
    if not text:
        return ""
    lines = [f"{indent}{line}".rstrip() for line in text.split("\n")]
    lines[0] = f'{indent}"""{text.split(chr(10))[0]}'
    if len(lines) == 1:
        return f'{lines[0]}"""\n'
    return "\n".join(lines) + f'\n{indent}"""\n'


def snake(name: str) -> str:
    """The attribute of a wire name; a keyword gets an underscore behind it."""
    attribute = re.sub(r"(?<=[a-z0-9])([A-Z])", lambda found: "_" + found[1].lower(), name)
    return attribute + "_" if keyword.iskeyword(attribute) else attribute


def camel(attribute: str) -> str:
    """The wire name that `rename="camel"` gives an attribute."""
    first, *others = attribute.split("_")
    return first + "".join(part.title() for part in others)


if __name__ == "__main__":
    main()
