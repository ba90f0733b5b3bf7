// Bytes in and out of base64 and raw deflate, and the columns that a world and a layout are made of (little-endian).

export const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

export function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

async function through(bytes, transform) {
  const stream = new Blob([bytes]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export const inflate = (bytes) => through(bytes, new DecompressionStream("deflate-raw"));
export const deflate = (bytes) => through(bytes, new CompressionStream("deflate-raw"));

/** An object as one text that a data block can hold: JSON, deflated, in base64. */
export async function pack(value) {
  return toBase64(await deflate(new TextEncoder().encode(JSON.stringify(value))));
}

export async function unpack(text) {
  return JSON.parse(new TextDecoder().decode(await inflate(fromBase64(text.trim()))));
}

/** A column of numbers written in base64. */
export function column(text, Kind) {
  const bytes = fromBase64(text);
  return new Kind(bytes.buffer, 0, bytes.length / Kind.BYTES_PER_ELEMENT);
}

/** What changes, month by month: {month, row, state, reason}, sorted by month then row. */
export async function readChanges(text, wide) {
  const { buffer } = await inflate(fromBase64(text));
  const count = new DataView(buffer).getUint32(0, true);
  let at = 4;
  const take = (Kind) => {
    const part = new Kind(buffer.slice(at, at + count * Kind.BYTES_PER_ELEMENT));
    at += part.byteLength;
    return part;
  };
  const changes = { count, month: take(Uint16Array), row: take(wide ? Uint32Array : Uint16Array) };
  return Object.assign(changes, { state: take(Uint8Array), reason: take(Uint8Array) });
}
