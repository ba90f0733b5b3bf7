// Worlds that came with the file: the pack and the replay. Nothing is asked of anybody.

import { fromBase64, unpack } from "./bytes.js";
import { find } from "./dom.js";
import { positionKey } from "./positions.js";

const block = (id) => {
  const node = document.getElementById(id);
  if (node === null) throw new Error(`no data block ${id}`);
  return node.textContent;
};

export class EmbeddedSource {
  static present = () => find("script#catalogue") !== null;

  constructor() {
    this.layouts = new Map();
    this.wanted = new Map();
  }

  async texts(lang) {
    return JSON.parse(block(`texts-${lang}`));
  }

  async catalogue() {
    const catalogue = JSON.parse(block("catalogue"));
    this.blocks = new Map(catalogue.computed.map(([id, levers, events, name]) => [positionKey(id, levers, events), name]));
    return catalogue;
  }

  /** Reads the block of a position; answers are dropped when another one was asked for the same slot meanwhile. */
  async request({ run, slot, case: { id }, levers, events }, on) {
    this.wanted.set(slot, run);
    const name = this.blocks.get(positionKey(id, levers, events));
    if (name === undefined) throw new Error("a position that this file does not hold");
    const { world, shares, layout: own } = await unpack(block(`block-${name}`));
    const layout = own ?? (await this.#layout(world.layout));
    if (this.wanted.get(slot) !== run) return;
    on.world(world, layout);
    on.shares(shares);
    if (world.why) on.why(world.why);
  }

  /** A sheet of the kit, as the bytes of its PDF. */
  sheet({ block: id }) {
    return fromBase64(block(id));
  }

  cancel(slot) {
    this.wanted.delete(slot);
  }

  async #layout(id) {
    if (!this.layouts.has(id)) this.layouts.set(id, await unpack(block(`layout-${id}`)));
    return this.layouts.get(id);
  }

  /** The page without its data, for a replay: the very text this file was opened from, its data blocks left out. */
  async shell() {
    const blank = document.implementation.createHTMLDocument("");
    const root = blank.importNode(EmbeddedSource.pristine, true);
    return `<!DOCTYPE html>\n${root.outerHTML}`;
  }

  /** Keeps the document as it was before anything was written into it (to be called first). */
  static remember() {
    const root = document.documentElement.cloneNode(false);
    const copy = (from, to) => {
      for (const child of from.childNodes) {
        const isData = child.nodeName === "SCRIPT" && /^(block|layout|kit)-|^catalogue$/.test(child.id);
        if (isData) continue;
        const holder = child.nodeName === "HEAD" || child.nodeName === "BODY";
        const own = child.cloneNode(!holder);
        to.append(own);
        if (holder) copy(child, own);
      }
    };
    copy(document.documentElement, root);
    EmbeddedSource.pristine = root;
  }
}
