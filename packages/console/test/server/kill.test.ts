import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { EventStore } from "../../src/store/event-store.ts";
import { durable, type LocatedPlace, titleOf } from "../store/drivers.ts";
import { load } from "../support/load.ts";
import { environmentFor, startProcess } from "../support/process.ts";
import { until } from "../support/until.ts";

const kills = 20;
const senders = 16;
const least = 100;

describe.each(durable)("kill -9 with $name", (driver) => {
  test.skipIf(driver.missing !== null)(
    `${titleOf(driver)}: no acknowledged delivery is lost or torn, ${kills} times`,
    async () => {
      const place = (await driver.place()) as LocatedPlace;
      // Its tables are made here: a console does not make the schema that it is led to.
      await (await place.open()).close();
      const acknowledged = new Set<string>();
      const kept = new Set<string>();
      let head = 0;
      for (let kill = 0; kill < kills; kill++) {
        const console = await startProcess(environmentFor(place.location));
        const sending = load(console.webhookUrl, `kill-${kill}`, senders);
        try {
          await until(
            () => {
              expect(sending.acknowledged.size).toBeGreaterThanOrEqual(least);
              expect(sending.unanswered).toBeGreaterThan(0);
            },
            { interval: 1 },
          );
        } finally {
          await console.end("SIGKILL");
        }
        await sending.over;
        for (const one of sending.acknowledged) acknowledged.add(one);
        const store = await place.open();
        head = await read(store, head, kept);
        await store.close();
        expect([...acknowledged].filter((one) => !kept.has(one))).toEqual([]);
      }
      const store = await place.open();
      const before = await store.values();
      await store.rebuild();
      expect(new Map((await store.values()).map((one) => [`${one.path} ${one.value}`, one.deliveries]))).toEqual(
        new Map(before.map((one) => [`${one.path} ${one.value}`, one.deliveries])),
      );
      await store.close();
      await place.remove();
    },
  );
});

/** Reads what came after a position, holds every body against its digest, and notes which ones are there. */
async function read(store: EventStore, after: number, kept: Set<string>): Promise<number> {
  let place = after;
  for await (const one of store.exportDeliveries(after)) {
    expect(createHash("sha256").update(one.body).digest("hex")).toBe(one.digest);
    expect(JSON.parse(Buffer.from(one.body).toString()).vendorData).toBe(one.event.vendorData);
    expect(one.position).toBeGreaterThan(place);
    place = one.position;
    kept.add(one.event.vendorData ?? "");
  }
  return place;
}
