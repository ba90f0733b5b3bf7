"""The pack: positions computed ahead, in one file that opens by a double click, without Python nor network.

positions.py   which positions of the levers, with which event, for each case
parts.py       what is computed for each position, kept on disk under the hash of all that decides it
whys.py        why: the positions of the pack are one another's "what if", with the same luck
making.py      from parts to the file
"""
