// Small helpers over the document. Styles are set through the object model only: the page's policy refuses style attributes.

const SVG = "http://www.w3.org/2000/svg";

export const find = (selector, root = document) => root.querySelector(selector);

/** Sets attributes; `text` is the content, a function listens to the event of its name, false or null removes. */
export function adorn(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") node.textContent = value;
    else if (typeof value === "function") node.addEventListener(name, value);
    else if (value === false || value === null) node.removeAttribute(name);
    else node.setAttribute(name, value === true ? "" : value);
  }
  return node;
}

/** A new HTML element with attributes and children. */
export function element(tag, attributes = {}, ...children) {
  const node = adorn(document.createElement(tag), attributes);
  node.append(...children);
  return node;
}

/** A new SVG element with attributes and children. */
export function drawn(tag, attributes = {}, ...children) {
  const node = adorn(document.createElementNS(SVG, tag), attributes);
  node.append(...children);
  return node;
}

/** An icon of the sprite that index.html holds. */
export const icon = (name) =>
  drawn("svg", { class: "icon", "aria-hidden": "true" }, drawn("use", { href: `#icon-${name}` }));

/** Text made safe for markup that is written as a string (exports). */
export const escaped = (text) =>
  String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Offers a file to the reader; nothing leaves the machine. */
export function offer(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
