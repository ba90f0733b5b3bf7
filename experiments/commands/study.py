"""`archipel study`: a design over levers and uncertain parameters, replicated, resumable."""

from experiments.grammar import WORKERS, Command, Option, Request


def executor(text: str) -> str:
    """One of the executors."""
    if text not in ("serial", "joblib", "dask", "slurm"):
        raise ValueError(text)
    return text


def table_format(text: str) -> str:
    """One of the formats that tables may have beside Parquet."""
    if text not in ("parquet", "csv"):
        raise ValueError(text)
    return text


FORMAT = Option("format", "parquet|csv", table_format)

COMMAND = Command(
    name="study",
    examples=(
        "archipel study study=quick",
        "archipel study study=sponsorship_depth --dry-run --workers 2 --lang en",
    ),
    keys=True,
    own_keys=("study",),
    options=(
        Option("dry-run"),
        Option("executor", "serial|joblib|dask|slurm", executor),
        WORKERS,
        Option("scheduler", "ADDRESS"),
        Option("plan"),
        FORMAT,
    ),
)


def main(request: Request) -> int:
    """Compute what is missing, put the tables together; the same command again continues."""
    from experiments.study.processor import compile_for_any

    compile_for_any()
    from experiments.studying import study

    return study(request)
