import type { Catalog } from "@flow-catalog/catalog";
import fc from "fast-check";

/** Marks what comes from a page, so that a test can find it wherever it ends up. */
export const MARK = "⟦";

/** Texts that mean something to Markdown, to GitHub, to HTML or to a terminal. */
export const hostileTexts = [
  "@octocat",
  "@org/team",
  "#12",
  "GH-12",
  "closes #5",
  "owner/name#7",
  "https://github.com/owner/name/issues/1",
  "www.example.com",
  "somebody@example.com",
  "0123456789012345678901234567890123456789",
  "`",
  "```",
  "``` ``",
  "\n```\n\n# heading\n\n```",
  "\n~~~\n",
  "|",
  "\\|",
  "| a | b |\n| --- | --- |\n",
  "<script>alert(1)</script>",
  "</details></summary>",
  "<!--",
  "-->",
  "[x](javascript:alert(1))",
  "![x](https://example.com/x.png)",
  "**bold** _x_ ~~y~~",
  "\n\n---\n\n",
  "\n- item\n+ item\n@@ -1 +1 @@",
  "&lt;b&gt; &#64;octocat",
  "\\",
  " leading and trailing ",
  "\u001B[31mred\u001B[0m",
  "\u001B]8;;https://example.com\u0007link\u001B]8;;\u0007",
  "\u0000\u0008\r\u007F\u009B31m",
  "\u202Egnp.exe",
  "\u2066\u2069\u200B\uFEFF",
  "a\u2028b\u2029c",
  "\uD800",
  "\uDC00\uD800",
  "👩‍👩‍👧 名前 e\u0301",
];

export const arbHostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 4 })
  .map((parts) => parts.join(""));

const records = new Set(["pages", "vocabularies", "relations", "attributes"]);
const kept = new Set(["$schema", "type", "kind", "hash", "row", "format"]);

/** The same catalog with this text in every id, value and text that a page can give. */
export function withHostile(catalog: Catalog, text: string): Catalog {
  const taint = (one: string) => `${MARK}${one}${text}`;
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return kept.has(key) ? value : taint(value);
    if (Array.isArray(value)) return value.map((item) => visit(item, ""));
    if (typeof value !== "object" || value === null) return value;
    const name = (one: string) => (records.has(key) ? taint(one) : one);
    return Object.fromEntries(
      Object.entries(value).map(([one, item]) => [name(one), visit(item, records.has(key) ? "" : one)]),
    );
  };
  return visit(catalog, "") as Catalog;
}
