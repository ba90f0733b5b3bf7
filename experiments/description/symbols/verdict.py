"""Symbols of the verdict."""

SYMBOLS = {
    "verdict.breadth": r"B_1",
    "verdict.rest": r"x_1",
    "verdict.spreading_breadth": r"B_2",
    "verdict.spreading_rest": r"x_2",
    "verdict.momentum": r"g_1",
    "verdict.isolation": r"\iota_1",
    "verdict.service_share": r"\sigma_1",
    "verdict.service_min": r"n_1",
    "verdict.permutations": r"n_\pi",
    "verdict.quantile": r"q_\pi",
    "verdict.disillusion": r"c_1",
    "verdict.relaunch_ratio": r"V_{min}",
    "verdict.showcase": r"R_1",
    "verdict.epsilon": r"\varepsilon",
}
