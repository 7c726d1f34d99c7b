"""Which engine a run uses."""

from __future__ import annotations

import os

from minutes_nlp.bulk.engine import Engine, Order


def engine_of(order: Order, jobs: int | None = None, cluster: str | None = None) -> Engine:
    """Return the engine for a run.

    Args:
        order: what is to be done with every file.
        jobs: processes on this machine; by default as many as it has processors.
        cluster: address of a Dask scheduler, or ``local``.

    Raises:
        ClusterError: the cluster cannot be reached.
        MissingProgramError: the extra ``cluster`` is not installed.
    """
    count = jobs or _processors()
    if cluster is not None:
        from minutes_nlp.bulk.cluster import Cluster

        return Cluster(order, cluster, count)
    from minutes_nlp.bulk.process_pool import ProcessPool

    return ProcessPool(order, count)


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
