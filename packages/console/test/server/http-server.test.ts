import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
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

/** How many connections that wait to be accepted the system keeps at most; where it does not say so, none are counted on. */
const kept = existsSync("/proc/sys/net/core/somaxconn")
  ? Number(readFileSync("/proc/sys/net/core/somaxconn", "utf8"))
  : 0;

test.skipIf(kept < 1_000)(
  "connections that come while it is busy wait to be accepted (skipped where the system keeps fewer than 1,000)",
  async () => {
    const server = await listen((_, response) => response.end("ok"), "127.0.0.1", 0);
    // Nothing is accepted until the sender has ended, so it can only end once the system keeps all of its connections.
    const { port } = new URL(server.url);
    const sender = spawnSync(process.execPath, ["-e", senderOf(800, port)], { timeout: 30_000, encoding: "utf8" });
    expect(sender.stdout).toBe("800 connected");
    await server.close();
  },
);

function senderOf(connections: number, port: string): string {
  return `
    let connected = 0;
    for (let n = 0; n < ${connections}; n++)
      require("node:net").connect(${port}, "127.0.0.1", () => {
        if (++connected === ${connections}) process.stdout.write(connected + " connected", () => process.exit());
      });`;
}
