"""Interventions: one file each, named as a user would ask for it, found by its folder."""
