import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
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

test("one connection cannot ask for thousands of answers at once", async () => {
  const answers: (() => void)[] = [];
  const server = await listen((_, response) => void answers.push(() => response.end("ok")), "127.0.0.1", 0);
  const connected = async () => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(socket, "connect");
    return socket;
  };
  const ask = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const greedy = await connected();
  greedy.write(ask.repeat(1_000));
  expect(await text(greedy).catch(() => "")).toBe("");
  expect(answers.length).toBeLessThan(100);

  const patient = await connected();
  const heard = once(patient.setEncoding("utf8"), "data");
  answers.length = 0;
  patient.write(ask.repeat(10));
  while (answers.length < 10) await setImmediate();
  for (const answer of answers) answer();
  expect((await heard)[0]).toContain("200 OK");
  patient.destroy();
  await server.close();
});
