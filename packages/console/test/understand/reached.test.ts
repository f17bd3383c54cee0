import { expect, test } from "vitest";
import { reachedBy } from "../../src/understand/reached.ts";
import { index } from "../support/catalog.ts";

test("whoever ended in a stage came through all that are before it", () => {
  const stages = reachedBy("consent", index);
  expect(stages.at(0)).toBe(index.stages[0]?.value);
  expect(stages.at(-1)).toBe("consent");
  expect(reachedBy("finish", index).slice(0, stages.length)).toEqual(stages);
});

test("errors can meet a person anywhere, so they have no place in the order", () => {
  expect(index.stages.map(({ value }) => value)).toContain("interruption");
  expect(index.order).not.toContain("interruption");
  expect(index.order).toHaveLength(index.stages.length - 1);
  for (const stage of ["interruption", "?", "-", "made up"]) expect(reachedBy(stage, index)).toEqual([]);
});
