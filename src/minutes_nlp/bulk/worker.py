"""A worker process: loads the pipeline once, then examines one file after another.

It is told over standard input and answers over standard output, one line of JSON each.  Run as
``python -m minutes_nlp.bulk.worker MODULE:CLASS``; it ends with its input.
"""

from __future__ import annotations

import base64
import json
import os
import pickle
import signal
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any, Final

from minutes_nlp.bulk.engine import load_examiner
from minutes_nlp.collecting import collect_rarely, keep_what_is_loaded
from minutes_nlp.errors import MinutesNlpError

_LOOK_SECONDS: Final = 1.0


def main() -> None:
    """Serve until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # whatever a library prints must not come between the answers
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    collect_rarely()
    try:
        settings, seconds = pickle.loads(base64.b64decode(sys.stdin.readline()))
        examiner = load_examiner(sys.argv[1])(settings)
        keep_what_is_loaded()
        _say(answers, {"ready": examiner.key})
        for line in sys.stdin:
            order = json.loads(line)
            _alarm(seconds)
            record = examiner.examine(Path(os.fsdecode(bytes.fromhex(order[0]))), order[1])
            _alarm(0)
            _say(answers, {"record": record.as_json()})
    except MinutesNlpError as error:
        _say(answers, {"fatal": base64.b64encode(pickle.dumps(error)).decode()})


def _say(answers: IO[str], answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def _end_with_parent(parent: int) -> None:
    """End this process when the one that started it is gone; a file may take long."""
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)


def _alarm(seconds: float) -> None:
    """Have the system end this process, should it hang where no other thread can run."""
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(int(seconds) + 60 if seconds else 0)


if __name__ == "__main__":
    main()
