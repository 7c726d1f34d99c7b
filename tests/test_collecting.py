"""Processes of our own look for garbage less often, but they do look."""

import subprocess
import sys

PROGRAM = """
import gc, weakref
from minutes_nlp.collecting import collect_rarely, keep_what_is_loaded

class Node:
    pass

before = gc.get_threshold()[0]
loaded = [[] for _ in range(1000)]
collect_rarely()
keep_what_is_loaded()
print(gc.get_threshold()[0] > before, gc.get_freeze_count() >= 1000)
node = Node()
node.itself = node
seen = weakref.ref(node)
del node
many = [[] for _ in range(2 * gc.get_threshold()[0])]
print(seen() is None)
"""


def test_garbage_is_still_found_and_what_is_loaded_is_left_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True", "True"]
