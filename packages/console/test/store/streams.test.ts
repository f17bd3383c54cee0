import { eventActions, flowReasons, flowStates } from "@flow-catalog/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AcceptedDelivery } from "../../src/flow/delivery.ts";
import { drivers, titleOf } from "./drivers.ts";
import { numbers } from "./numbers.ts";
import { reference } from "./reference.ts";
import { accepted, hour, idOf, noon, quarantined, rejected } from "./samples.ts";

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Few sessions and values, so that much of it meets. */
const delivery = fc
  .record({
    sessionId: fc.nat(4).map((number) => idOf("5e55", number)),
    attemptId: maybe(fc.constantFrom("first", "second")),
    action: fc.constantFrom(...eventActions, "from_tomorrow", "from_yesterday"),
    code: fc.constantFrom(7001, 7002, 7010, 7042, 7001.5),
    feature: maybe(fc.constantFrom("selfid", "other")),
    reason: maybe(fc.constantFrom(...flowReasons.slice(0, 2), "unknown")),
    state: maybe(fc.constantFrom(...flowStates.slice(0, 3), "unknown")),
    vendorData: maybe(fc.constantFrom("a", "B", "ő\u{1f600}")),
    endUserId: maybe(fc.constantFrom("one", "two")),
  })
  .chain((facts) => fc.nat(200).map((step) => accepted(facts, noon + (step - 100) * (hour / 4))));

type Step =
  | { readonly append: readonly AcceptedDelivery[] }
  | { readonly again: number }
  | { readonly erase: string }
  | { readonly prune: number }
  | { readonly rebuild: true };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ append: fc.array(delivery, { minLength: 1, maxLength: 20 }) }) },
  { weight: 3, arbitrary: fc.record({ again: fc.nat(1000) }) },
  { weight: 1, arbitrary: fc.record({ erase: fc.nat(4).map((number) => idOf("5e55", number)) }) },
  { weight: 1, arbitrary: fc.record({ prune: fc.nat(160).map((at) => noon + (at - 100) * (hour / 4)) }) },
  { weight: 1, arbitrary: fc.record({ rebuild: fc.constant(true as const) }) },
);
const streams = fc.array(step, { minLength: 1, maxLength: 12 });

for (const driver of drivers) {
  describe.skipIf(driver.missing !== null)(`random streams: ${titleOf(driver)}`, () => {
    it("add up to what the reference says, whatever is repeated, erased, pruned and rebuilt", async () => {
      await fc.assert(
        fc.asyncProperty(streams, async (steps) => {
          const place = await driver.place();
          const store = await place.open();
          try {
            let kept: readonly AcceptedDelivery[] = [];
            const append = async (batch: readonly AcceptedDelivery[]) => {
              await store.append([rejected(), ...batch, quarantined()]);
              kept = [...kept, ...batch];
            };
            for (const one of steps) {
              if ("append" in one) await append(one.append);
              else if ("again" in one) await append(kept.filter((_, index) => (one.again >> (index % 10)) % 2 === 1));
              else if ("rebuild" in one) await store.rebuild();
              else if ("erase" in one) {
                await store.erase({ sessionId: one.erase });
                kept = kept.filter(({ event }) => event.sessionId !== one.erase);
              } else {
                await store.prune(one.prune);
                const stays = new Set(
                  kept.flatMap(({ event, receivedAt }) => (receivedAt >= one.prune ? [event.sessionId] : [])),
                );
                kept = kept.filter(({ event }) => stays.has(event.sessionId));
              }
            }
            expect(await numbers(store)).toEqual(reference(kept));
          } finally {
            await store.close();
            await place.remove();
          }
        }),
        { numRuns: driver.name === "memory" ? 200 : 25 },
      );
    });

    it("add up to the same in any order and in batches of any size", async () => {
      const shuffled = fc
        .array(delivery, { minLength: 2, maxLength: 60 })
        .chain((list) =>
          fc.tuple(fc.shuffledSubarray(list, { minLength: list.length }), fc.integer({ min: 1, max: 30 })),
        );
      await fc.assert(
        fc.asyncProperty(shuffled, async ([list, size]) => {
          const place = await driver.place();
          const store = await place.open();
          try {
            for (let start = 0; start < list.length; start += size) await store.append(list.slice(start, start + size));
            expect(await numbers(store)).toEqual(reference(list));
          } finally {
            await store.close();
            await place.remove();
          }
        }),
        { numRuns: driver.name === "memory" ? 200 : 15 },
      );
    });
  });
}
