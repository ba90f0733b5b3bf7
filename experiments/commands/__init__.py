"""One file a command: `COMMAND` says what it accepts, `main(request)` does it and returns the exit code.

What a command needs for its work is imported inside `main`: its help must not wait for it.
"""
