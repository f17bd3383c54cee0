import fc from "fast-check";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import {
  checkCommentLine,
  commentLines,
  commentLink,
  commentValue,
  dataLiteral,
  identifier,
  isIdentifier,
  jsonText,
  literal,
  propertyName,
  stringLiteral,
} from "../src/escape.ts";
import { anyText } from "./support/any-text.ts";
import { hostile } from "./support/hostile.ts";

const PRINTABLE = /^[^\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]*$/u;

describe("a string literal", () => {
  it.each(Object.entries(hostile))("holds %s", (_, text) => {
    expect(evaluate(stringLiteral(text))).toBe(text);
    expect(JSON.parse(stringLiteral(text))).toBe(text);
  });

  it("evaluates to exactly its text, on one line that shows everything", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const source = stringLiteral(text);
        expect(evaluate(source)).toBe(text);
        expect(JSON.parse(source)).toBe(text);
        expect(source).toMatch(PRINTABLE);
        expect(source.isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses a number that is not exact", () => {
    expect(literal(-7)).toBe("-7");
    for (const wrong of [Number.NaN, 1.5, 2 ** 53, Number.POSITIVE_INFINITY])
      expect(() => literal(wrong)).toThrow(/whole number/);
  });
});

describe("a comment", () => {
  it.each(Object.entries(hostile))("holds %s", (_, text) => {
    expectOnlyComment(text);
  });

  it("says its text and nothing else, whatever the text", () => {
    fc.assert(fc.property(anyText, expectOnlyComment), { numRuns: 2000 });
  });

  it("keeps ordinary text as it is", () => {
    expect(commentLines('Status changed from “created” to "started".\n\nMail a@b.example, 50% <b>')).toEqual([
      'Status changed from “created” to "started".',
      "",
      "Mail a@b.example, 50% <b>",
    ]);
  });

  it("shows what it takes the sting from", () => {
    expect(commentLines("a */ b\n@deprecated {@link X}\n\u202Eabc\u2028d")).toEqual([
      "a *\\/ b",
      "\\@deprecated {\\@link X}",
      "\\u202eabc\\u2028d",
    ]);
  });

  it("links only where a reader can follow, and encodes what would end the link", () => {
    expect(commentLink("A [b]", "https://example.com/a_(b)?q=*/ @x")).toBe(
      "[A \\[b\\]](https://example.com/a_%28b%29?q=%2A/%20%40x)",
    );
    expect(commentLink("A", "javascript:alert(1)")).toBe('"A"');
    expect(commentLink("A", null)).toBe('"A"');
    expect(commentLink("A", "https://example.com/\uD800é")).toBe("[A](https://example.com/%EF%BF%BD%C3%A9)");
  });

  it("sets values off as code", () => {
    expect(commentValue("a_b")).toBe("`a_b`");
    expect(commentValue("a`b")).toBe('"a`b"');
    expect(commentValue(7)).toBe("`7`");
  });

  it.each(["a */ b", "a\nb", "a\u2028b"])(
    "is refused by the last check when it would leave its comment: %j",
    (line) => {
      expect(() => checkCommentLine(line)).toThrow(/leaves its comment/);
    },
  );
});

describe("an identifier", () => {
  it.each(["ClientStarted", "_1st", "$", "Été", "constructor", "toString", "of", "type"])("can be %s", (name) => {
    expect(identifier(name)).toBe(name);
  });

  it.each([
    "",
    "1st",
    "a-b",
    "a b",
    "class",
    "default",
    "await",
    "NaN",
    "Infinity",
    "__proto__",
    "__esModule",
    "a\u202e",
    "👍",
    "a;b",
  ])("cannot be %j", (name) => {
    expect(() => identifier(name)).toThrow(/Not an identifier/);
  });

  it("is one that compiles as a constant and as a member", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 }), (name) => {
        fc.pre(isIdentifier(name));
        const source = ts.createSourceFile(
          "a.ts",
          `export const ${name} = 1;\nenum E { ${name} = 1 }\n`,
          ts.ScriptTarget.Latest,
        );
        expect((source as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics).toEqual([]);
      }),
    );
  });
});

describe("data", () => {
  it("is the same in TypeScript and in JSON", () => {
    const key = fc.oneof(anyText, fc.constantFrom("constructor", "a b", "class", "1", "toString"));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        anyText,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("tree")),
        fc.dictionary(key, tie("tree"), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (data) => {
        fc.pre(!JSON.stringify(data).includes("__proto__"));
        expect(evaluate(`(${dataLiteral(data)})`)).toEqual(data);
        expect(JSON.parse(jsonText(data))).toEqual(data);
        expect(jsonText(data).replaceAll("\n", "")).toMatch(PRINTABLE);
      }),
      { numRuns: 1000 },
    );
  });

  it("never sets a prototype", () => {
    expect(() => dataLiteral(JSON.parse('{"__proto__": {"a": 1}}'))).toThrow(/__proto__/);
    expect(propertyName("class")).toBe("class");
    expect(propertyName("a b")).toBe('"a b"');
  });
});

function evaluate(source: string): unknown {
  return new Function(`"use strict"; return ${source};`)();
}

/** Puts a text into a comment among others, and has the parser say what is there. */
function expectOnlyComment(text: string): void {
  const lines = commentLines(text);
  const source = `/**\n${lines.map((line) => ` * ${checkCommentLine(line)}\n`).join("")} *\n * @see before\n */\nexport const a = 1;\n`;
  expect(source.replaceAll("\n", "")).toMatch(PRINTABLE);
  const file = ts.createSourceFile("a.ts", source, ts.ScriptTarget.Latest, true);
  expect((file as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics).toEqual([]);
  expect(file.statements.length).toBe(1);
  const [doc] = ts.getJSDocCommentsAndTags(file.statements[0] as ts.Node).filter(ts.isJSDoc);
  expect(doc?.tags?.map((tag) => tag.tagName.text)).toEqual(["see"]);
  expect(ts.getTextOfJSDocComment(doc?.comment) ?? "").toBe(lines.join("\n"));
  if (!text.includes("\\")) expect(unescaped(lines.join("\n"))).toBe(plain(text));
}

/** What a reader understands. */
function unescaped(comment: string): string {
  return comment
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll("*\\/", "*/")
    .replaceAll("\\@", "@");
}

function plain(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim().replace(/[ \t]+/g, " "));
  while (lines.at(-1) === "") lines.pop();
  while (lines[0] === "") lines.shift();
  return lines.join("\n");
}
