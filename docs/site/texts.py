"""The words of the site that no page says, by language."""

TITLES = {"fr": "Archipel", "en": "Archipel"}
OTHER_EDITION = {"fr": "In English", "en": "En français"}
ARROWS = {"fr": ["de", "ce qui passe", "vers"], "en": ["from", "what passes", "to"]}
