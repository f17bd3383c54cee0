import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { listen } from "../../src/server/http-server.ts";

test("no header is left out, however many come before it", async () => {
  const server = await listen(({ headers }, response) => response.end(headers["x-forwarded-for"]), "127.0.0.1", 0);
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  await once(socket, "connect");
  const many = "a:b\r\n".repeat(2_500);
  socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${many}X-Forwarded-For: 203.0.113.9\r\n\r\n`);
  expect(await text(socket)).toContain("203.0.113.9");
  await server.close();
});
