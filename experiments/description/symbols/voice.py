"""Symbols of field agents' voice."""

SYMBOLS = {
    "voice.base": r"\lambda_0",
    "voice.practice": r"\lambda_P",
    "programme.idea_factor": r"\iota",
    "voice.legitimacy": r"\ell",
    "voice.legitimacy_c": r"\ell_C",
    "voice.neutrality_loss": r"\nu_v",
    "formal.job": r"F_{job}",
    "programme.protected": r"F_p",
    "voice.cynicism_loss": r"\gamma_v",
    "voice.heard_base": r"\beta_0",
    "voice.heard_gain": r"\beta_+",
    "voice.heard_cap": r"\beta_{max}",
    "voice.desk_share": r"q_0",
    "voice.quick_share": r"q_1",
    "voice.middle_share": r"q_2",
    "voice.cross_share": r"q_x",
    "hierarchy.transversality": r"z",
    "programme.effective_depth": r"D_e",
}
