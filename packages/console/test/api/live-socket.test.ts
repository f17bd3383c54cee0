import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accepted } from "../support/deliveries.ts";
import { memoryStore } from "../support/memory-store.ts";
import { operatorPassword, passwords, signedIn, viewerPassword } from "../support/passwords.ts";
import { running } from "../support/running.ts";
import { until } from "../support/until.ts";

/** Reads server-sent events off a connection of its own. */
async function listening(url: string, headers: Record<string, string> = {}) {
  const request = get(`${url}/api/live`, { headers, agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  const chunks = response.setEncoding("utf8")[Symbol.asyncIterator]() as AsyncIterator<string>;
  let text = "";
  return {
    stop: () => request.destroy(),
    /** Reads on until an event has this id, or to the end without one; gives all ids so far. */
    async idsUntil(last: number | null): Promise<readonly number[]> {
      const ids = () => [...text.matchAll(/^id: (\d+)\ndata: .*\n\n/gm)].map(([, id]) => Number(id));
      while (last === null || !ids().includes(last)) {
        const { done, value } = await chunks.next();
        if (done === true) break;
        text += value;
      }
      return ids();
    },
  };
}

describe("the live stream over a connection", () => {
  it("goes on after every break without a gap and without a repeat", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 }), async (batches) => {
        const store = memoryStore();
        await using console = await running({ store });
        const seen: number[] = [];
        for (const size of batches) {
          const positions = await store.append(Array.from({ length: size }, () => accepted()));
          const stream = await listening(console.url, { "last-event-id": String(seen.at(-1) ?? 0) });
          seen.push(...(await stream.idsUntil(positions.at(-1) ?? 0)));
          stream.stop();
        }
        expect(seen).toEqual(Array.from({ length: await store.head() }, (_, index) => index + 1));
      }),
      { numRuns: 4 },
    );
  });

  it("ends when its reader signs out, and not when somebody else does", async () => {
    const store = memoryStore();
    await using console = await running({ store, signIn: passwords });
    const app = { request: (path: string, init?: RequestInit) => fetch(`${console.url}${path}`, init) };
    const one = await signedIn(app, viewerPassword);
    const other = await signedIn(app, operatorPassword);
    const stream = await listening(console.url, one);
    const stays = await listening(console.url, other);
    await app.request("/api/sign-out", { method: "POST", headers: one });
    expect(await stream.idsUntil(null)).toEqual([]);
    const [position = 0] = await store.append([accepted()]);
    expect(await stays.idsUntil(position)).toEqual([position]);
    stays.stop();
  });

  it("ends soon when its reader signs out in another process", async () => {
    const store = memoryStore();
    await using console = await running({ store, signIn: passwords });
    await using another = await running({ store, signIn: passwords });
    const app = { request: (path: string, init?: RequestInit) => fetch(`${another.url}${path}`, init) };
    const leaves = await signedIn(app, viewerPassword);
    const stream = await listening(console.url, leaves);
    const stays = await listening(console.url, await signedIn(app, operatorPassword));
    const before = performance.now();
    await app.request("/api/sign-out", { method: "POST", headers: leaves });
    expect(await stream.idsUntil(null)).toEqual([]);
    // The heartbeat, which would also find it out, comes after fifteen seconds.
    expect(performance.now() - before).toBeLessThan(10_000);
    const [position = 0] = await store.append([accepted()]);
    expect(await stays.idsUntil(position)).toEqual([position]);
    stays.stop();
  });

  it("carries nothing that was erased, though it was held for readers", async () => {
    const store = memoryStore();
    await using console = await running({ store });
    const stays = await listening(console.url);
    await store.append([accepted(), accepted({ sessionId: "another-session" })]);
    expect(await stays.idsUntil(2)).toEqual([1, 2]);
    const erase = `${console.url}/api/sessions/another-session/erase`;
    const erased = await fetch(erase, { method: "POST", headers: { origin: console.url } });
    expect(erased.status).toBe(200);
    const late = await listening(console.url, { "last-event-id": "0" });
    await store.append([accepted()]);
    expect(await late.idsUntil(3)).toEqual([1, 3]);
    expect(await stays.idsUntil(3)).toEqual([1, 2, 3]);
    stays.stop();
    late.stop();
  });

  it("lets go of a reader that is gone", async () => {
    const store = memoryStore();
    await using console = await running({ store });
    const readers = async () => {
      const status = (await (await fetch(`${console.url}/api/status`)).json()) as { live: { readers: number } };
      return status.live.readers;
    };
    const streams = await Promise.all(Array.from({ length: 5 }, () => listening(console.url)));
    await until(async () => expect(await readers()).toBe(5));
    for (const { stop } of streams) stop();
    await until(async () => expect(await readers()).toBe(0));
  });
});
