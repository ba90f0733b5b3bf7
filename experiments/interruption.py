"""Ctrl-C that is never lost, even where it falls in code that cannot pass it on (a compiler's callback)."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_asked = False


@contextmanager
def interruptible() -> Iterator[None]:
    """Within the block, Ctrl-C raises KeyboardInterrupt: at once, or at the next `pause`, or in place of a failure."""
    global _asked
    _asked = False
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:  # ignored, or another's: leave it
        yield
        return
    signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    except Exception as consequence:
        if _asked:
            raise KeyboardInterrupt from consequence
        raise
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pause() -> None:
    """A place where long work may be stopped."""
    if _asked:
        raise KeyboardInterrupt


def _interrupt(signum: int, frame: FrameType | None) -> None:
    global _asked
    _asked = True
    raise KeyboardInterrupt
