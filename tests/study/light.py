"""Work for executors that imports next to nothing: their processes start at once."""

import os
import signal
import time


def square(n):
    return n * n


def die_at_three(n):
    if n == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def hang_at_three(n):
    if n == 3:
        time.sleep(600)
    return n
