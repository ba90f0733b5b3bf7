"""Symbols of mood, skill, mobility."""

SYMBOLS = {
    "motivation.return_rate": r"\delta_m",
    "motivation.practice_gain": r"\mu_x",
    "decision.motivation_gain": r"\eta_m",
    "motivation.stress": r"\psi",
    "motivation.stress_months": r"t_\psi",
    "programme.training": r"t_p",
    "cynicism.imitation": r"\eta_c",
    "cynicism.return_rate": r"\delta_c",
    "decision.cynicism_relief": r"\epsilon_1",
    "decision.teammates_relief": r"\epsilon_2",
    "decision.unanswered_cynicism": r"\kappa_I",
    "cynicism.abort_shock": r"\kappa_P",
    "programme.abort_team": r"\kappa_g",
    "programme.abort_all": r"\kappa_a",
    "cynicism.rivalry": r"\kappa_R",
    "cynicism.newcomer": r"c_{new}",
    "mobility.skill_gain": r"k_+",
    "mobility.rate": r"h_m",
    "mobility.ambassador_factor": r"f_m",
    "mobility.ambassador_months": r"t_m",
}
