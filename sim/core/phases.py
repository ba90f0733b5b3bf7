"""Phases: the third part of a random number's address, one for each stochastic process.

A number never changes and is never used twice: a new process takes the next free one of its block, so that no other
process meets another luck. Numbers are below 2^32. Month and row mean what the process says; what lasts (population,
networks) is drawn under month 0 unless said otherwise. The four words of an address are told apart where a process
takes several decisions on one row: (w0, w1, w2, w3).
"""

# networks: row = rank of the attempt or of the point
TIES_IN_SERVICE = 1
TIES_ACROSS_SERVICES = 2
CITIZEN_RING = 3  # month = side of the ring, row = citizen
CITIZEN_CROSS_TIES = 4
RANDOM_GRAPH = 5
REWIRING = 6

# population: row = agent, manager, elu, citizen or service
AGENT_TRAITS = 20  # category, contact with the public, neutrality
AGENT_MOOD = 21  # motivation, cynicism, practice at month 0
MANAGER_STANCE = 24  # stance
ELU_TRAITS = 25  # flexibility
CITIZEN_TRAITS = 26  # need, far from services
CITIZEN_TRUST = 27  # trust
CITIZEN_SERVICES = 28  # three services, how many of them are used
SERVICE_TRAITS = 29  # technical quality, gap of criteria
MANDATE = 31  # row 0: phase of the mandate

# events: month = of the event, row = 0 or the elu
ELECTION = 40  # election, departure in mid-term
SUCCESSION = 42  # conviction, involvement; row = number of elus: normal draw of the same majority
DGS_DEPARTURE = 44  # follows or not, when
DGS_STANCE = 45  # stance of the newcomer
LEAD_DEPARTURE = 46  # leaves, succession prepared

# programme: row = agent, service, or 0
LAUNCH = 60  # money found
RECRUITMENT = 61  # row = agent: rank among volunteers
RECRUITED_SERVICES = 62  # row = service: rank
DROPOUT = 63  # row = agent
ABORT = 64
PROGRAMME_WIN = 65  # happens, is seen, a flash workshop's result
PROGRAMME_WIN_PLACE = 66  # row = service: rank
FLASH = 69
FLASH_PEOPLE = 70  # row = agent: rank
INSTRUMENT = 71  # row = service: dropped, improvement; row = number of services: next one equipped
PILOT_PLACE = 72  # row = service: rank
SECOND_PROJECT = 73

# items: row = month of creation x agents + author, except VOICE: row = agent
VOICE = 80  # kind, across services (and a way there), which service, joint space (low) or short route (high)
RELAY = 82  # dropped, passed
DECISION = 83
IMPLEMENTATION = 84
REASONS = 85

# agents: row = agent
AGENT_MONTH = 100  # adopts or abandons, is kept by the programme, leaves the post, speaks
SEQUENCE = 102  # order of sequential updating

# lab
LAB = 120  # opens, closes, result, date and outcome of a vote
LAB_WIN_PLACE = 123  # row = service: rank

# citizens: row = citizen
CONTACT = 140  # meets, whom, tells, tells an elu (low) or the direct channel (high)
PARTICIPATION = 142
OFFER_ANSWER = 144  # followed, explained

# outcomes: row = rank of the permutation x agents + agent
PERMUTATION = 160
