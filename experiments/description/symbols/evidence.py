"""Symbols of evidence."""

SYMBOLS = {
    "evidence.decay": r"\delta_E",
    "evidence.service_scale": r"v_0",
    "evidence.team_scale": r"v_g",
    "evidence.cases_scale": r"v_c",
    "formal.communication": r"\chi",
    "evidence.outside": r"e_{out}",
    "evidence.win": r"e_w",
    "evidence.practitioner_service": r"e_1",
    "evidence.practitioner_team": r"e_2",
    "evidence.ordinary_service": r"e_3",
    "evidence.ordinary_team": r"e_4",
}
