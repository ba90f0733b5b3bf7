"""Symbols of the second call."""

SYMBOLS = {
    "relaunch.intercept": r"u_0",
    "relaunch.motivation": r"u_m",
    "relaunch.cynicism": r"u_c",
    "relaunch.stance": r"u_M",
    "relaunch.second_rate": r"r_2",
    "relaunch.second_evidence": r"k_2",
}
