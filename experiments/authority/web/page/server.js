// What is asked of the server on this machine; what it refuses comes back as {problems}.

import { say } from "./tongue.js";

export const ask = (path) => answer(fetch(path));

export const send = (path, body) => answer(fetch(path, { method: "POST", body }));

async function answer(sent) {
  try {
    const found = await sent;
    if (found.ok || [413, 422].includes(found.status)) return await found.json();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return { problems: [{ fr: say("lost"), en: say("lost") }] };
}
