import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { memoryStore } from "../support/memory-store.ts";
import { running } from "../support/running.ts";

afterEach(() => void vi.useRealTimers());

it("a console that closes does not wait for a connection that a browser holds in reserve", async () => {
  const console = await running({ store: memoryStore() });
  const { port } = new URL(console.url);
  const socket = connect(Number(port), "127.0.0.1");
  await once(socket, "connect");
  expect((await fetch(`${console.url}/healthz`)).status).toBe(200);
  // Without timers nothing is ever cut off for taking too long.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const closed = once(socket, "close");
  await console.close();
  await closed;
});
