"""From the file of a study and a command line to its plan; every fault of both told at once, nothing computed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from experiments.configuration import composed
from experiments.configuration_overrides import COMMAND_LINE, is_path
from experiments.grammar import Request
from experiments.options import configs_folder, offered, option_groups
from experiments.planning import kept, spread_of
from experiments.screening import file_origin, read_mapping
from experiments.study.designs import Setting, design, design_names
from experiments.study.factors import DUMMY, LEVER, UNCERTAIN, Factor, Level, dummy
from experiments.study.faults import Faults
from experiments.study.levers import check_values, factors_of
from experiments.study.plan import Base, StudyPlan
from experiments.study.replication import Replicates
from experiments.study.replication_reading import Points, replicates_said
from experiments.study.table_file import read_points
from experiments.uncertainty import Spread
from sim.config import Config, with_values
from sim.config.root import Uncertainty
from sim.core.errors import InputError, refuse

STUDY = "study"
TEXTS = ("title_fr", "title_en", "description_fr", "description_en", "source")
KEYS = (*TEXTS, "scenario", "base", "levers", "uncertain", "design", "replicates", "seed", "dummy", "monthly")
MOST_POINTS, MOST_RUNS = 1_000_000, 100_000_000
ELSEWHERE = ("scenario", "seed", "replicates", "uncertainty")
"""Keys of a command line that a study says in its own words."""
_CODED = ("none", Uncertainty.PARAMETERS.value, Uncertainty.PLAUSIBLE.value)


def plan_asked(request: Request) -> StudyPlan:
    """The plan that a command line asks for."""
    asked = [key.partition("=")[2] for key in request.keys if key.partition("=")[0] == STUDY]
    folders = [configs_folder(), *([Path(request.text("config-dir") or "")] if request.text("config-dir") else [])]
    names = offered(STUDY, folders)
    if len(asked) != 1:
        raise refuse(STUDY, ", ".join(asked) or None, "une étude est attendue : study=NOM",
                     "one study is expected: study=NAME", nearest=next(iter(names), None))
    name = asked[0].strip("'\"")
    path = Path(name).expanduser() if is_path(name) else names.get(name)
    if path is None:
        faults = Faults(file_origin(configs_folder() / STUDY))
        faults.unknown(STUDY, name, list(names), "étude inconnue", "unknown study")
        faults.settle()
    assert path is not None
    rest = [key for key in request.keys if key.partition("=")[0] != STUDY]
    return read_plan(path, rest, request.text("config-dir"))


def read_plan(path: Path, line: Sequence[str] = (), config_dir: str | None = None) -> StudyPlan:
    """The plan of a study's file, keys of the line laid on its base."""
    return _Reader(path, line, config_dir).plan()


