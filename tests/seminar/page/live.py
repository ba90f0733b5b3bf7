"""The live app as the page sees it, played by the test: files, catalogue, a websocket that answers when told to."""

import json
import mimetypes
from typing import Any

from experiments.seminar.page_file import PAGE, shell

ADDRESS = "http://127.0.0.1:8000"


class Live:
    """Answers a page from the sample; `held`: answers that wait until `answer` is called."""

    def __init__(self, tab, content: dict[str, Any]) -> None:
        self.content, self.tab = content, tab
        self.asked: list[dict[str, Any]] = []
        self.held = False
        self.socket: Any = None
        tab.route("**/*", self._file)
        tab.route_web_socket("**/ws", self._connected)

    def open(self) -> None:
        self.tab.goto(f"{ADDRESS}/")
        self.tab.wait_for_selector(".panel[aria-busy=false] .headline:not(:empty)")

    def _file(self, route) -> None:
        path = route.request.url.removeprefix(f"{ADDRESS}/")
        if not route.request.url.startswith(ADDRESS):
            route.abort()
        elif path == "catalogue":
            route.fulfill(json=self.content["live"])
        elif path == "shell":
            route.fulfill(body=shell(), content_type="text/html")
        else:
            name = path.removeprefix("page/") or "index.html"
            route.fulfill(body=(PAGE / name).read_text(encoding="utf-8"), content_type=mimetypes.guess_type(name)[0])

    def _connected(self, socket) -> None:
        self.socket = socket
        socket.on_message(self._heard)

    def _heard(self, text) -> None:
        message = json.loads(text)
        self.asked.append(message)
        if message["type"] == "world" and not self.held:
            self.answer(message)

    def answer(self, message: dict[str, Any], block: str | None = None) -> None:
        """World, shares and why of a message: of a block of the sample, chosen by its event unless it is named."""
        found = self.content["worlds"][block or self._block(message)]
        world = found["world"] | {"why": None}
        common = {"run": message["run"], "slot": message["slot"]}
        self.say({"type": "world", **common, "world": world, "layout": self.content["layouts"][world["layout"]]})
        self.say({"type": "shares", **common, "shares": found["shares"]})
        self.say({"type": "why", **common, "why": found["world"]["why"]})

    def _block(self, message: dict[str, Any]) -> str:
        names = [event["id"] for event in message["events"]]
        for case, _, events, block in self.content["catalogue"]["computed"]:
            if case == message["case"] and [event["id"] for event in events] == names[-1:]:
                return block
        return "0"

    def say(self, message: dict[str, Any]) -> None:
        self.socket.send(json.dumps(message))
