import { expect, it } from "vitest";
import type { NewDelivery, Position } from "../../src/flow/delivery.ts";
import { batcher } from "../../src/receive/batcher.ts";
import { rejections } from "../../src/receive/rejections.ts";
import { accepted } from "../store/samples.ts";

/** A store whose commits end when they are told to, the oldest first. */
function stepping() {
  const happened: string[] = [];
  const commits: PromiseWithResolvers<readonly Position[]>[] = [];
  const store = {
    append(batch: readonly NewDelivery[]) {
      happened.push(`batch of ${batch.length}`);
      const commit = Promise.withResolvers<readonly Position[]>();
      commits.push(commit);
      return commit.promise;
    },
  };
  const batches = batcher({
    store,
    rejections: rejections({ waiting: 10, perSecond: 10 }),
    maxBatch: 500,
    onCommit: () => {},
    onError: () => {},
  });
  return {
    happened,
    batches,
    /** What has arrived is looked at in the next turn of the loop. */
    async arrive(number: number) {
      for (let one = 0; one < number; one++) {
        batches.add({ delivery: accepted(), settle: () => void happened.push("answer") });
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
    async commit() {
      commits.shift()?.resolve([]);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const answers = (number: number) => Array.from({ length: number }, () => "answer");

/** Commits at once, so that all may be over before the next turn of the loop. */
it("is idle, too, when all were answered before what was set for the next turn", async () => {
  let answered = 0;
  const batches = batcher({
    store: { append: async () => [] },
    rejections: rejections({ waiting: 10, perSecond: 10 }),
    maxBatch: 500,
    onCommit: () => {},
    onError: () => {},
  });
  for (let one = 0; one < 100; one++) batches.add({ delivery: accepted(), settle: () => void answered++ });
  await batches.idle();
  expect(answered).toBe(100);
});

it("gives the store the next batch before the senders of the last one are answered", async () => {
  const { happened, batches, arrive, commit } = stepping();
  await arrive(2);
  await arrive(3);
  expect(happened).toEqual(["batch of 2"]);
  await commit();
  expect(happened).toEqual(["batch of 2", "batch of 3", ...answers(2)]);
  await commit();
  await batches.idle();
  expect(happened).toEqual(["batch of 2", "batch of 3", ...answers(5)]);
});

it("hands the store another batch while it commits one, where many wait, and never a third", async () => {
  const { happened, arrive, commit } = stepping();
  await arrive(1);
  await arrive(99);
  expect(happened).toEqual(["batch of 1"]);
  await arrive(1);
  expect(happened).toEqual(["batch of 1", "batch of 100"]);
  await arrive(300);
  expect(happened).toEqual(["batch of 1", "batch of 100"]);
  await commit();
  expect(happened).toEqual(["batch of 1", "batch of 100", "batch of 300", ...answers(1)]);
});

it("is idle when all are answered", async () => {
  const { happened, batches, arrive, commit } = stepping();
  await arrive(1);
  await arrive(100);
  let isIdle = false;
  const idle = batches.idle().then(() => {
    isIdle = true;
  });
  await commit();
  expect([happened.filter((what) => what === "answer").length, isIdle]).toEqual([1, false]);
  await commit();
  await idle;
  expect(happened.filter((what) => what === "answer")).toHaveLength(101);
});
