"""Symbols of elus."""

SYMBOLS = {
    "sponsorship.dispossession_rate": r"\lambda_d",
    "sponsorship.dispossession_gain": r"k_D",
    "sponsorship.role_mayor": r"r_e(1)",
    "sponsorship.role_thematic": r"r_e(2)",
    "sponsorship.role_district": r"r_e(3)",
    "sponsorship.debate": r"\Theta",
    "sponsorship.command": r"C",
    "sponsorship.drift": r"\rho_S",
    "sponsorship.drift_district": r"\rho_S(3)",
    "sponsorship.evidence_pull": r"s_E",
    "sponsorship.involvement_pull": r"s_J",
    "sponsorship.quality_pull": r"s_Y",
    "sponsorship.debate_pull": r"s_B",
    "sponsorship.dispossession_push": r"s_d",
    "sponsorship.dispossession_push_district": r"s_d(3)",
    "sponsorship.commitment": r"s_+",
}
