import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Diagnostic, read } from "../src/index.ts";
import { layout } from "./fixtures/text-flow/layout.ts";

const text = readFileSync(new URL("fixtures/text-flow/page.txt", import.meta.url), "utf8");
/** The page's lines that say something. */
const lines = text.split("\n").filter((line) => line.trim() !== "");
const at = (beginning: string) => lines.findIndex((line) => line.trim().startsWith(beginning));

const reasons = { from: at("Event name"), to: at("The state string") };
const states = { from: at("state value"), to: at("Article versioning") };
const versions = { from: at("Date"), to: lines.length };
const tables = [
  { ...reasons, width: 3 },
  { ...states, width: 2 },
  { ...versions, width: 2 },
];
/** The one cell that has several paragraphs may lose one: that is a page that says less, and no broken copy. */
const paragraphs = new Set([at("Sent on two"), at("a) once"), at("b) when")]);
const cells = tables
  .flatMap(({ from, to }) => lines.slice(from, to).map((_, index) => from + index))
  .filter((index) => !paragraphs.has(index));

async function errors(changed: readonly string[]): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await read({ file: "page.txt", text: changed.join("\n\n"), textLayout: layout });
  return diagnostics;
}

async function findAccepted(changes: Iterable<[string, readonly string[]]>): Promise<readonly string[]> {
  const accepted: string[] = [];
  for (const [name, changed] of changes) if ((await errors(changed)).length === 0) accepted.push(name);
  return accepted;
}

describe("a lossy copy of a flattened page is refused", () => {
  test("the whole one is not", async () => {
    expect(await errors(lines)).toEqual([]);
  });

  test("any one cell lost", async () => {
    const changes = cells.map((index): [string, string[]] => [
      lines[index]!,
      lines.filter((_, other) => other !== index),
    ]);
    expect(changes.length).toBe(3 + 8 * 3 - 1 + 2 + 84 * 2 + 2 + 2);
    expect(await findAccepted(changes)).toEqual([]);
  });

  test.each([
    ["with nothing", ""],
    ["with a space", " "],
    ["with a tab", "\t"],
  ])("any two neighbouring cells glued %s", async (_, glue) => {
    const changes = cells
      .filter((index) => cells.includes(index + 1))
      .map((index): [string, string[]] => [
        `${lines[index]} + ${lines[index + 1]}`,
        lines.flatMap((line, other) =>
          other === index ? [line + glue + lines[index + 1]] : other === index + 1 ? [] : [line],
        ),
      ]);
    expect(await findAccepted(changes)).toEqual([]);
  });

  test("cut anywhere", async () => {
    const changes = lines.slice(0, -1).map((line, index): [string, string[]] => [line, lines.slice(0, index + 1)]);
    expect(await findAccepted(changes)).toEqual([]);
  });

  test("every code span lost", async () => {
    const isCode = /^[a-z0-9]+(_[a-z0-9]+)+$/;
    const found = await errors(lines.filter((line) => !isCode.test(line)));
    expect(found.map(({ rule }) => rule)).toEqual(["text-cell-missing", "text-cell-missing"]);
    for (const { place, hint } of found)
      expect({ place, hint }).toMatchObject({ place: { column: 1 }, hint: expect.stringContaining("lose") });
  });

  test("every row glued into a line", async () => {
    const body = (from: number, to: number, width: number) => {
      const rows: string[] = [];
      for (let index = from; index < to; index += width) rows.push(lines.slice(index, index + width).join(""));
      return rows;
    };
    const found = await errors([
      ...lines.slice(0, states.from),
      ...body(states.from, states.to, 2),
      ...lines.slice(states.to),
    ]);
    expect(found.map(({ rule }) => rule)).toEqual(["text-cells-glued"]);
    const kept = await errors([
      ...lines.slice(0, states.from + 2),
      ...body(states.from + 2, states.to, 2),
      ...lines.slice(states.to),
    ]);
    expect(kept.map(({ rule }) => rule)).toEqual(["text-cells-glued"]);
  });
});
