"""The real program, serving the local page in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples" / "bien-ban-thang-9.docx"
STARTED_WITHIN_SECONDS = 60


@dataclass(frozen=True)
class Served:
    """A running program: the printed address, its process and the folder for temporary files."""

    start: str
    process: subprocess.Popen[str]
    temporary: Path
    log: Path

    @property
    def origin(self) -> str:
        parts = urlsplit(self.start)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def token(self) -> str:
        return parse_qs(urlsplit(self.start).query)["token"][0]

    def stop(self, how: int = signal.SIGINT) -> int:
        self.process.send_signal(how)
        return self.process.wait(timeout=30)


@contextmanager
def serving(folder: Path, *arguments: str | Path) -> Iterator[Served]:
    """Start ``minutes-nlp serve`` and stop it at the end; ``folder`` takes its temporary files."""
    temporary = folder / "tmp"
    temporary.mkdir(exist_ok=True)
    log = folder / "log.txt"
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "minutes_nlp", "serve", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, "TMPDIR": str(temporary)},
        )
        try:
            assert process.stdout is not None
            start = process.stdout.readline().strip()
            assert re.match(r"http://127\.0\.0\.1:\d+/\?token=", start), log.read_text()
            yield Served(start, process, temporary, log)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait(timeout=30)
            process.stdout.close()  # type: ignore[union-attr]


class Visitor:
    """A program that talks to the page as its own scripts do."""

    def __init__(self, served: Served) -> None:
        self.client = httpx.Client(base_url=served.origin, timeout=60)
        assert self.client.get(served.start).status_code == 303
        home = self.client.get("/")
        found = re.search(r'name="csrf" content="([^"]+)"', home.text)
        if found is None:  # the redirect has set the cookie
            raise AssertionError(home.text)
        self.headers = {"X-CSRF-Token": found[1], "Origin": served.origin}

    def announce(self, names: Sequence[str], earlier: str | None = None) -> httpx.Response:
        body = {"names": list(names), "earlier": earlier}
        return self.client.post("/api/files", json=body, headers=self.headers)

    def send(self, job: str, part: int, data: bytes) -> httpx.Response:
        return self.client.put(f"/api/files/{job}/parts/{part}", content=data, headers=self.headers)

    def upload(self, name: str, data: bytes, earlier: str | None = None) -> str:
        job: str = self.announce([name], earlier).json()["id"]
        assert self.send(job, 0, data).status_code == 200
        return job

    def finished(self, job: str) -> dict[str, object]:
        """Return the row of a job once it is finished."""
        seen = -1
        while True:
            desk = self.client.get("/api/files", params={"seen": seen}).json()
            seen = desk["version"]
            row: dict[str, object] = next(one for one in desk["files"] if one["id"] == job)
            if row["finished"]:
                return row

    def until_recognising(self) -> None:
        """Wait until the reader is at the pages of the first file."""
        seen = -1
        while True:
            desk = self.client.get("/api/files", params={"seen": seen}).json()
            seen = desk["version"]
            row = desk["files"][-1]
            assert not row["finished"], row["told"]
            if row["share"] is not None:
                return
