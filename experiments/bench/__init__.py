"""What `archipel bench` measures: the product against peers in C and in Mesa objects, and against its own targets.

All in one process, interleaved, as ratios: a busy or a slow machine moves both sides alike. Seconds are of processor
time, since others may use the machine.
"""
