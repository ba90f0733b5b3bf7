"""`archipel app`: the seminar, live, on this machine."""

from experiments.grammar import WORKERS, Command, Option, Request

LAST_PORT = 65_535


def port(text: str) -> int:
    """A port, 0 for any that is free."""
    value = int(text)
    if not 0 <= value <= LAST_PORT:
        raise ValueError(text)
    return value


COMMAND = Command(
    name="app",
    examples=("archipel app", "archipel app ma_ville.yaml --port 0 --no-browser --lang en"),
    word="SCENARIO",
    words=(0, 20),
    options=(Option("port", "P", port), Option("host", "ADDRESS"), Option("no-browser"), WORKERS),
)


def main(request: Request) -> int:
    """Serve the page until Ctrl-C."""
    from experiments.seminar.live.serving import app

    return app(request)
