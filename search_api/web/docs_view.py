"""The OpenAPI description laid out for a reader, without scripts from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    name: str
    where: str
    type: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    answers: tuple[tuple[str, str], ...]
    example: str


def operations_of(schema: Json) -> Iterator[Operation]:
    """Every operation, in the order of the routes."""
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            yield Operation(
                id=operation["operationId"],
                method=method,
                path=path,
                summary=operation.get("summary", ""),
                description=operation.get("description", ""),
                parameters=tuple(_parameter(p) for p in operation.get("parameters", ())),
                answers=tuple((status, answer["description"]) for status, answer in operation["responses"].items()),
                example=_example(operation, schema),
            )


def _parameter(parameter: Json) -> Parameter:
    return Parameter(
        name=parameter["name"],
        where=parameter["in"],
        type=_type(parameter["schema"]),
        description=parameter.get("description", ""),
    )


def _type(schema: Json) -> str:
    if "anyOf" in schema:
        return " | ".join(_type(each) for each in schema["anyOf"] if each.get("type") != "null")
    if "enum" in schema:
        return " | ".join(schema["enum"])
    if schema.get("type") == "array":
        return f"[{_type(schema['items'])}]"
    return str(schema.get("format") or schema.get("type", ""))


def _example(operation: Json, schema: Json) -> str:
    for status, answer in operation["responses"].items():
        reference = answer.get("content", {}).get("application/json", {}).get("schema", {}).get("$ref")
        if status.startswith("2") and reference:
            shape = schema["components"]["schemas"][reference.rsplit("/", 1)[1]]
            if "example" in shape:
                return json.dumps(shape["example"], ensure_ascii=False, indent=2)
    return ""
