// Windows over the page: they hold the focus, close with Escape, and give the focus back.

import { element, find } from "./dom.js";
import { say } from "./words.js";

export function openDialog(id, title, ...content) {
  const dialog = find(`#${id}`);
  const close = element("button", { type: "button", class: "close", text: say("dialog.close"), click: () => dialog.close() });
  dialog.replaceChildren(element("h2", { id: `${id}-title`, text: title }), ...content, close);
  if (!dialog.open) dialog.showModal();
  close.focus();
}

export const aDialogIsOpen = () => find("dialog[open]") !== null;
