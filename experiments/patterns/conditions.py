"""Conditions that patterns share: a cell written once is lived once.

All programmes here did start (`programme.launch=given`); SF23, on the decision to start, leaves that free. Dates of the
usual programme: start at month 12, end at 28, end + 12 at 40, end + 24 at 52.
"""

from experiments.patterns.pattern import Cell, Drawn

START, END = 12, 28
MID = (START + END) // 2
YEAR = 12

TRANSFO = Cell("transfo", ("programme.launch=given",), months=89)
"""The study's Transfo at the reference size, sponsorship 0.65."""

MIX = Cell("transfo", ("programme.launch=given",), months=53, drawn=Drawn("sponsorship.level", 0.3, 0.95))
"""The same over the mix of sponsorship of the study's cases."""

LEVELS = (0.1, 0.3, 0.5, 0.7, 0.9)
BY_SPONSORSHIP = {level: TRANSFO.but(f"sponsorship.level={level}") for level in LEVELS}

DEPTHS = (2, 3, 4, 5, 6)
BY_DEPTH = {depth: TRANSFO.but(f"hierarchy.depth={depth}") for depth in DEPTHS}

UNSPONSORED = TRANSFO.but(
    "sponsorship.level=0.15",
    "sponsorship.district=0.2",
    "sponsorship.involvement=0",
    "sponsorship.administration=0.7",
    "hierarchy.depth=5",
    "formal.job=0",
)
"""Started by the administration, political support never gathered: the study's failure (I.B.2.a), as coded there."""

FIELD_TEAM = Cell(
    "reference",
    (
        "programme=field_team",
        "programme.launch=given",
        "sponsorship.level=0.9",
        "sponsorship.district=0.6",
        "sponsorship.involvement=0.8",
        "sponsorship.administration=0.35",
        "hierarchy.transversality=0.2",
        "formal.project=0.3",
        "formal.job=0.5",
    ),
    months=53,
)
"""A permanent team in one directorate, strongly sponsored, few ties across services (Cas-EJM), as coded there."""

TERRITORIAL = Cell(
    "reference",
    (
        "programme=territorial",
        "programme.launch=given",
        "sponsorship.level=0.6",
        "sponsorship.thematic=0.9",
        "sponsorship.district=0.3",
        "sponsorship.involvement=0.6",
        "sponsorship.administration=0.4",
        "hierarchy.depth=5",
        "formal.project=0.5",
        "formal.job=0",
    ),
    months=89,
)
"""Co-construction with residents over two years (Cas-PNU), as coded there."""
