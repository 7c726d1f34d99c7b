"""What recognition does to the checks: never an accusation from noise, never an all-clear.

A page of a scan whose quality is under the threshold of HT007 was not read.  What is missing from
the minutes could stand on it, so while there is such a page nothing is called missing, however
well the others were read; and nothing on it is used against the minutes.  On well-read pages
single words are still misread, so a finding holds only where the words it rests on are sure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from minutes_nlp.model.labels import Characteristic, Level, SectionLabel
from minutes_nlp.model.language import Text
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.model.recognition import PageReading, Recognition, WordReading
from minutes_nlp.rules.base import Rule
from minutes_nlp.rules.claims import Claim
from minutes_nlp.rules.thresholds import Thresholds
from minutes_nlp.rules.verdicts import Finding, Undecided, Verdict
from minutes_nlp.rules.well_read import unread_paragraphs, without

GATE_CODE: Final = "HT007"
"""The check whose thresholds say from what quality on a page counts as read."""

Check = Callable[[Minutes], Iterator[Verdict]]


@dataclass(frozen=True)
class Gate:
    """Whether and how far the findings of one document may stand.

    ``thresholds`` are those of HT007.
    """

    minutes: Minutes
    thresholds: Thresholds

    @property
    def poor_pages(self) -> tuple[PageReading, ...]:
        """The pages that were read too badly to judge what they say."""
        return self._recognition.poor_pages(self.thresholds["quality"])

    @property
    def open_levels(self) -> frozenset[Characteristic]:
        """The characteristics whose level cannot be told because of poor pages.

        "Clear" may be told from words that were read well; "faint" and "not shown" may not.
        """
        if not self.poor_pages:
            return frozenset()
        unclear = {
            quality.characteristic
            for minutes in (self.minutes, self._well_read)
            for quality in minutes.qualities
            if quality.level is not Level.PRESENT
        }
        return frozenset(unclear)

    def let_through(self, rule: Rule, check: Check) -> Iterator[Verdict]:
        """Yield what ``check`` says, as far as the recognition of the text bears it out.

        Args:
            rule: the check.
            check: runs it on the whole of the minutes, or on their well-read part.
        """
        said = list(check(self.minutes))
        if self.minutes.recognition is None or rule.claim is Claim.READING:
            yield from said
        elif self.poor_pages:
            yield from self._past_poor_pages(rule, said, check)
        else:
            for verdict in said:
                yield self._by_its_words(rule, verdict)

    def unread(self, rule: Rule) -> Undecided:
        """Return that a check is undecided because of pages that were not read."""
        numbers = ", ".join(str(page.number) for page in self.poor_pages)
        return Undecided(
            rule.code,
            Text(
                f"Bản quét đọc kém ở trang {numbers}: nội dung cần tìm có thể nằm ở đó, nên chưa "
                "nói được là có hay thiếu.",
                f"The scan could not be read well on page {numbers}: what is looked for may stand "
                "there, so it can be called neither missing nor there.",
            ),
        )

    def _past_poor_pages(self, rule: Rule, said: list[Verdict], check: Check) -> Iterator[Verdict]:
        on_good_pages = list(check(self._well_read))
        found = any(isinstance(verdict, Finding) for verdict in said)
        if rule.claim in (Claim.MISSING, Claim.UNFILLED) and not said and not on_good_pages:
            return  # what was looked for stands on a page that was read well
        kept = [v for v in on_good_pages if isinstance(v, Finding)]
        if rule.claim is Claim.STATED and found and kept:
            for verdict in kept:
                yield self._by_its_words(rule, verdict)
        else:
            yield self.unread(rule)

    def _by_its_words(self, rule: Rule, verdict: Verdict) -> Verdict:
        """Return the verdict, or that it is undecided because of words that were not read well."""
        if isinstance(verdict, Undecided):
            return verdict
        if rule.claim is Claim.CONTRADICTION:
            return Undecided(rule.code, _figures(verdict))
        if rule.claim is Claim.SIGNED:
            return Undecided(rule.code, _signed(verdict))
        unsure = self._unsure_words(verdict)
        if unsure:
            return Undecided(rule.code, _misread(verdict, unsure))
        if rule.claim is Claim.UNFILLED and self._unsure_formality:
            return Undecided(rule.code, _misread(verdict, self._unsure_formality))
        gap = None if rule.claim is Claim.STATED else self._gap
        if gap is not None:
            return Undecided(rule.code, _unseen(verdict, gap))
        return verdict

    def _unsure_words(self, finding: Finding) -> str | None:
        """Return quoted words that may be misread: a single figure, or a quote on the whole."""
        sure_figure = self.thresholds["figure_confidence"]
        sure_quote = self.thresholds["quote_confidence"]
        for span in finding.evidence:
            words = list(self._recognition.words_in(span.paragraph, span.start, span.end))
            text = self.minutes.paragraphs[span.paragraph].text
            for word in words:
                figure = text[word.start : word.end]
                if word.confidence < sure_figure and any(char.isdigit() for char in figure):
                    return figure
            if words and _mean(words) < sure_quote:
                return span.text
        return None

    @cached_property
    def _unsure_formality(self) -> str | None:
        """A word of the formal parts that was hardly read: what is missing may be it."""
        least = self.thresholds["quote_confidence"]
        for paragraph in self.minutes.paragraphs:
            if paragraph.section is SectionLabel.FORMALITIES:
                for word in self._recognition.words_of(paragraph.index):
                    if word.confidence < least:
                        return paragraph.text[word.start : word.end]
        return None

    @cached_property
    def _gap(self) -> Text | None:
        """Where the text of a page that was read may yet hold what is missing."""
        least = self.thresholds["ink_covered"]
        for page in self._recognition.pages:
            if page.quality is not None and (page.ink_covered or 0.0) < least:
                return Text(
                    f"trang {page.number} của bản quét còn chỗ có chữ mà máy bỏ sót",
                    f"some writing on page {page.number} of the scan was passed over",
                )
        return self._unsure_paragraph

    @property
    def _unsure_paragraph(self) -> Text | None:
        """The first paragraph that is hardly legible: what is missing may stand in it."""
        least = self.thresholds["paragraph_confidence"]
        for paragraph in self.minutes.paragraphs:
            words = self._recognition.words_of(paragraph.index)
            if len(words) >= _FEWEST_WORDS and _mean(words) < least:
                number, page = paragraph.index + 1, paragraph.page
                return Text(
                    f"đoạn {number}" + (f" (trang {page})" if page else "") + " đọc chưa rõ",
                    f"paragraph {number}"
                    + (f" (page {page})" if page else "")
                    + " is hardly legible",
                )
        return None

    @cached_property
    def _well_read(self) -> Minutes:
        poor = frozenset(page.number for page in self.poor_pages)
        return without(self.minutes, unread_paragraphs(self.minutes, poor))

    @property
    def _recognition(self) -> Recognition:
        return self.minutes.recognition or Recognition(())


_FEWEST_WORDS: Final = 4


def _mean(words: list[WordReading] | tuple[WordReading, ...]) -> float:
    return sum(word.confidence for word in words) / len(words)


def _figures(finding: Finding) -> Text:
    return Text(
        f"{finding.message.vi} Bản quét có thể bị đọc nhầm một chữ số, cần đối chiếu với bản giấy.",
        f"{finding.message.en} A digit of the scan may be misread; compare the paper.",
    )


def _signed(finding: Finding) -> Text:
    return Text(
        f"{finding.message.vi} Chữ ký, tên viết tay và chữ dưới con dấu máy không đọc được, cần "
        "xem trên bản giấy.",
        f"{finding.message.en} Signatures, handwritten names and words under a seal cannot be "
        "read; look at the paper.",
    )


def _unseen(finding: Finding, where: Text) -> Text:
    return Text(
        f"{finding.message.vi} Nhưng {where.vi}, có thể ghi ở đó.",
        f"{finding.message.en} But {where.en} and may say it.",
    )


def _misread(finding: Finding, words: str) -> Text:
    return Text(
        f"{finding.message.vi} Nhưng chữ “{words}” trong bản quét đọc chưa chắc đúng.",
        f"{finding.message.en} But “{words}” in the scan may be misread.",
    )
