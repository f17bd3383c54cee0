import { describe, expect, it } from "vitest";
import { emitterById } from "../src/index.ts";
import { catalogOf, entry, input, vocabulary } from "./support/catalog.ts";
import { byNode, commentsIn, fileAt } from "./support/run.ts";

/** Bodies of many elements, which are not given to the printer. */
describe.each([999, 1000, 1001, 2500])("a vocabulary of %i entries", (count) => {
  const entries = Array.from({ length: count }, (_, index) => entry(`value_${index}`, `Name${index}`));
  const given = input(catalogOf({ thing: vocabulary("Thing", entries) }));
  const named = Object.fromEntries(entries.map(({ name, value }) => [name, value]));

  it("is emitted whole, in order, with nothing in between", async () => {
    const files = await emitterById("typescript")!.emit(given);
    for (const path of ["enums/thing.ts", "constants/thing.ts"]) {
      expect(await byNode(fileAt(files, path))).toEqual(path.startsWith("enums") ? { Thing: named } : named);
      expect([...commentsIn(fileAt(files, path)).keys()]).toEqual(Object.keys(named));
    }
    const { things } = await byNode(fileAt(files, "lists/thing.ts"));
    expect(things).toEqual(Object.values(named));
    const { describeThing } = (await byNode(fileAt(files, "descriptions.ts"))) as {
      describeThing(value: string): { descriptions: string[] };
    };
    for (const { value } of entries) expect(describeThing(String(value)).descriptions).toEqual([`Text of ${value}`]);
    for (const { text } of files) expect(text).not.toMatch(/\/\* body|\n\n\n/);
  });
});

it("is emitted the same, however many there are", async () => {
  const emit = async (count: number) => {
    const entries = Array.from({ length: count }, (_, index) => entry(`value_${index % 900}`, `Name${index}`));
    const files = await emitterById("typescript")!.emit(input(catalogOf({ thing: vocabulary("Thing", entries) })));
    return fileAt(files, "enums/thing.ts");
  };
  const [short, long] = [await emit(900), await emit(2700)];
  const members = (text: string) => text.slice(text.indexOf("{\n") + 2, text.indexOf("\n}\n"));
  const thrice = [0, 900, 1800].map((offset) =>
    members(short).replace(/Name(\d+)/g, (_, index) => `Name${Number(index) + offset}`),
  );
  expect(members(long)).toBe(thrice.join("\n"));
});
