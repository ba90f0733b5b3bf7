"""Ctrl-C for processes that tests start."""

import signal


def hears_interruptions() -> None:
    """To be called in a new process: what a background job of a shell starts ignores Ctrl-C, its children too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
