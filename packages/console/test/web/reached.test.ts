import { expect, test } from "vitest";
import type { StageCount } from "../../src/api/types/index.ts";
import { reachedOf } from "../../web/src/lib/reached.ts";

const stage = (value: string, now: number, lane: string | null = "main"): StageCount => ({
  value,
  title: value,
  description: null,
  known: true,
  now,
  before: 0,
  states: [{ value: `${value}_shown`, title: value, description: null, known: true, now, before: 0, lane }],
});

test("whoever ended later came through the stages before, as far as can be inferred", () => {
  expect(reachedOf([stage("opening", 1), stage("consent", 2), stage("capture", 4)])).toEqual([7, 6, 4]);
});

test("what has no place in the order is not counted in", () => {
  const stages = [
    stage("opening", 1),
    stage("finish", 2),
    stage("interruption", 8, "errors"),
    stage("?", 16),
    stage("-", 32),
  ];
  expect(reachedOf(stages)).toEqual([3, 2, null, null, null]);
});
