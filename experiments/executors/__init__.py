"""Where chunks of runs are computed: one file an executor, found by its name.

Each has one function `results(work, chunks, workers)`, which yields the results in the order of the chunks. A result
depends on its chunk alone, so that executors and numbers of workers are interchangeable to the bit.
"""
