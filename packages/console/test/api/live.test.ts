import { describe, expect, it, vi } from "vitest";
import { createApp } from "../../src/api/app.ts";
import type { LiveFeed } from "../../src/server/parts.ts";
import { accepted } from "../support/deliveries.ts";
import { memoryStore } from "../support/memory-store.ts";
import { partsWith } from "../support/parts.ts";
import { passwords, signedIn, viewerPassword } from "../support/passwords.ts";

async function liveText(headers: Record<string, string>, query = ""): Promise<string> {
  const parts = partsWith();
  await parts.store.append([accepted(), accepted({ action: "submitted", code: 7002 }), accepted({ action: "what" })]);
  const response = await createApp(parts).request(`/api/live${query}`, { headers });
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  return response.text();
}

const idsIn = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

describe("GET /api/live", () => {
  it("goes on after a position", async () => {
    expect(idsIn(await liveText({}, "?after=0"))).toEqual([1, 2, 3]);
    expect(idsIn(await liveText({}, "?after=2"))).toEqual([3]);
    expect(idsIn(await liveText({}))).toEqual([]);
  });

  it("goes on after the last event that a browser saw, whatever it first asked for", async () => {
    expect(idsIn(await liveText({ "last-event-id": "1" }, "?after=0"))).toEqual([2, 3]);
  });

  it("opens no stream that nobody reads", async () => {
    const parts = partsWith();
    const read = vi.spyOn(parts.live, "read");
    expect((await createApp(parts).request("/api/live", { method: "HEAD" })).status).toBe(204);
    expect(read).not.toHaveBeenCalled();
  });

  it("carries deliveries in words", async () => {
    const [, data] = /^data: (.*)$/m.exec(await liveText({}, "?after=2")) ?? [];
    expect(JSON.parse(data ?? "")).toMatchObject({
      position: 3,
      event: { action: { value: "what", title: "What", known: false } },
    });
  });

  it("says that something was erased, and where to go on stays the same", async () => {
    const store = memoryStore();
    await store.append([accepted()]);
    const rows = await store.feed(0, 1);
    const live: LiveFeed = {
      async *read() {
        yield rows;
        yield [];
      },
      readers: 0,
      erasures: 7,
      forget: () => {},
      close: async () => {},
    };
    const text = await (await createApp(partsWith({ store, live })).request("/api/live")).text();
    expect(text).toMatch(/\nid: 1\ndata: .*\n\nevent: erasures\ndata: 7\n\n$/);
  });

  it("is asked again after an hour, and ends with the sign-in", async () => {
    const hour = 3_600_000;
    for (const [signIn, lasting] of [
      [{ kind: "none" }, hour],
      [passwords, 12 * hour],
    ] as const) {
      const time = { now: Date.parse("2026-03-04T12:00:00Z") };
      const store = memoryStore();
      await store.append([accepted(), accepted(), accepted()]);
      const [first, second, third] = await store.feed(0, 3);
      const live: LiveFeed = {
        async *read() {
          yield [first!];
          time.now += lasting / 2;
          yield [second!];
          time.now += lasting / 2 + 1;
          yield [third!];
        },
        readers: 0,
        erasures: 0,
        forget: () => {},
        close: async () => {},
      };
      const app = createApp(partsWith({ store, live, signIn, clock: () => time.now }));
      const headers = signIn.kind === "none" ? {} : await signedIn(app, viewerPassword);
      if (signIn.kind === "password") time.now += 12 * hour - hour;
      const ids = idsIn(await (await app.request("/api/live", { headers })).text());
      expect(ids).toEqual(signIn.kind === "none" ? [1, 2] : [1]);
    }
  });
});
