// Worlds computed on this machine by `archipel app`, over one websocket.

export class LiveSource {
  constructor() {
    this.waiting = new Map();
    this.unsent = [];
    this.layouts = new Map();
  }

  texts(lang) {
    return this.#json(`page/texts/${lang}.json`);
  }

  async catalogue() {
    this.#connect();
    return this.#json("catalogue");
  }

  async #json(path) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  #connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.socket = new WebSocket(`${scheme}://${location.host}/ws`);
    this.socket.addEventListener("open", () => this.unsent.splice(0).forEach((text) => this.socket.send(text)));
    this.socket.addEventListener("message", ({ data }) => this.#receive(JSON.parse(data)));
    this.socket.addEventListener("close", () => this.lost?.());
  }

  #send(message) {
    const text = JSON.stringify(message);
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
    else this.unsent.push(text);
  }

  /** Old answers are dropped by their run number. */
  #receive(message) {
    if (message.type === "error") this.#refused(message);
    if (message.layout) this.layouts.set(message.layout.id, message.layout);
    const own = this.waiting.get(message.slot);
    if (own === undefined || own.run !== message.run) return;
    if (message.type === "world") own.on.world(message.world, this.layouts.get(message.world.layout));
    if (message.type === "shares") own.on.shares(message.shares);
    if (message.type === "why") own.on.why(message.why);
  }

  /** An error that names no run or no slot concerns all that is awaited. */
  #refused({ run, slot, fr, en }) {
    for (const [name, own] of this.waiting) {
      if ([null, own.run].includes(run) && [null, undefined, name].includes(slot)) own.on.error({ fr, en });
    }
  }

  /** Only the levers that were moved are sent: the others stay as the case has them. */
  request({ run, slot, case: asked, levers: all, events, seed }, on) {
    const levers = Object.fromEntries(Object.entries(all).filter(([id, value]) => asked.levers[id] !== value));
    this.waiting.set(slot, { run, on });
    this.#send({ type: "world", run, slot, case: asked.id, levers, events, seed });
  }

  cancel(slot) {
    if (this.waiting.delete(slot)) this.#send({ type: "cancel", slot });
  }

  /** The page in one file without data, for a replay. */
  async shell() {
    const answer = await fetch("shell");
    if (!answer.ok) throw new Error(`shell: ${answer.status}`);
    return answer.text();
  }
}
