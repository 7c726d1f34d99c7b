"""Text that exists in both languages of the user interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One message, Vietnamese first; quotes from minutes inside it stay Vietnamese."""

    vi: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the wording in ``language``."""
        return self.vi if language == "vi" else self.en
