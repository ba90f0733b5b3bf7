"""The file that submits a planned study to SLURM: one task a chunk, then one that puts the tables together."""

import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from experiments.study.folder import LOGS
from experiments.study.rounds import Round

MOST_AT_ONCE = 200


def sbatch(folder: Path, rounds: Sequence[Round]) -> str:
    """Ten lines of shell; the chunks are those of the last round."""
    total = sum(len(rnd.chunks) for rnd in rounds)
    first = total - len(rounds[-1].chunks)
    python, target = quote(sys.executable), quote(str(folder))
    return "\n".join([
        "#!/bin/bash",
        f"#SBATCH --job-name=archipel --array={first}-{total - 1}%{min(MOST_AT_ONCE, total - first)}",
        "#SBATCH --ntasks=1 --cpus-per-task=1 --mem=2G --time=01:00:00",
        f"#SBATCH --output={folder / LOGS}/%A_%a.txt",
        'export ARCHIPEL_CACHE_DIR="${SLURM_TMPDIR:-/tmp/$USER}/archipel"',
        f"{python} -m experiments worker {target} --chunk $SLURM_ARRAY_TASK_ID",
        "# job=$(sbatch --parsable this_file)",
        f"# sbatch --dependency=afterany:$job --wrap={quote(f'{python} -m experiments gather {target}')}",
        "# where gather announces a further round: archipel study ... --plan prints its file",
        "",
    ])
