// Small helpers to build a page without ever reading text as HTML.

export const find = (selector) => document.querySelector(selector);

/** An element with attributes and children; a child that is text stays text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const text = (name, words) => element(name, {}, words);

export const list = (lines) => element("ul", {}, ...lines.map((line) => text("li", line)));
