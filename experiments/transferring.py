"""`transfer`: the cases kept for validation, as coded, miscoded and contrasted. Nothing is tuned on what comes out."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from experiments.calibration.freezing import FROZEN, parameters_hash
from experiments.calibration.rival import Rival, fitted_rival
from experiments.ensemble import SHIPPED, shipped
from experiments.grammar import Request
from experiments.language import LANGUAGES, Words
from experiments.manifest import code_hash
from experiments.page import Page
from experiments.progress import tracked
from experiments.refusal import WorkFailed
from experiments.store import as_json, write_text
from experiments.transfer.cases import CONTRASTS, SLACK, Contrast, miscodings
from experiments.transfer.report import Told, page
from experiments.transfer.running import ROOT, Condition, Row, condition, lived
from experiments.uncertainty import Spread
from experiments.work import workers
from sim.config import Config
from sim.config.root import Uncertainty

DONE = 0
REPLICATES = 100
PAGE = "transfer-tests"


def transfer(request: Request) -> int:
    """Refuse unless parameters are frozen as they are; else run, print where the pages are."""
    say, replicates = Words(request.lang), request.number("replicates", REPLICATES)
    frozen = json.loads(SHIPPED.with_name(FROZEN).read_text(encoding="utf-8")) if SHIPPED.exists() else None
    ensemble = shipped()
    if frozen is None or ensemble is None or frozen["parameters_hash"] != parameters_hash():
        raise WorkFailed("not_frozen")
    folder = Path(request.text("out") or Path("outputs", f"transfer-{frozen['parameters_hash'][:8]}-{replicates}"))
    folder.mkdir(parents=True, exist_ok=True)
    spread = Spread(Uncertainty.PLAUSIBLE, ensemble)
    rival = fitted_rival(folder, ROOT, workers(request))
    work = (_case(each, spread, replicates, rival, workers(request)) for each in CONTRASTS)
    found = list(tracked(work, len(CONTRASTS), say("progress.transfer"), quiet=request.flag("quiet")))
    write_text(as_json([each.as_dict() for each in found]), folder / "rows.json")
    for lang in LANGUAGES:
        words = Words(lang)
        head = words("transfer.head", replicates=replicates, members=ensemble.size, **_marks(frozen))
        write_text(page([each.told(lang) for each in found], words, head), folder / f"{PAGE}.{lang}.md")
    if request.flag("quiet"):
        print(folder)
    else:
        Page(quiet=False).line(say("ablation.files", target=folder))
    return DONE


@dataclass(frozen=True)
class Played:
    """One case as played: rows by condition, the case itself first, then its contrast, then each miscoding."""

    contrast: Contrast
    conditions: tuple[Condition, ...]
    rows: list[list[Row]]
    rival: float

    def told(self, lang: str) -> Told:
        """The same in the words of a language."""
        own = self.conditions[0].config
        shifted = zip((each.name for each in self.conditions[2:]), self.rows[2:], strict=True)
        return Told(
            title=own.title_en if lang == "en" else own.title_fr,
            pattern=self.contrast.pattern,
            as_coded=self.rows[0],
            contrast=self.rows[1],
            contrast_text=self.contrast.text.of(lang),
            miscoded=list(shifted),
            rival=self.rival,
        )

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        names = [each.name for each in self.conditions]
        rows = dict(zip(names, self.rows, strict=True))
        return {"pattern": self.contrast.pattern, "case": self.contrast.scenario, "rival": self.rival, "rows": rows}


def _case(contrast: Contrast, spread: Spread, replicates: int, rival: Rival, processes: int) -> Played:
    own, other = condition(contrast.scenario), condition(contrast.other, contrast.change, "contrast")
    shifted = [
        condition(contrast.scenario, [(key, value)], f"{key} {sign}{SLACK}")
        for key, sign, value in miscodings(own.config)
    ]
    conditions = (own, other, *shifted)
    return Played(contrast, conditions, lived(conditions, spread, replicates, processes), _rival(own.config, rival))


def _rival(config: Config, rival: Rival) -> float:
    """What the rival of four parameters says of diffusion, done or under way."""
    inputs = (
        config.sponsorship.level,
        config.management.stance,
        float(config.hierarchy.depth),
        config.cost.price_factor,
    )
    return min(1.0, rival.predict("diffusion", inputs) + rival.predict("spreading", inputs))


def _marks(frozen: dict[str, Any]) -> dict[str, str]:
    """What the pages bear: when and what was frozen, when this was played, by which code."""
    return {
        "frozen": str(frozen["date"]),
        "parameters": str(frozen["parameters_hash"])[:16],
        "ensemble": str(frozen["ensemble_hash"])[:16],
        "date": datetime.now(UTC).date().isoformat(),
        "code": code_hash()[:16],
    }
