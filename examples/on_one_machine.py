"""Clean a corpus in processes of this machine: python on_one_machine.py RAW DONE --workers 2."""

from datatrove.executor import LocalPipelineExecutor
from pipeline import arguments, steps

if __name__ == "__main__":
    given = arguments(__doc__)
    LocalPipelineExecutor(
        steps(given.raw, given.done),
        tasks=given.tasks,
        workers=given.workers,
        logging_dir=f"{given.done}/logs",
    ).run()
