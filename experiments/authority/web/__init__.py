"""The page « Mon organisation » of the live app: describe an authority, tick plans, compare, take the note away.

    catalogue   what the page is told: words, questions, plans
    desk        authorities described since the app started, and the one comparison under way
    work        a comparison, computed by the same commands as on a line, in a process of its own
    routes      what the server answers
    later       the same, loaded when the page is first asked for
    page/       the page itself, without any library

Nothing leaves the machine; files stand in outputs/, where the command line finds them too.
"""
