"""The four roles: each file holds the role's columns and the rules by which it decides."""
