"""Read documents of the corpus with a model that has not seen their voice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TypeVar

from joblib import Parallel, delayed

from minutes_nlp.corpus.gold import gold_sections
from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.encoding import encode_corpus, fit_without
from minutes_nlp.learning.finding_metrics import Outcome, outcomes
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.model.report import FindingInfo, UndecidedInfo
from minutes_nlp.model.second_reading import SecondReading
from minutes_nlp.nlp.pipeline import read_labelled, read_with_model
from minutes_nlp.nlp.second_reading import second_readings
from minutes_nlp.nlp.section_model import SectionModel
from minutes_nlp.nlp.training import HeldOut, TrainingOptions, calibrate
from minutes_nlp.readers.cleaning import clean
from minutes_nlp.rules import choose_profile, run_rules
from minutes_nlp.rules.engine import chosen_rules
from minutes_nlp.settings import Settings

_TASK = 25
"""Documents that a process takes at a time: with each task the model is handed over."""

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as annotated, and as read and checked without its voice.

    ``outcomes`` holds the outcome of every check that ran or that the annotation lists, ``forms``
    the other forms of the document, which cannot leave the process (:meth:`alone`).
    """

    record: CorpusRecord
    minutes: Minutes
    findings: tuple[FindingInfo, ...]
    undecided: tuple[UndecidedInfo, ...]
    outcomes: Mapping[str, Outcome]
    forms: tuple[SecondReading, ...] = ()

    def alone(self) -> Reading:
        """Return the reading without the other forms of the document."""
        return replace(self, forms=())


@dataclass(frozen=True, slots=True)
class HeldOutModels:
    """One calibrated model a fold, and which fold each voice is in."""

    models: tuple[SectionModel, ...]
    folds: Mapping[str, int]
    jobs: int = 2

    def read(
        self, records: Sequence[CorpusRecord], then: Callable[[Reading], _Result]
    ) -> list[_Result]:
        """Read every record with the model of its voice's fold, which has not seen that voice.

        Args:
            records: documents of the corpus, written or damaged.
            then: what to make of each reading, at once and in the process that read it.

        Returns:
            One result a record, in the order given.
        """
        places: list[list[int]] = [[] for _ in self.models]
        for place, record in enumerate(records):
            places[self.folds[record.voice]].append(place)
        tasks = [
            (chosen[start : start + _TASK], model)
            for chosen, model in zip(places, self.models, strict=True)
            for start in range(0, len(chosen), _TASK)
        ]
        done = Parallel(n_jobs=self.jobs)(
            delayed(_read_all)([records[place] for place in chosen], model, then)
            for chosen, model in tasks
        )
        results = zip(
            (p for chosen, _ in tasks for p in chosen), chain.from_iterable(done), strict=True
        )
        return [result for _, result in sorted(results, key=lambda pair: pair[0])]


def _read_all(
    records: Sequence[CorpusRecord], model: SectionModel, then: Callable[[Reading], _Result]
) -> list[_Result]:
    return [then(_read(record, model)) for record in records]


def _read(record: CorpusRecord, model: SectionModel) -> Reading:
    # Damaged copies pass what every file passes on its way in: NFC, no invisible characters.
    minutes = read_with_model([clean(p.text) for p in record.paragraphs], model)
    forms = tuple(second_readings(minutes, partial(read_with_model, model=model)))
    return check(record, minutes, forms=forms)


def fit_folds(
    records: Sequence[CorpusRecord],
    folds: Mapping[str, int],
    *,
    variants: bool = True,
    jobs: int = 2,
) -> HeldOutModels:
    """Fit one model a fold, on the voices of all other folds.

    The two numbers of calibration are fitted once, on the held-out scores of all voices.  Papers
    that are no minutes train nothing, so that every model is new to them.

    Args:
        records: the corpus.
        folds: the fold of each voice, from 0.
        variants: train on layout variants too, as the shipped model does.
        jobs: processes to use.
    """
    options = TrainingOptions()
    corpus = encode_corpus(records, variants=variants, jobs=jobs)
    groups = [
        frozenset(voice for voice, fold in folds.items() if fold == number)
        for number in range(max(folds.values()) + 1)
    ]
    fitted: list[tuple[SectionModel, list[HeldOut]]] = Parallel(n_jobs=jobs)(
        delayed(fit_without)(corpus, group, options) for group in groups
    )
    scale, weight = calibrate([scores for _, held_out in fitted for scores in held_out])
    models = tuple(model.calibrated(scale, weight) for model, _ in fitted)
    return HeldOutModels(models, folds, jobs)


def check(
    record: CorpusRecord,
    minutes: Minutes,
    doubt: float | None = None,
    *,
    forms: tuple[SecondReading, ...] = (),
) -> Reading:
    """Run the checks over one reading, by the profile of its date.

    Args:
        record: the annotation.
        minutes: what was read.
        doubt: the setting of that name; ``None`` leaves it to the profile.
        forms: other forms of the same minutes, read where something seems missing.
    """
    settings = Settings(doubt=doubt)
    profile = choose_profile(settings.profile, minutes.meeting.date)
    findings, undecided = run_rules(minutes, profile, settings, lambda _: forms)
    found = outcomes(
        annotated=record.findings,
        fired=[finding.code for finding in findings],
        undecided=[item.code for item in undecided],
        ran=[rule.code for rule in chosen_rules(minutes, profile, settings)],
    )
    return Reading(record, minutes, findings, undecided, found, forms)


def check_given(record: CorpusRecord) -> Reading:
    """Read and check minutes with the annotated sections given."""
    texts = [paragraph.text for paragraph in record.paragraphs]
    return check(record, read_labelled(texts, gold_sections(record)))