class _Reader:
    """Reads one file; keeps what is wrong until the end."""

    def __init__(self, path: Path, line: Sequence[str], config_dir: str | None) -> None:
        self.path, self.config_dir = path, config_dir
        self.said = read_mapping(path, plain=True)
        self.faults = Faults(file_origin(path))
        self.line = [key for key in line if key.partition("=")[0] not in ("seed", "replicates")]
        self.own = {k: v for k, _, v in (key.partition("=") for key in line) if k in ("seed", "replicates")}
        folders = [configs_folder(), *([Path(config_dir)] if config_dir else [])]
        self.options = {group: list(offered(group, folders)) for group in option_groups(folders)}

    def plan(self) -> StudyPlan:
        """The plan, or a refusal."""
        said, faults = self.said, self.faults
        for key in said:
            if key not in KEYS:
                faults.unknown(key, key, KEYS, "clé inconnue dans une étude", "unknown key in a study")
        texts = {name: self._text(name) for name in TEXTS}
        kind, options = self._design()
        levers, rows = self._levers(kind, options)
        unknown, coded = self._uncertain()
        self._apart(levers, unknown)
        joined = design(kind).SPREADS_UNCERTAIN
        if not joined:
            self._drawable(unknown)
        factors = [*levers, *(unknown if joined else []), *([dummy()] if self._dummy(kind) else [])]
        seed, months = self._whole("seed", 0, 2**63 - 1, 1), self._monthly()
        replicates = replicates_said(said.get("replicates", {"fixed": 1}), self.own.get("replicates"), factors, faults)
        line = self._base_line(coded)
        if faults.found:
            self._try(line)
        faults.settle()
        if kind == "table":
            options = {**options, "rows": rows}
        self._fits(kind, factors, options, replicates(None))
        faults.settle()
        bases = self._bases(line, factors)
        check_values([*factors, *unknown], lambda values: self._check(bases[0].config, values), faults)
        spread = self._spread(bases[0].config)
        faults.settle()
        bases = tuple(Base(b.options, b.config, kept(spread, b.given)) for b in bases)
        drawn = () if joined else tuple(unknown)
        plan = StudyPlan(self.path.stem, texts, tuple(factors), drawn, bases, kind, options, replicates(None), seed,
                         spread, months)
        return self._between(plan, replicates)

    def _fits(self, kind: str, factors: Sequence[Factor], options: Mapping[str, Any], replicates: Replicates) -> None:
        """Faults of a design with these factors, counted before it is drawn."""
        faults = self.faults
        for text in getattr(design(kind), "objections", lambda *_: ())(factors, options):
            faults.add("design", None, text.fr, text.en)
        if replicates.until is not None and hasattr(design(kind), "refine"):
            faults.add("replicates", "until", "ce plan ajoute des points là où il en faut : un nombre fixe y suffit",
                       "this design adds points where they are needed: it takes a fixed number", "{fixed: 20}")
        size = design(kind).size(factors, options)
        if size > MOST_POINTS:
            faults.add("design", size, "trop de points", "too many points", f"1..{MOST_POINTS}")
        elif size * replicates.most > MOST_RUNS:
            faults.add("replicates", size * replicates.most, "trop de simulations, points fois répétitions",
                       "too many runs, points times replicates", f"1..{MOST_RUNS}")

    def _between(self, plan: StudyPlan, replicates: Points) -> StudyPlan:
        """The plan once the two points of a paired difference are found among those of the design."""
        from experiments.study.first import first_points

        if plan.replicates.until is None:
            return plan
        made = replace(plan, replicates=replicates(first_points(plan)))
        self.faults.settle()
        return made

    def _text(self, name: str) -> str:
        text = self.said.get(name, "")
        if not isinstance(text, str) or len(text) > 2_000:
            self.faults.add(name, text, "un texte court", "a short text")
            return ""
        return text

    def _design(self) -> tuple[str, dict[str, Any]]:
        """Kind of the design and its options, defaults filled in."""
        said = self.said.get("design", {"kind": "grid"})
        if not isinstance(said, dict) or said.get("kind") not in design_names():
            given = said.get("kind") if isinstance(said, dict) else said
            self.faults.unknown("design.kind", str(given), design_names(), "plan inconnu", "unknown design")
            return "grid", {}
        kind = str(said["kind"])
        known: Mapping[str, Setting] = design(kind).OPTIONS
        for name in said:
            if name != "kind" and name not in known:
                self.faults.unknown(f"design.{name}", name, list(known), "option inconnue de ce plan",
                                    "unknown option of this design")
        return kind, {name: self._setting(f"design.{name}", said.get(name), s) for name, s in known.items()}

    def _setting(self, key: str, given: object, setting: Setting) -> Any:  # noqa: ANN401
        if setting.text:
            given = given or setting.word
            if isinstance(given, str) and given:
                return given
            self.faults.add(key, given, "un texte est attendu", "a text is expected")
            return ""
        value = setting.default if given is None else int(given) if isinstance(given, bool) else given
        if not isinstance(value, int) or not setting.low <= value <= setting.high:
            self.faults.add(key, given, "un entier est attendu", "an integer is expected",
                            f"{setting.low}..{setting.high}")
            return setting.low
        return value

    def _levers(self, kind: str, options: dict[str, Any]) -> tuple[list[Factor], list[list[Any]]]:
        if kind != "table":
            return factors_of(self.said.get("levers"), LEVER, self.options, self.faults), []
        if "levers" in self.said:
            self.faults.add("levers", None, "les colonnes du tableau sont les leviers : ne pas les écrire ici",
                            "the columns of the table are the levers: do not write them here")
        if not options["file"]:
            return [], []
        path = self.path.parent / Path(options["file"]).expanduser()
        options["file"] = path.name
        return read_points(path, self.options, self.faults)

    def _uncertain(self) -> tuple[list[Factor], str]:
        """Uncertain ranges, and the uncertainty that replicates carry."""
        said = self.said.get("uncertain", "none")
        if isinstance(said, str):
            if said not in _CODED:
                self.faults.unknown("uncertain", said, _CODED, "incertitude inconnue", "unknown uncertainty")
                said = "none"
            return [], "replication" if said == "none" else said
        return factors_of(said, UNCERTAIN, self.options, self.faults), "replication"

    def _apart(self, levers: Sequence[Factor], unknown: Sequence[Factor]) -> None:
        """Faults of what is varied twice, or not at all."""
        names: dict[str, list[str]] = {}
        for factor in (*levers, *unknown):
            for key in factor.sets:
                names.setdefault(key, []).append(factor.key)
        for key, found in names.items():
            if len(found) > 1:
                told = ", ".join(dict.fromkeys(found))
                self.faults.add(key, told, "variée deux fois : comme levier, dans un choix nommé, ou comme incertaine",
                                "varied twice: as a lever, in a named choice, or as uncertain")
        if not names and not self.faults.found:
            self.faults.add("levers", None, "au moins un levier est attendu", "at least one lever is expected")
        for text in self.line:
            if text.partition("=")[0] in names:
                self.faults.add(text, None, "cette clé est un levier de l'étude", "this key is a lever of the study")

    def _drawable(self, unknown: Sequence[Factor]) -> None:
        """Faults of what each replicate would draw and cannot: the option of a group makes another base."""
        for factor in unknown:
            if any(level.option for level in factor.levels):
                kinds = ", ".join(name for name in design_names() if design(name).SPREADS_UNCERTAIN)
                self.faults.add(f"uncertain.{factor.key}", None, "un groupe n'est incertain qu'avec ces plans",
                                "a group is uncertain with these designs only", kinds)

    def _dummy(self, kind: str) -> bool:
        said = self.said.get("dummy", False)
        if not isinstance(said, bool) or (said and not design(kind).SPREADS_UNCERTAIN):
            kinds = ", ".join(name for name in design_names() if design(name).SPREADS_UNCERTAIN)
            self.faults.add("dummy", said, "true ou false ; true avec ces plans seulement",
                            "true or false; true with these designs only", kinds)
            return False
        return said

    def _base_line(self, coded: str) -> list[str]:
        """What a command line would say of the base."""
        base = self.said.get("base", [])
        if not isinstance(base, list) or not all(isinstance(text, str) for text in base):
            self.faults.add("base", base, "une liste de clé=valeur", "a list of key=value")
            base = []
        for text in base:
            if text.partition("=")[0] in ELSEWHERE:
                self.faults.add("base", text, "cette clé se dit dans l'étude elle-même",
                                "this key is said in the study itself", "scenario, seed, replicates, uncertain")
        return [f"scenario={self.said.get('scenario', 'reference')}", *base, f"uncertainty={coded}", *self.line]

    def _bases(self, line: Sequence[str], factors: Sequence[Factor]) -> tuple[Base, ...]:
        """The base configuration of every choice of group options."""
        grouped = [[level for level in f.levels] for f in factors if any(level.option for level in f.levels)]
        found = [self._try(line, choice) for choice in product(*grouped)]
        self.faults.settle()
        return tuple(base for base in found if base is not None)

    def _try(self, line: Sequence[str], choice: Sequence[Level] = ()) -> Base | None:
        """A base; None where something is wrong, which is told at the file that says it, or at the command line."""
        try:
            return self._base(line, choice)
        except InputError as error:
            said = {text.partition("=")[0] for text in self.line}
            self.faults.take(InputError(
                replace(p, origin=None) if p.origin == COMMAND_LINE and p.key not in said else p for p in error.problems
            ))
            return None

    def _base(self, line: Sequence[str], choice: Sequence[Level]) -> Base:
        options = tuple(level.option for level in choice if level.option)
        config, given = composed([*line, *(f"{g}={o}" for g, o in options)], self.config_dir)
        return Base(options, config, given)

    def _check(self, base: Config, values: Mapping[str, Any]) -> None:
        with_values(base, values, {key: self.faults.origin for key in values})

    def _spread(self, base: Config) -> Spread:
        try:
            return spread_of(base)
        except InputError as error:
            self.faults.take(error)
            return Spread()

    def _monthly(self) -> tuple[str, ...] | None:
        said = self.said.get("monthly", "all")
        if said in ("all", "none"):
            return None if said == "all" else ()
        from sim.observation import COLUMNS

        names = [*COLUMNS, "practice_twin"]
        if not isinstance(said, list):
            self.faults.add("monthly", said, "all, none, ou une liste de colonnes", "all, none, or a list of columns")
            return None
        for name in said:
            if name not in names:
                self.faults.unknown("monthly", str(name), names, "colonne inconnue", "unknown column")
        return tuple(map(str, said))

    def _whole(self, key: str, low: int, high: int, default: int) -> int:
        given = self.own.get(key, self.said.get(key, default))
        try:
            value = int(given) if isinstance(given, str) else given
        except ValueError:
            value = None
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            self.faults.add(key, given, "un entier est attendu", "an integer is expected", f"{low}..{high}")
            return default
        return value


__all__ = ["DUMMY", "plan_asked", "read_plan"]
