"""Symbols of political sponsorship and its signal."""

SYMBOLS = {
    "sponsorship.weight_mayor": r"w_m",
    "sponsorship.weight_thematic": r"w_t",
    "sponsorship.weight_district": r"w_q",
    "sponsorship.district_loss": r"\omega_d",
    "hierarchy.signal_retention": r"\kappa_S",
}
