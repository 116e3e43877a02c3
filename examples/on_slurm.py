"""Clean a corpus on a Slurm cluster: python on_slurm.py RAW DONE --workers 200, on a login node.

Partition, time and environment are those of a cluster that does not exist: put yours.  RAW and DONE are
on a file system that all nodes see.
"""

import sys

from datatrove.executor import SlurmPipelineExecutor
from pipeline import arguments, steps


def executor(raw: str, done: str, tasks: int, workers: int) -> SlurmPipelineExecutor:
    """Return what submits the tasks as job arrays."""
    return SlurmPipelineExecutor(
        steps(raw, done),
        tasks=tasks,
        workers=workers,
        time="04:00:00",  # an hour does some three million articles, as benchmarks/engines.py mixes them
        partition="standard",
        cpus_per_task=1,
        mem_per_cpu_gb=2,
        job_name="newsclean",
        venv_path=f"{sys.prefix}/bin/activate",
        logging_dir=f"{done}/logs",
    )


if __name__ == "__main__":
    given = arguments(__doc__)
    executor(given.raw, given.done, given.tasks, given.workers).run()
