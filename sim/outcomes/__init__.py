"""Outcomes: what is measured on a closed month, and the verdict; they read and write nothing."""
