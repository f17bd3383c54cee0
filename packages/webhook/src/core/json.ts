const decoder = new TextDecoder();

/** Reads a body as JSON. A byte-order mark is passed over, as is what is no UTF-8: nothing signed is refused for that. */
export function readJson(body: Uint8Array): unknown {
  return JSON.parse(decoder.decode(body));
}
