import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AcceptedDelivery } from "../../src/flow/delivery.ts";
import { startChild } from "./child.ts";
import { durable, sqlitePlace, titleOf } from "./drivers.ts";
import { collect, numbers } from "./numbers.ts";
import { reference } from "./reference.ts";

const kills = 20;
const atLeast = 100;
const strace = process.env.STRACE_PATH;

for (const driver of durable) {
  describe.skipIf(driver.missing !== null)(`kill -9 while it appends: ${titleOf(driver)}`, () => {
    it("loses nothing that was acknowledged, and tears nothing", async () => {
      const place = await driver.place();
      const acknowledged: number[] = [];
      for (let time = 0; time < kills; time++) {
        const child = await startChild(place.location);
        // Not at the same moment of a batch each time.
        await child.acknowledged(atLeast + 4 * time);
        const positions = await child.kill();
        expect(positions.length).toBeGreaterThanOrEqual(atLeast);
        acknowledged.push(...positions);
      }
      const store = await place.open();
      const kept: number[] = [];
      for (let page = await store.feed(0, 1000); page.length > 0; page = await store.feed(kept.at(-1) ?? 0, 1000)) {
        kept.push(...page.map(({ position }) => position));
      }
      const all = new Set(kept);
      expect(acknowledged.filter((position) => !all.has(position))).toEqual([]);
      // Each process had at most one batch of four on its way.
      expect(kept.length % 4).toBe(0);
      expect(kept.length - acknowledged.length).toBeLessThanOrEqual(4 * kills);
      const deliveries: readonly AcceptedDelivery[] = await collect(store.exportDeliveries());
      expect(await numbers(store)).toEqual(reference(deliveries));
      await store.close();
      await place.remove();
    });
  });
}

describe.skipIf(strace === undefined)(
  `system calls of SQLite${strace === undefined ? " (needs STRACE_PATH)" : ""}`,
  () => {
    it("show a flush to the disk before each batch is acknowledged", async () => {
      const place = await sqlitePlace();
      const folder = mkdtempSync(join(tmpdir(), "flow-console-strace-"));
      const trace = join(folder, "trace");
      const options = ["-f", "-o", trace, "-e", "trace=fsync,fdatasync,write"];
      const child = await startChild(place.location, [strace as string, ...options]);
      await child.acknowledged(200);
      await child.kill();
      let flushes = 0;
      let batches = 0;
      for (const line of readFileSync(trace, "utf8").split("\n")) {
        // Of a call that another thread interrupts, strace writes the end in a line of its own.
        if (/\bf(data)?sync(\(\d+\)| resumed>\)) += 0/.test(line)) flushes++;
        else if (/\bwrite\(1, "open/.test(line)) flushes = 0;
        else if (/\bwrite\(1, "\d/.test(line)) {
          batches++;
          expect(flushes, line).toBeGreaterThan(0);
          flushes = 0;
        }
      }
      expect(batches).toBeGreaterThanOrEqual(50);
      await place.remove();
      rmSync(folder, { recursive: true });
    });
  },
);
