import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { drivers } from "../support/drivers.ts";
import { forGood, temporary } from "../support/failing-store.ts";
import { faulty } from "../support/faulty.ts";
import { eventBody, post } from "../support/receiving.ts";
import { running } from "../support/running.ts";

const waves = 3;
const perWave = 6;

const faults = [
  { name: "refuses for a while", failure: temporary, afterwards: false },
  { name: "refuses for good", failure: forGood, afterwards: false },
  { name: "loses the answer", failure: temporary, afterwards: true },
  { name: "throws what is no error of a store", failure: () => new TypeError("bug"), afterwards: false },
] as const;

describe.each(drivers)("with $name", ({ open, missing }) => {
  test.skipIf(missing !== null).each(faults)(
    "a store that $name at any one call costs no acknowledged delivery",
    async ({ failure, afterwards }) => {
      for (let nth = 1; ; nth++) {
        await using opened = await open();
        const store = faulty(opened.store, nth, failure, afterwards);
        await using at = await running({ store: store.store });
        const acknowledged: string[] = [];
        const send = async (vendorData: string) => {
          const { status } = await post(at.webhookUrl, eventBody({ vendorData }));
          expect([200, 503]).toContain(status);
          if (status === 200) acknowledged.push(vendorData);
          return status;
        };
        const ending = new AbortController();
        const live = await fetch(`${at.url}/api/live`, { signal: ending.signal });
        for (let wave = 0; wave < waves; wave++) {
          const names = Array.from({ length: perWave }, (_, index) => `${nth}-${wave}-${index}`);
          const answers = await Promise.all(names.map(send));
          // The sender tries again what was not taken; by now the store is well.
          const again = names.filter((_, index) => answers[index] !== 200);
          if (store.calls > nth) for (const name of again) expect(await send(name)).toBe(200);
        }
        // Nothing that was acknowledged is missing, and nothing is there that nobody sent.
        const rows = await opened.store.feed(0, 1_000);
        const kept = rows.flatMap((row) => (row.verdict === "accepted" ? [row.event.vendorData] : []));
        expect(kept).toEqual(expect.arrayContaining(acknowledged));
        const last = [await post(at.webhookUrl), await post(at.webhookUrl)].map(({ status }) => status);
        expect(last.filter((status) => status !== 200).length).toBeLessThanOrEqual(store.calls < nth ? 0 : 1);
        expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
        ending.abort();
        await live.body?.cancel().catch(() => {});
        if (store.calls < nth) return;
      }
    },
  );

  test.skipIf(missing !== null)(
    "a store that is away for a while: 503 meanwhile, and everything afterwards",
    async () => {
      await using opened = await open();
      let isAway = true;
      const store = new Proxy(opened.store, {
        get(target, name) {
          const member = Reflect.get(target, name);
          if (typeof member !== "function" || name === "close") return member;
          return (...given: unknown[]) => (isAway ? Promise.reject(temporary()) : member.apply(target, given));
        },
      });
      await using at = await running({ store });
      const bodies = Array.from({ length: 20 }, (_, index) => eventBody({ vendorData: String(index) }));
      const meanwhile = await Promise.all(bodies.map((body) => post(at.webhookUrl, body)));
      expect(new Set(meanwhile.map(({ status }) => status))).toEqual(new Set([503]));
      expect((await fetch(`${at.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
      isAway = false;
      for (let turn = 0; turn < 100 && (await fetch(`${at.url}/readyz`)).status !== 200; turn++) await sleep(50);
      expect((await fetch(`${at.url}/readyz`)).status).toBe(200);
      const afterwards = await Promise.all(bodies.map((body) => post(at.webhookUrl, body)));
      expect(new Set(afterwards.map(({ status }) => status))).toEqual(new Set([200]));
      const rows = await opened.store.feed(0, 1_000);
      expect(rows.filter(({ verdict }) => verdict === "accepted")).toHaveLength(20);
    },
  );
});
