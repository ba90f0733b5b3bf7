"""Symbols of decision, answer, completion."""

SYMBOLS = {
    "decision.acceptance": r"acc",
    "decision.manager_base": r"g_0",
    "decision.manager_gain": r"g_M",
    "decision.sponsor_base": r"g_1",
    "decision.sponsor_gain": r"g_S",
    "decision.cobuilt_acceptance": r"\rho_a",
    "decision.cobuilt_time": r"\rho_t",
    "decision.delay_quick": r"t_1",
    "decision.delay_middle": r"t_2",
    "decision.delay_political": r"t_3",
    "decision.reasons": r"\phi",
}
