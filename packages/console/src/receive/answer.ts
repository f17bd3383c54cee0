import type { IncomingMessage, ServerResponse } from "node:http";

/** Bodies that are short enough to be read past, so that the connection can stay. */
const shortBody = 65_536;
/** How long a sender that is still sending has to notice the answer, in milliseconds. */
const lingering = 1_000;

/**
 * Answers with a status and a word. Where the body was not read, the rest of it is thrown away: at once if it is short;
 * else the connection is closed, but only after the sender had a chance to see why. To close it under a sender that is
 * still sending would make its system drop the answer.
 */
export function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  word: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return;
  const all = { ...headers, "content-type": "text/plain", "content-length": word.length };
  const isShort = Number(request.headers["content-length"]) <= shortBody && headers.connection !== "close";
  if (request.complete || isShort) {
    response.writeHead(status, all).end(word);
    return;
  }
  response.writeHead(status, { ...all, connection: "close" }).write(word);
  const timer = setTimeout(() => end(), lingering);
  const end = () => {
    clearTimeout(timer);
    if (!response.writableEnded) response.end();
  };
  request.on("end", end).on("close", end).resume();
}
