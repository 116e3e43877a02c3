"""Clean a corpus on Ray: python on_ray.py RAW DONE --workers 2.

Joins the cluster that RAY_ADDRESS names, or starts a Ray on this machine.  On a cluster RAW and DONE are on a
file system that all nodes see, and newsclean is installed on each.
"""

import sys

import ray
from datatrove.executor import RayPipelineExecutor
from pipeline import arguments, steps

if __name__ == "__main__":
    given = arguments(__doc__)
    ray.init()
    executor = RayPipelineExecutor(
        steps(given.raw, given.done),
        tasks=given.tasks,
        workers=given.workers,
        mem_per_cpu_gb=0.5,  # a worker has 110 MB, 20 of them newsclean; the rest is for the writers' batches
        logging_dir=f"{given.done}/logs",
    )
    executor.run()
    # On Ray a task that fails ends no run: it is only left undone.
    if failed := executor.get_incomplete_ranks():
        sys.exit(f"tasks {failed} have failed: see {given.done}/logs/logs")
