"""The seminar: one page that plays runs before a room, from a file, from this machine, or one exported run.

    question.py   what a trainer asks: a case, levers, dated events, the number of a simulation
    worlds.py     the answer, month by month: one simulation as bytes, its dates, its verdict, what it cost
    shares.py     the same question over a hundred plausible worlds, simulations paired by their number
    whys.py       why: one sentence computed from runs
    catalogue.py  what the page may ask, in both languages
    pack/         everything computed ahead, in one file that opens from a USB stick
    live/         everything computed on demand, on this machine alone
    page/         what the trainer sees: one page without any build step, the same in the three forms

The data that pass between Python and the page are described in docs/decisions/0030-seminar-data.md. A small example of
them, one case and three positions, is written by `python -m experiments.seminar.sample DIR`.
"""
