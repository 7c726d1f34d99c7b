"""Base of the checks on the three characteristics of a meeting."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterable, Iterator
from typing import ClassVar, Final

from minutes_nlp.model.labels import Characteristic, Level
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.model.report import UndecidedInfo
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.catalogue import all_rules
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.missing import WHOLE_TEXT
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Verdict

LEVEL_NAMES: Final = {
    Level.PRESENT: Text("rõ", "clear"),
    Level.WEAK: Text("mờ nhạt, hình thức", "faint, for form's sake"),
    Level.ABSENT: Text("chưa thể hiện", "not shown"),
}


class UnclearLevel(Rule, ABC):
    """A characteristic is faint or not shown in the minutes."""

    claim = Claim.MISSING
    characteristic: ClassVar[Characteristic]
    quality_name: ClassVar[Text]
    signs: ClassVar[Text]
    """What would have shown it, for the words of the message."""

    def check(self, minutes: Minutes, thresholds: Thresholds) -> Iterator[Verdict]:
        """Yield a finding when the level is below clear, and surely so."""
        read = {quality.characteristic: quality for quality in minutes.qualities}
        quality = read.get(self.characteristic)
        if quality is None or quality.level is Level.PRESENT:
            return
        name, level = self.quality_name, LEVEL_NAMES[quality.level]
        unsure = self.doubt(minutes, thresholds)
        if unsure or quality.confidence < thresholds["confidence"]:
            yield self.undecided(
                Text(
                    f"{name.vi} trong biên bản có thể ở mức “{level.vi}”, nhưng chưa đủ chắc.",
                    f"{name.en} may be “{level.en}” in the minutes, but this is not certain.",
                )
            )
            return
        message = Text(
            f"{name.vi} trong biên bản: {level.vi}. Chưa thấy ghi {self.signs.vi}.",
            f"{name.en} in the minutes: {level.en}. Not recorded: {self.signs.en}.",
        )
        evidence = [sign.span for sign in quality.evidence]
        yield self.found(message, evidence, searched=WHOLE_TEXT)

    def doubt(self, minutes: Minutes, thresholds: Thresholds) -> bool:
        """Whether a paragraph read as something else may yet show it; by default none."""
        return False


def open_characteristics(undecided: Iterable[UndecidedInfo]) -> frozenset[Characteristic]:
    """Return the characteristics whose own check could not decide."""
    codes = {one.code for one in undecided}
    return frozenset(
        rule.characteristic
        for rule in all_rules()
        if isinstance(rule, UnclearLevel) and rule.code in codes
    )
