"""Symbols of the mandated instrument."""

SYMBOLS = {
    "instrument.rollout": r"\rho_I",
    "instrument.closure_intercept": r"i_0",
    "instrument.closure_administration": r"i_A",
    "instrument.closure_formal": r"i_F",
    "instrument.closure_sponsor": r"i_S",
    "instrument.wave_months": r"t_I",
    "instrument.improvement": r"p_I",
    "instrument.improvement_size": r"e_I",
    "citizens.explanation": r"\kappa_{exp}",
    "cost.instrument_build_eur": r"c_b",
    "cost.instrument_wave_eur": r"c_w",
}
