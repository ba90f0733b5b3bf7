"""Symbols of managers."""

SYMBOLS = {
    "management.rate": r"\eta_M",
    "management.shift": r"\mu_0",
    "management.boss": r"m_B",
    "management.evidence": r"m_E",
    "management.sponsor": r"m_S",
    "management.tension": r"m_T",
    "management.role_threat": r"m_R",
    "management.formal": r"m_F",
    "management.training_gain": r"m_{Tr}",
    "management.training": r"t_M",
    "management.dgs_sponsor": r"A_S",
    "management.dgs_evidence": r"A_E",
    "management.dgs_cases": r"A_C",
    "sponsorship.involvement_penalty": r"A_J",
    "programme.abort_administration": r"A_X",
}
