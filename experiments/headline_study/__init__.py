"""The headline study told on a page: its numbers, each with its interval and its row, its pictures, its limits.

`python -m experiments.headline_study MAIN UNCERTAINTIES CHANNELS` reads three gathered studies and writes
docs/headline-study.{fr,en}.md, docs/headline-study.csv (all numbers) and docs/images/headline-study/*.svg.
"""
