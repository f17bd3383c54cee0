import type { Entry } from "@flow-catalog/catalog";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commentLines } from "../src/escape.ts";
import { jsonSchema } from "../src/json-schema/emitter.ts";
import { print } from "../src/print.ts";
import { typescriptFiles } from "../src/typescript/emitter.ts";
import { catalogOf, description, entry, input, vocabulary } from "./support/catalog.ts";
import { hostile } from "./support/hostile.ts";
import { byNode, byTypeScript, commentsIn, fileAt, type Runner } from "./support/run.ts";

/** A text wherever a catalog holds text of a page, and the values it stands for. */
function everywhere(values: readonly string[], text: string) {
  const entries = values.map((value, index): Entry => {
    const links = { relations: { thing: [{ value: values[0] ?? "" }] }, attributes: { kind: value } };
    const gone = { deprecated: { lastSeen: text, successor: values[0] ?? "" } };
    return entry(value, `Name${index}`, {
      ...links,
      ...(index > 0 && gone),
      title: text,
      descriptions: [description(text, text), description(value, text)],
      evidence: { kind: "observed", text },
      since: text,
      notes: [text],
    });
  });
  const kind = { type: "Kind", list: "kinds", module: "kind", to: "kindOf", from: "thingOf" };
  const thing = vocabulary("Thing", entries, {
    title: text,
    description: description(text, text),
    relations: { thing: { to: "nextOf", from: "previousOf" } },
    attributes: { kind: { title: text, type: "string", exports: kind } },
  });
  const pages = {
    page: { title: text, url: `https://example.com/${text}`, published: text, hash: "0123456789abcdef" },
  };
  return input(catalogOf({ thing }, pages));
}

async function expectRoundTrip(run: Runner, values: readonly string[], text: string): Promise<void> {
  const given = everywhere(values, text);
  const files = print(typescriptFiles(given));

  const { Thing, Kind } = {
    ...(await run(fileAt(files, "enums/thing.ts"))),
    ...(await run(fileAt(files, "enums/kind.ts"))),
  };
  const named = Object.fromEntries(values.map((value, index) => [`Name${index}`, value]));
  expect(Thing).toEqual(named);
  expect(Kind).toEqual(named);
  expect(await run(fileAt(files, "constants/thing.ts"))).toEqual(named);

  const { things, isThing } = (await run(fileAt(files, "lists/thing.ts"))) as {
    things: string[];
    isThing(value: unknown): boolean;
  };
  expect(things).toEqual(values);
  for (const value of values) expect(isThing(value)).toBe(true);
  for (const value of [`${values[0]}?`, "hasOwnProperty", null, Number.NaN, {}]) expect(isThing(value)).toBe(false);

  const lookups = (await run(fileAt(files, "lookups.ts"))) as Record<string, (value: unknown) => unknown>;
  for (const value of values) {
    expect(lookups.nextOf?.(value)).toEqual([values[0]]);
    expect(lookups.kindOf?.(value)).toBe(value);
    expect(lookups.thingOf?.(value)).toBe(value);
  }
  expect(lookups.previousOf?.(values[0])).toEqual(values);

  const { describeThing } = (await run(fileAt(files, "descriptions.ts"))) as { describeThing(value: unknown): unknown };
  for (const [index, value] of values.entries()) {
    expect(describeThing(value)).toEqual({
      known: true,
      value,
      title: text,
      descriptions: [...new Set([text, value])],
      since: text,
      evidence: { kind: "observed", text },
      notes: [text],
      ...(index > 0 && { deprecated: { lastSeen: text, successor: values[0] } }),
    });
  }
  const { catalogInfo } = (await run(fileAt(files, "info.ts"))) as { catalogInfo: { pages: unknown } };
  expect(catalogInfo.pages).toEqual([{ id: "page", title: text, url: `https://example.com/${text}`, published: text }]);

  for (const path of ["enums/thing.ts", "constants/thing.ts", "enums/kind.ts"]) {
    const comments = commentsIn(fileAt(files, path));
    expect([...comments.keys()]).toEqual(values.map((_, index) => `Name${index}`));
    for (const [index, { comment, tags }] of [...comments.values()].entries()) {
      expect(tags.map((tag) => tag.split(" ", 1)[0])).toEqual(index === 0 ? ["@see"] : ["@see", "@deprecated"]);
      for (const line of commentLines(text)) expect(comment).toContain(line);
    }
  }

  for (const { text: json } of jsonSchema.emit(given) as readonly { text: string }[]) {
    const { title, oneOf } = JSON.parse(json) as {
      title: string;
      oneOf: { const: string; title: string; description: string }[];
    };
    expect(title).toBe(text);
    expect(oneOf.map((each) => each.const)).toEqual(values);
    for (const each of oneOf) expect(each.description.startsWith(text)).toBe(true);
  }
}

describe("what a page says", () => {
  it.each(Object.entries(hostile))("arrives unchanged and harmless: %s", async (_, text) => {
    await expectRoundTrip(byTypeScript, ["first", text === "first" ? "second" : text], text);
  });

  it("arrives unchanged and harmless: every hostile text as a value at once", async () => {
    await expectRoundTrip(byTypeScript, Object.values(hostile), "A text");
  });

  it("arrives unchanged and harmless: a backslash before the quote that ends its string", async () => {
    await expectRoundTrip(byTypeScript, ["/* \\"], "");
    await expectRoundTrip(byTypeScript, ["\\\\", "\\"], "*/ \\");
  });

  it("arrives unchanged and harmless, whatever it is", async () => {
    const pieces = Object.values(hostile).filter((text) => text.length < 100);
    const anyText = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.nat(0xffff).map((unit) => String.fromCharCode(unit))).map((units) => units.join("")),
      fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join("")),
    );
    const values = fc.uniqueArray(anyText, { minLength: 1, maxLength: 3 });
    const roundTrip = fc.asyncProperty(values, anyText, (some, text) => expectRoundTrip(byNode, some, text));
    await fc.assert(roundTrip, { numRuns: 1000 });
  });
});
