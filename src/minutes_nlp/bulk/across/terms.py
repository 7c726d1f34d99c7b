"""What decides, beside the minutes, what the checks over many of them say; kept in the store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from minutes_nlp.bulk.across.rules import across_rules
from minutes_nlp.bulk.roll import Cell, Roll
from minutes_nlp.model.language import Language
from minutes_nlp.settings import Settings


@dataclass(frozen=True, slots=True)
class Terms:
    """Settings and roll, as far as these checks go by them.

    Attributes:
        severities: of the checks that are wanted, by code.
        language: of messages.
        cells: of the roll.
        roll_digest: of the roll's file; ``None``: there is no roll.
    """

    severities: Mapping[str, str] = field(
        default_factory=lambda: {rule.code: rule.severity.value for rule in across_rules()}
    )
    language: Language = "vi"
    cells: tuple[Cell, ...] = ()
    roll_digest: str | None = None

    @classmethod
    def of(cls, settings: Settings, roll: Roll | None = None) -> Self:
        """Return what these settings and this roll say."""
        severities = {
            rule.code: settings.severities.get(rule.code, rule.severity).value
            for rule in across_rules()
            if _is_wanted(rule.code, settings)
        }
        cells, digest = (roll.cells, roll.digest) if roll else ((), None)
        return cls(severities, settings.language, cells, digest)

    @property
    def roll(self) -> Roll | None:
        """The roll, if there is one."""
        if self.roll_digest is None:
            return None
        return Roll(dict(enumerate(self.cells)), self.roll_digest)

    def as_json(self) -> str:
        """Return what :meth:`from_json` makes the terms from again."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the terms that were written.

        Raises:
            ValueError, KeyError, TypeError: it is nothing of the kind.
        """
        told: dict[str, Any] = json.loads(text)
        cells = tuple(
            Cell(**cell | {"aliases": tuple(cell["aliases"])}) for cell in told.pop("cells")
        )
        return cls(**told, cells=cells)


def _is_wanted(code: str, settings: Settings) -> bool:
    selected = not settings.select or code.startswith(settings.select)
    return selected and not code.startswith(settings.ignore)
