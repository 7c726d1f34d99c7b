"""The documents of one run of the local page, from the first byte to the report."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from minutes_nlp import analyzer
from minutes_nlp.baseline import compare
from minutes_nlp.errors import MinutesNlpError, SecrecyMarkError
from minutes_nlp.model.document import Document
from minutes_nlp.model.language import Language, Text
from minutes_nlp.model.report import Report
from minutes_nlp.readers.sandbox.errand import Errand
from minutes_nlp.readers.sandbox.progress import Stage
from minutes_nlp.readers.sandbox.reading import start_reading
from minutes_nlp.settings import Settings
from minutes_nlp.web.job import Job, State
from minutes_nlp.web.uploads import half_sent

_log = logging.getLogger("minutes_nlp.web")

_READERS: Final = 2
_IDLE_UPLOAD_SECONDS: Final = 60.0
_INTERNAL: Final = Text(
    "Lỗi bên trong chương trình; tệp này chưa được phân tích. Các tệp khác không bị ảnh hưởng.",
    "Internal error; this file has not been analysed. Other files are not affected.",
)


class Desk:
    """Holds the jobs and the threads that work on them.  Safe to use from any thread.

    Args:
        folder: a private folder; each upload gets a folder of its own in it.
        settings: of every analysis; the language is each reader's own.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder, self.settings = folder, settings
        self._jobs: dict[str, Job] = {}
        self._lock = threading.RLock()
        self._analysis = threading.Lock()  # the pipeline's memories are not made for two threads
        self._pool = ThreadPoolExecutor(_READERS, thread_name_prefix="minutes-nlp-read")
        self._readings: set[Errand[Document]] = set()
        self._waiting: set[Callable[[], None]] = set()
        self.version = 0

    def jobs(self) -> list[Job]:
        """Return all jobs, the newest first."""
        with self._lock:
            self._fail_idle_uploads()
            return list(reversed(self._jobs.values()))

    def get(self, job_id: str) -> Job | None:
        """Return a job by its id."""
        with self._lock:
            return self._jobs.get(job_id)

    def open(self, paths: Sequence[Path]) -> Job:
        """Begin to work on the user's own file, or pictures that are one document."""
        absolute = tuple(path.absolute() for path in paths)
        names = tuple(path.name for path in paths)
        job = self._add(Job(names, absolute, own_file=True))
        self._start(job)
        return job

    def expect(self, names: Sequence[str], earlier: Job | None = None) -> Job:
        """Return a job whose files, called ``names``, will be uploaded."""
        job = Job(tuple(names), (), earlier=earlier)
        folder = self.folder / job.id
        folder.mkdir(mode=0o700)
        # Never the user's name for a path; readers tell kinds by content, people by the name.
        job.paths = tuple(folder / f"{number:03}" for number in range(len(names)))
        return self._add(job)

    def received(self, job: Job, part: int) -> None:
        """Note that a file of ``job`` has arrived; work begins with the last."""
        with self._lock:
            job.received.add(part)
            job.touched = time.monotonic()
            whole = len(job.received) == len(job.paths)
        if whole and job.state is State.UPLOADING:
            self._start(job)

    def fail(self, job: Job, error: Exception) -> None:
        """Note why ``job`` came to nothing; its files are removed."""
        if isinstance(error, MinutesNlpError):
            job.failure = error.text
        else:
            # The words of an unforeseen error may quote the minutes.
            _log.error("internal error: %s", type(error).__name__)
            job.failure = _INTERNAL
        job.document = None
        job.reports.clear()
        self._clear(job)
        if isinstance(error, SecrecyMarkError):
            _log.info("a document with a secrecy mark was refused")
        self._change(job, State.FAILED)

    def remove(self, job: Job) -> None:
        """Take a job off the desk with everything that is kept of it."""
        with self._lock:
            self._jobs.pop(job.id, None)
            for other in self._jobs.values():
                if other.earlier is job:
                    other.earlier = None
        self._clear(job)
        self._notify()

    def report(self, job: Job, language: Language) -> Report:
        """Return the report of a job that is done, compared with the earlier one if there is."""
        report = self._report(job, language)
        before = job.earlier
        if before is None or not before.is_done:
            return report
        return compare(report, self._report(before, language), self._settings(language))

    def close(self) -> None:
        """Break off what is being read, and keep nothing."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            readings = list(self._readings)
        for reading in readings:
            reading.break_off()
        for job in self.jobs():
            self._clear(job)

    async def changed(self, seen: int, seconds: float) -> None:
        """Wait until :attr:`version` is no longer ``seen``, but not longer than ``seconds``."""
        loop, event = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop may have ended
                loop.call_soon_threadsafe(event.set)

        with self._lock:
            if self.version != seen:
                return
            self._waiting.add(wake)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(event.wait(), seconds)
        finally:
            with self._lock:
                self._waiting.discard(wake)

    def _add(self, job: Job) -> Job:
        with self._lock:
            self._jobs[job.id] = job
        self._notify()
        return job

    def _start(self, job: Job) -> None:
        self._change(job, State.WAITING)
        self._pool.submit(self._work, job)

    def _work(self, job: Job) -> None:
        try:
            self._change(job, State.READING)
            document = self._read(job)
            named = replace(document.source, name=job.name)
            job.document = replace(document, source=named)
            self._change(job, State.ANALYSING)
            self._report(job, self.settings.language)
            self._change(job, State.DONE)
        except Exception as error:
            self.fail(job, error)

    def _read(self, job: Job) -> Document:
        with start_reading(job.readable, self.settings.limits) as reading:
            with self._lock:
                self._readings.add(reading)
            try:
                return reading.result(lambda stage: self._at_stage(job, stage))
            finally:
                with self._lock:
                    self._readings.discard(reading)

    def _report(self, job: Job, language: Language) -> Report:
        with self._analysis:
            known = job.reports.get(language)
            if known is None:
                if job.document is None:
                    raise ValueError("nothing has been read")
                known = analyzer.analyze_document(job.document, settings=self._settings(language))
                job.reports[language] = known
            return known

    def warm_up(self) -> None:
        """Load the model now, in a thread, so that the first file need not wait for it."""
        self._pool.submit(self._load)

    def _load(self) -> None:
        with self._analysis:
            analyzer.load_model()

    def _settings(self, language: Language) -> Settings:
        return replace(self.settings, language=language)

    def _at_stage(self, job: Job, stage: Stage) -> None:
        job.stage = stage
        self._notify()

    def _change(self, job: Job, state: State) -> None:
        job.state = state
        self._notify()

    def _notify(self) -> None:
        with self._lock:
            self.version += 1
            waiting = list(self._waiting)
        for wake in waiting:
            wake()

    def _fail_idle_uploads(self) -> None:
        for job in list(self._idle_uploads()):
            self.fail(job, half_sent())

    def _idle_uploads(self) -> Iterator[Job]:
        now = time.monotonic()
        for job in self._jobs.values():
            if job.state is State.UPLOADING and now - job.touched > _IDLE_UPLOAD_SECONDS:
                yield job

    def _clear(self, job: Job) -> None:
        if job.own_file:
            return
        for path in job.paths:
            path.unlink(missing_ok=True)
        with suppress(OSError):
            (self.folder / job.id).rmdir()
