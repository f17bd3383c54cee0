import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { help } from "../src/cli/help.ts";
import { table, variables } from "../src/settings/table.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const rows = readme.split("\n").filter((line) => line.startsWith("|"));

test("the README has every setting, and no other", () => {
  const said = rows.flatMap(
    (row) => /^\| (?:`--([\w-]+)` )?\| `([A-Z_]+)` \|/.exec(row)?.slice(1, 3).join(" ").trim() ?? [],
  );
  const real = [
    ...Object.values(table).map(({ flag, variable }) => `${flag} ${variable}`),
    ...Object.values<string>(variables),
  ];
  expect(said.toSorted()).toEqual(real.toSorted());
});

test("the README has every command, and no other", () => {
  const said = rows.flatMap((row) => /^\| `flow-console ([a-z]+)/.exec(row)?.[1] ?? []);
  expect(said).toEqual(Object.keys(help).filter((command) => command !== ""));
});
