"""Integer codes of the states that columns hold (enumerations of the configuration carry their own order)."""

# role of a field agent in the programme
NEVER, MEMBER, FORMER = 0, 1, 2

# status of the programme
PLANNED, ACTIVE, ENDED, ABORTED, NOT_LAUNCHED = 0, 1, 2, 3, 4

# role of an elu
MAYOR, THEMATIC, DISTRICT = 0, 1, 2

# kind of an item, and who decides on it: nobody, the first manager, the manager half-way up, the elus
DESK, QUICK, MIDDLE, POLITICAL = 0, 1, 2, 3

# what happened to an item this month
HELD, PASSED, DROPPED, ACCEPTED, REFUSED, DONE = 0, 1, 2, 3, 4, 5

# where an item stands
CLIMBING, IMPLEMENTING = 0, 1

# what a citizen waits for, and the answer it got
NOTHING, AN_ITEM, AN_OFFER = 0, 1, 2
NO_ANSWER, ANSWER_DONE, ANSWER_REASONS, ANSWER_REFUSED, ANSWER_SILENCE = 0, 1, 2, 3, 4

# who sits on a seat this month: the same person, a newcomer, nobody
SAME_PERSON, NEWCOMER, EMPTY_SEAT = 0, 1, 2

# enumerations of the configuration (their order there)
LOGISTIC, THRESHOLD, HAZARD = 0, 1, 2
COMPLEX, SIMPLE = 0, 1
COUNT, FRACTION = 0, 1
SYNCHRONOUS, SEQUENTIAL = 0, 1
MEETING, FIELD = 0, 1
DIVERSE, CLUSTERED, DIRECTED, RANDOM = 0, 1, 2, 3
CLIQUE, STAR, NO_TIES = 0, 1, 2

CATEGORY_A, CATEGORY_B, CATEGORY_C = 0, 1, 2
