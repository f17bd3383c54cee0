import { once } from "node:events";
import { get } from "node:http";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { type EventStore, StoreError } from "../../src/store/event-store.ts";
import { importFrom } from "../../src/transfer/import.ts";
import { collect } from "../store/numbers.ts";
import { accepted, flows, quarantined, rejected } from "../store/samples.ts";
import { memoryStore } from "../support/memory-store.ts";
import { partsWith } from "../support/parts.ts";
import { running } from "../support/running.ts";

describe("a download of all events", () => {
  it("as JSON Lines comes in again as it was, but for the secret; as CSV it has a line for each", async () => {
    const parts = partsWith();
    const positions = await parts.store.append([rejected(), ...flows(120), quarantined()]);
    const app = createApp(parts);
    const lines = await app.request("/api/deliveries.jsonl");
    expect(lines.headers.get("content-disposition")).toBe('attachment; filename="deliveries.jsonl"');
    const store = memoryStore();
    const source = Readable.from([Buffer.from(await lines.arrayBuffer())]);
    const kept = await collect(parts.store.exportDeliveries());
    expect(await importFrom(store, source)).toEqual({ kept: kept.length, refused: 0, problems: [] });
    const facts = ({ position: _, ...delivery }: (typeof kept)[number]) => ({ ...delivery, secretId: null });
    const imported = await collect(store.exportDeliveries());
    expect(imported.map(({ position: _, ...delivery }) => delivery)).toEqual(kept.map(facts));

    const table = Buffer.from(await (await app.request("/api/deliveries.csv")).arrayBuffer());
    const csv = table.toString("utf8");
    expect(csv.startsWith("\uFEFFposition,")).toBe(true);
    expect(csv.trim().split("\r\n")).toHaveLength(1 + kept.length);
    const after = kept.at(-3)?.position ?? positions.at(0);
    const rest = await (await app.request(`/api/deliveries.jsonl?after=${after}`)).text();
    expect(rest.trim().split("\n")).toHaveLength(2);
    expect((await app.request("/api/deliveries.jsonl?after=x")).status).toBe(400);
    expect((await parts.store.audits({ limit: 9 })).items.map(({ what }) => what)).toEqual([
      "exported",
      "exported",
      "exported",
    ]);
  });

  it("is not made where it cannot be put on the record", async () => {
    const parts = partsWith();
    await parts.store.append([accepted({ sessionId: "a session" })]);
    Object.assign(parts.store, { audit: () => Promise.reject(new Error("disk full")) });
    const response = await createApp(parts).request("/api/deliveries.jsonl");
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining("a session")]);
  });

  it("is made no faster than it is taken, and no more once nobody takes it", async () => {
    const endless = endlessStore();
    await using console = await running({ store: endless.store });
    const request = get(`${console.url}/api/deliveries.jsonl`);
    const [response] = await once(request, "response");
    await once(response, "readable");
    // What the sockets take is some megabytes; it stands still once they are full.
    let before = -1;
    while (endless.made !== before) {
      before = endless.made;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(endless.made * 1_000).toBeLessThan(32 * 2 ** 20);
    response.resume();
    while (endless.made < before + 50_000) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(endless.isEnded).toBe(false);
    response.destroy();
    while (!endless.isEnded) await new Promise((resolve) => setTimeout(resolve, 20));
  });

  it.each([
    ["soon", 10],
    ["late", 1_000],
  ])("breaks off where the store fails %s, so that half of it is not taken for all", async (_, copies) => {
    const store = memoryStore();
    await store.append(flows(10));
    await using console = await running({
      store: {
        ...store,
        async *exportDeliveries() {
          for await (const delivery of store.exportDeliveries()) {
            for (let time = 0; time < copies; time++) yield delivery;
          }
          throw new Error("connection lost");
        },
      },
    });
    const response = await fetch(`${console.url}/api/deliveries.jsonl`);
    expect(response.status).toBe(200);
    const broke = await response.text().then(
      () => false,
      () => true,
    );
    expect(broke).toBe(true);
    expect((await fetch(`${console.url}/healthz`)).status).toBe(200);
  });

  it("that fails at once is answered like any other request that does", async () => {
    const parts = partsWith();
    const exportDeliveries = (): never => {
      throw new StoreError("The store is away.", { temporary: true });
    };
    Object.assign(parts.store, { exportDeliveries });
    expect((await createApp(parts).request("/api/deliveries.jsonl")).status).toBe(503);
  });
});

/** A store whose deliveries, of about a thousand bytes each, have no end. */
function endlessStore(): { readonly store: EventStore; readonly made: number; readonly isEnded: boolean } {
  let made = 0;
  let isEnded = false;
  const delivery = { ...accepted({ vendorData: "x".repeat(600) }), position: 1 };
  const store: EventStore = {
    ...memoryStore(),
    async *exportDeliveries() {
      try {
        for (;;) {
          made++;
          yield delivery;
        }
      } finally {
        isEnded = true;
      }
    },
  };
  return {
    store,
    get made() {
      return made;
    },
    get isEnded() {
      return isEnded;
    },
  };
}
