"""The seminar kit: what a trainer prints, in French and in English, black on white.

    situation.py    what a scripted situation is; situations/ holds one file each
    claims.py       what the model must answer for a situation to be taught, and how often luck alone would break it
    measuring.py    the hundred simulations of every world of the situations, kept in measured.json
    session.py      what a session is, minute by minute; sessions.py holds the three of them
    printed.py      four screens for the day the projector dies
    wording.py      texts and worlds as paper has them, in one language
    sheets.py       from all this to PDF, by the templates/ and the messages kit.*
    pages.py        the same situations as pages of docs/seminar
    building.py     every file of the kit, by name

`python -m experiments.seminar.kit` writes the kit; `--measure` computes the simulations again and writes docs/seminar.
"""
