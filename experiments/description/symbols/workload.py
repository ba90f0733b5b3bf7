"""Symbols of workload and tension."""

SYMBOLS = {
    "workload.slack": r"\kappa_0",
    "workload.slack_time": r"\kappa_1",
    "workload.practice_load": r"u_x",
    "workload.working_days": r"j_w",
    "programme.letter": r"z_1",
    "programme.return_experience": r"z_2",
    "formal.unions": r"z_3",
    "workload.unions_relief": r"\kappa_u",
}
