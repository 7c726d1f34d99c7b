"""What only Linux offers to a sandbox; elsewhere each call does nothing and says so."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path
from typing import Final

IS_LINUX: Final = sys.platform == "linux"
_PARENT_DEATH_SIGNAL: Final = 1  # PR_SET_PDEATHSIG
_NO_NEW_PRIVILEGES: Final = 38  # PR_SET_NO_NEW_PRIVS
_CHILD_SUBREAPER: Final = 36  # PR_SET_CHILD_SUBREAPER
_NEW_NETWORK: Final = 0x40000000  # CLONE_NEWNET
_NEW_USER: Final = 0x10000000  # CLONE_NEWUSER
_PAGE: Final = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096

# Loaded before any fork: a dying or crowded process should not have to look for it.
_libc: Final = ctypes.CDLL(None, use_errno=True) if IS_LINUX else None


def die_with_parent() -> None:
    """Have the kernel kill this process when the thread that made it ends."""
    _prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)


def adopt_orphans() -> bool:
    """Become the parent of all descendants whose own parent ends; whether that worked."""
    return _prctl(_CHILD_SUBREAPER, 1)


def forgo_privileges() -> None:
    """Let no program that is run from here gain rights, as by a set-user-id bit."""
    _prctl(_NO_NEW_PRIVILEGES, 1)


def leave_network() -> bool:
    """Move this process, single-threaded, to a network of its own without any interface.

    Returns:
        Whether the kernel allowed it; many containers and some distributions do not.
    """
    if _libc is None:
        return False
    if _libc.unshare(_NEW_NETWORK) == 0:
        return True
    user, group = os.getuid(), os.getgid()
    if _libc.unshare(_NEW_USER | _NEW_NETWORK) != 0:
        return False
    try:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    except OSError:
        pass  # the ids look odd from inside, rights on files are as before
    return True


def descendants(root: int) -> dict[int, int]:
    """Return the resident bytes of every living descendant of ``root`` by process id.

    Costs about 13 µs for each process of the machine; empty where there is no ``/proc``.
    """
    resident: dict[int, int] = {}
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc") if IS_LINUX else ():  # noqa: PTH208  (hot)
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", "rb") as stream:  # noqa: PTH123  (hot)
                    fields = stream.read().rpartition(b")")[2].split()
            except OSError:
                continue  # ended meanwhile
            if fields[0] not in (b"Z", b"X"):
                resident[int(entry)] = int(fields[21]) * _PAGE
            children.setdefault(int(fields[1]), []).append(int(entry))
    found: dict[int, int] = {}
    waiting = list(children.get(root, ()))
    while waiting:
        process = waiting.pop()
        waiting += children.get(process, ())
        if process in resident:
            found[process] = resident[process]
    return found


def _prctl(option: int, value: int) -> bool:
    return _libc is not None and _libc.prctl(option, value, 0, 0, 0) == 0
