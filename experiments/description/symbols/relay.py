"""Symbols of relay."""

SYMBOLS = {
    "relay.drop": r"\delta_0",
    "relay.drop_formal": r"\delta_F",
    "formal.project": r"F",
    "relay.intercept": r"r_0",
    "relay.stance": r"r_M",
    "relay.sponsor": r"r_S",
    "relay.formal": r"r_F",
    "relay.lab": r"r_L",
    "formal.articulation": r"\alpha",
    "relay.overload": r"r_O",
}
