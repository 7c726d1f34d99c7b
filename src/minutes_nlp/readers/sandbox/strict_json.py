"""Frozen dataclasses to JSON and back, so that nothing but data can come out of a reader.

A reader may have been taken over by the file it read.  Unpickling what it sends could run
code; this decoder builds only the classes that the wanted type names, with exactly their
fields, each of its type, and refuses everything else.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def encode(value: Any) -> bytes:
    """Return a dataclass, or plain data, as JSON."""
    text = json.dumps(value, default=_fields, ensure_ascii=False, separators=(",", ":"))
    # Names of files may hold bytes that are no text.
    return text.encode("utf-8", "surrogatepass")


def decode(wanted: type[T], data: bytes) -> T:
    """Return the value of type ``wanted`` in ``data``.

    Known are str, bytes (in base 64), bool, int, float, None, enumerations, Literal, unions,
    tuples and dataclasses of these.

    Raises:
        ValueError: ``data`` is no JSON or holds anything else.
    """
    try:
        value = json.loads(data.decode("utf-8", "surrogatepass"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    result: T = _decoder(cast(Any, wanted))(value)
    return result


def _fields(value: Any) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} does not cross the border of the sandbox")


@cache
def _decoder(wanted: Any) -> Decoder:
    origin, arguments = get_origin(wanted), get_args(wanted)
    if is_dataclass(wanted) and isinstance(wanted, type):
        return _dataclass(wanted)
    if origin is tuple:
        return _tuple(arguments)
    if origin in (Union, UnionType):
        return _union([_decoder(argument) for argument in arguments])
    if origin is Literal:
        return _member(arguments)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return lambda value: wanted(value)
    if wanted is float:
        return _number
    if wanted is bytes:
        return _bytes
    if wanted in (str, bool, int, NoneType):
        return _exactly(wanted)
    raise TypeError(f"{wanted} does not cross the border of the sandbox")


def _exactly(wanted: type) -> Decoder:
    def convert(value: Any) -> Any:
        if type(value) is not wanted:
            raise ValueError(f"{wanted.__name__} expected")
        return value

    return convert


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise ValueError("a number expected")
    return float(value)


def _bytes(value: Any) -> bytes:
    return b64decode(_exactly(str)(value), validate=True)


def _member(known: tuple[Any, ...]) -> Decoder:
    def convert(value: Any) -> Any:
        for member in known:
            if type(member) is type(value) and member == value:
                return member
        raise ValueError("not a known word")

    return convert


def _union(decoders: list[Decoder]) -> Decoder:
    def convert(value: Any) -> Any:
        for decoder in decoders:
            try:
                return decoder(value)
            except ValueError:
                continue
        raise ValueError("of none of the types")

    return convert


def _tuple(arguments: tuple[Any, ...]) -> Decoder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        one = _decoder(arguments[0])
        return lambda value: tuple([one(item) for item in _list(value)])
    decoders = [_decoder(argument) for argument in arguments]

    def convert(value: Any) -> Any:
        if len(_list(value)) != len(decoders):
            raise ValueError("wrong length")
        return tuple(decoder(item) for decoder, item in zip(decoders, value, strict=True))

    return convert


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise ValueError("a list expected")
    return value


def _dataclass(wanted: type) -> Decoder:
    hints = get_type_hints(wanted)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(wanted)}

    def convert(value: Any) -> Any:
        if type(value) is not dict or value.keys() != decoders.keys():
            raise ValueError(f"the fields of {wanted.__name__} expected")
        return wanted(**{name: decoder(value[name]) for name, decoder in decoders.items()})

    return convert
