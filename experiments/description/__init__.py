"""The model description: pages written by hand, whose tables are generated from the code.

`python -m experiments.description` rewrites the marked blocks of docs/model; with `--check` it only tells which pages
have drifted.
"""
