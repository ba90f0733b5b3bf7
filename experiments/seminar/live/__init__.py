"""The live app: the same page, every position computed on demand, on this machine alone.

messages.py   what a page may say, and what it is answered
bench.py      worker processes that survive; what is asked last comes first, what is no longer wanted is dropped
answers.py    one question: its world, then its shares, then why
session.py    one page: two slots, each with its last question
guard.py      who may speak to the server: this machine's own page, and nobody else's
server.py     the routes
serving.py    the command
"""
