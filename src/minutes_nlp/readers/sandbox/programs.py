"""Run an external program for a reader: nothing in but its arguments, nothing left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from minutes_nlp.readers.sandbox.limit_errors import program_output, program_seconds
from minutes_nlp.readers.sandbox.private_folder import private_folder
from minutes_nlp.readers.sandbox.program_packages import missing_program
from minutes_nlp.readers.sandbox.progress import Phase, Stage, during

MEGABYTE: Final = 1024 * 1024
_POLL_SECONDS: Final = 0.05
_PASSED_ON: Final = ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX")
# In the sandbox: make the program die with the reader. Only a process with a single thread
# may run Python code between fork and exec, so it is never set elsewhere.
before_exec: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class CompletedProgram:
    """How a program ended and what it said; ``returncode`` is below 0 after a signal."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run_program(
    arguments: Sequence[str],
    *,
    timeout: float,
    output_limit: int = 32 * MEGABYTE,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> CompletedProgram:
    """Run a program to its end and return what it printed.

    It gets no standard input, a minimal environment, and ``folder`` as working, home and
    temporary folder.  It and all that it started in its process group are killed when it
    ends, when a limit is hit and when the caller is interrupted.

    Args:
        arguments: the program's name, looked up in PATH, and its arguments.
        timeout: wall-clock seconds.
        output_limit: bytes of standard output and of standard error, each.
        folder: from :func:`.private_folder.private_folder`; left out, one for this run alone.
        environment: variables to set over the minimal ones.

    Raises:
        MissingProgramError: it is not installed; the message names the package.
        LimitExceededError: it took too long or printed too much.
    """
    program = shutil.which(arguments[0])
    if program is None:
        raise missing_program(arguments[0])
    with ExitStack() as stack:
        logs = stack.enter_context(private_folder())
        home = folder or logs
        stack.enter_context(during(Stage(Phase.PROGRAM)))
        with (logs / ".stdout").open("wb") as out, (logs / ".stderr").open("wb") as err:
            process = subprocess.Popen(
                [program, *arguments[1:]],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                cwd=home,
                env={**_environment(home), **(environment or {})},
                start_new_session=True,
                preexec_fn=before_exec,
            )
            try:
                _wait(process, (out.fileno(), err.fileno()), timeout, output_limit)
            finally:
                _kill_group(process)
        return CompletedProgram(
            process.returncode,
            (logs / ".stdout").read_bytes(),
            (logs / ".stderr").read_bytes(),
        )


def _wait(
    process: subprocess.Popen[bytes], outputs: tuple[int, int], timeout: float, output_limit: int
) -> None:
    # Output goes to files: no pipe that fills up, no thread, the same on every system.
    name = Path(str(process.args[0])).name  # type: ignore[index]
    deadline = time.monotonic() + timeout
    while True:
        left = deadline - time.monotonic()
        try:
            process.wait(max(0.0, min(left, _POLL_SECONDS)))
            ended = True
        except subprocess.TimeoutExpired:
            ended = False
        if any(os.fstat(output).st_size > output_limit for output in outputs):
            raise program_output(name, output_limit)
        if ended:
            return
        if left <= 0:
            raise program_seconds(name, timeout)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        # All gone already; macOS says "not permitted" of zombies.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    folders = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), str(home))
    return {**kept, **folders, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
