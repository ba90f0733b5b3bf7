"""A page that sends what a hand sends is heard; one that floods is not heard for long."""

from experiments.seminar.live import session
from experiments.seminar.live.session import BURST, EACH_SECOND, Patience


def test_what_a_hand_sends_never_tires(monkeypatch):
    clock = Clock(monkeypatch)
    patience = Patience()
    for _ in range(2_000):
        clock.now += 2 / EACH_SECOND
        assert not patience.lost()


def test_a_flood_is_heard_once_and_patience_comes_back(monkeypatch):
    clock = Clock(monkeypatch)
    patience = Patience()
    assert [patience.lost() for _ in range(BURST + 1)] == [False] * BURST + [True]
    clock.now += 2
    assert not patience.lost()


class Clock:
    """A clock that stands still unless it is moved."""

    def __init__(self, monkeypatch) -> None:
        self.now = 0.0
        monkeypatch.setattr(session, "monotonic", lambda: self.now)
