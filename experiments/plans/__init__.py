"""Roll-out plans: dated interventions put side by side with doing nothing, what they cost and what they leave.

    plan_file   a plan as its file says it          laying    a plan laid on an authority, its price asked for
    asked       what the command line asks for      dates     the months at which all of them are read
    readings    what one run says                   numbers   what all runs say, one row a number, with its origin
    frontier    cost against lasting effect         advice    which plan, how sure
    exploring   the chosen plan elsewhere           around    what that shows: levers, box, cells

Nothing here draws or words a note: that is experiments/report.
"""
