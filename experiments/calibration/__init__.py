"""Calibration by history matching: which values of ten parameters the facts of the study do not rule out.

    space.py           the ten parameters, their ranges, points drawn in them
    rules.py           every number of the method, in one place
    simulator.py       what reads the patterns of the study off a point
    implausibility.py  how far a point is from what is expected, in standard deviations
    chunks.py          units of work, kept in files that survive any interruption
    race.py            few replicates of cheap patterns for all points, more for those that remain
    emulator.py        a quadratic surface a statistic, to draw the points of the next wave
    waves.py           the waves, one after the other
    harvest.py         the ensemble, prior shares, joint passing
    rival.py           four numbers and a logistic curve, put to the same patterns
    report.py          all of it as pages, in French and in English
    freezing.py        the ensemble as it ships with the product

Method: I. Vernon, M. Goldstein, R. G. Bower (2010), Galaxy formation: a Bayesian uncertainty analysis, Bayesian
Analysis 5; what is kept is a set of points that are not implausible, never one best point.
"""
