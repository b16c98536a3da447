"""Pure decisions over figures that you give: no engine, no store."""

from __future__ import annotations

import msgspec

from oms_core import _oms_core
from oms_core._send import Loose, send
from oms_core.models import Calculated, Calculation

__all__ = ["calculate", "calculate_json"]

_answer = msgspec.json.Decoder(Calculated)


def calculate(calculation: Calculation | Loose) -> Calculated:
    """Makes a pure decision and gives the figures with their reasons.

    Raises
    ------
    InvalidError
        The figures make no sense; every problem is listed.
    """
    return _answer.decode(calculate_json(calculation))


def calculate_json(calculation: Calculation | Loose) -> bytes:
    """`calculate`, with the answer as JSON."""
    return send(_oms_core.calculate, calculation)
