"""The file that submits a planned study to SLURM: tasks that compute chunks, then one that puts tables together."""

import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from experiments.study.folder import LOGS
from experiments.study.rounds import Round

MOST_AT_ONCE, LARGEST_ARRAY = 200, 1_000
"""Tasks that run at once; tasks of an array, SLURM's own limit: beyond, each task computes several chunks."""
READY_MINUTES, CHUNK_MINUTES = 15, 5
"""Time that a task asks for: to compile the rules, and for each chunk (nominal work: 20 s, on a slow machine more)."""


def sbatch(folder: Path, rounds: Sequence[Round]) -> str:
    """A dozen lines of shell; the chunks are those of the last round."""
    total = sum(len(rnd.chunks) for rnd in rounds)
    first = total - len(rounds[-1].chunks)
    tasks = min(LARGEST_ARRAY, total - first)
    minutes = READY_MINUTES + CHUNK_MINUTES * -(-(total - first) // tasks)
    python, target = quote(sys.executable), quote(str(folder))
    return "\n".join([
        "#!/bin/bash",
        f"#SBATCH --job-name=archipel --array=0-{tasks - 1}%{min(MOST_AT_ONCE, tasks)}",
        f"#SBATCH --ntasks=1 --cpus-per-task=1 --mem=2G --time={minutes}",
        f'#SBATCH --output="{folder / LOGS}/%A_%a.txt"',
        'export ARCHIPEL_CACHE_DIR="${SLURM_TMPDIR:-/tmp/$USER}/archipel"',
        f"for chunk in $(seq $(({first} + SLURM_ARRAY_TASK_ID)) {tasks} {total - 1}); do",
        f"  {python} -m experiments worker {target} --chunk $chunk || failed=1",
        "done; exit ${failed:-0}",
        "# job=$(sbatch --parsable this_file)",
        f"# sbatch --dependency=afterany:$job --wrap={quote(f'{python} -m experiments gather {target}')}",
        "# where gather announces a further round: archipel study ... --plan prints its file",
        "",
    ])
