"""Symbols of the lab."""

SYMBOLS = {
    "lab.window_before": r"t_-",
    "lab.window_after": r"t_+",
    "lab.intercept": r"l_0",
    "lab.sponsor": r"l_S",
    "lab.administration": r"l_A",
    "lab.evidence": r"l_E",
    "lab.cynicism": r"l_C",
    "lab.cost": r"l_K",
    "cost.lab_eur_year": r"K_{lab}",
    "cost.lab_budget_share": r"\beta_K",
    "lab.closure_intercept": r"k_0",
    "lab.closure_sponsor": r"k_S",
    "lab.closure_evidence": r"k_E",
    "lab.closure_formal": r"k_F",
    "lab.win_probability": r"p_w",
    "lab.merger_slope": r"s_v",
    "lab.merger_midpoint": r"m_v",
}
