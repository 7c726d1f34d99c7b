"""Read every document of the corpus with a model that has not seen its voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from joblib import Parallel, delayed

from minutes_nlp.corpus.records import CorpusRecord
from minutes_nlp.learning.training_data import training_documents
from minutes_nlp.model.minutes import Minutes
from minutes_nlp.model.report import FindingInfo, UndecidedInfo
from minutes_nlp.nlp.pipeline import read_with_model
from minutes_nlp.nlp.section_model import SectionModel
from minutes_nlp.nlp.training import HeldOut, TrainingOptions, calibrate, fit_without_voice
from minutes_nlp.rules import choose_profile, run_rules
from minutes_nlp.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as annotated, and as read and checked without its voice."""

    record: CorpusRecord
    minutes: Minutes
    findings: tuple[FindingInfo, ...]
    undecided: tuple[UndecidedInfo, ...]


def read_held_out(records: Sequence[CorpusRecord], *, jobs: int = 2) -> list[Reading]:
    """Return a reading for every record; each voice is left out of training in turn.

    The two numbers of calibration are fitted once, on the held-out scores of all voices.  Papers
    that are no minutes train nothing, so models for them see all minutes.

    Args:
        records: the corpus.
        jobs: processes to use.
    """
    documents = training_documents(records)
    voices = sorted({record.voice for record in records})
    options = TrainingOptions()
    fitted: list[tuple[SectionModel, list[HeldOut]]] = Parallel(n_jobs=jobs)(
        delayed(fit_without_voice)(documents, voice, options) for voice in voices
    )
    scale, weight = calibrate([scores for _, held_out in fitted for scores in held_out])
    readings: list[Reading] = []
    for voice, (model, _) in zip(voices, fitted, strict=True):
        calibrated = model.calibrated(scale, weight)
        readings.extend(
            check(record, read_with_model([p.text for p in record.paragraphs], calibrated))
            for record in records
            if record.voice == voice
        )
    return readings


def check(record: CorpusRecord, minutes: Minutes) -> Reading:
    """Run the checks over one reading, by the profile of its date."""
    settings = Settings()
    profile = choose_profile(settings.profile, minutes.meeting.date)
    findings, undecided = run_rules(minutes, profile, settings)
    return Reading(record, minutes, findings, undecided)
