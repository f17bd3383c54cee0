import type { Statement } from "../statement.ts";

/** The types that describe functions give. */
export const descriptionTypes: readonly Statement[] = [
  {
    kind: "interface",
    name: "KnownValue",
    typeParameters: ["T"],
    docs: ["What is said of a known value."],
    properties: [
      { name: "known", type: "true", docs: [] },
      { name: "value", type: "T", docs: [] },
      { name: "title", type: "string", docs: ["A readable form of the value."] },
      {
        name: "descriptions",
        type: "readonly string[]",
        docs: [
          "The documentation's own words: each different text it has for the value, in its order. An empty line separates",
          "paragraphs.",
        ],
      },
      { name: "since", type: "string | null", docs: ["Date of the page that first had the value, `YYYY-MM-DD`."] },
      { name: "evidence", type: "Evidence", docs: ["How well the value is founded."] },
      {
        name: "deprecated",
        type: "Deprecation<T>",
        optional: true,
        docs: ["Present where the documentation no longer has the value."],
      },
      { name: "notes", type: "readonly string[]", optional: true, docs: ["Notes added by hand."] },
    ],
  },
  {
    kind: "interface",
    name: "UnknownValue",
    typeParameters: ["V = unknown"],
    docs: ["A value that the documentation did not have when this version was made."],
    properties: [
      { name: "known", type: "false", docs: [] },
      { name: "value", type: "V", docs: ["What was asked for, as it was."] },
      {
        name: "title",
        type: "string",
        docs: ["A readable form of the value: `new_screen_shown` gives `New screen shown`."],
      },
    ],
  },
  {
    kind: "interface",
    name: "Evidence",
    docs: [],
    properties: [
      { name: "kind", type: '"documented" | "observed"', docs: [] },
      { name: "text", type: "string", optional: true, docs: ["What the documentation says of the evidence."] },
    ],
  },
  {
    kind: "interface",
    name: "Deprecation",
    typeParameters: ["T"],
    docs: [],
    properties: [
      { name: "lastSeen", type: "string | null", docs: ["Date of the page that last had the value, `YYYY-MM-DD`."] },
      { name: "successor", type: "T", optional: true, docs: ["The value that replaces it."] },
    ],
  },
];

/** What describe functions share. */
export const descriptionSupport: readonly Statement[] = [
  {
    kind: "type",
    exported: false,
    name: "Texts",
    typeParameters: ["T"],
    docs: [],
    type: 'Pick<KnownValue<T>, "title" | "descriptions" | "deprecated" | "notes"> & Partial<Pick<KnownValue<T>, "since" | "evidence">>',
  },
  {
    kind: "function",
    exported: false,
    name: "describe",
    typeParameters: ["T", "V"],
    docs: [],
    parameters: [
      { name: "table", type: "ReadonlyMap<unknown, Texts<unknown>>" },
      { name: "value", type: "V" },
    ],
    returns: "KnownValue<T> | UnknownValue<V>",
    body: [
      "const texts = table.get(value) as Texts<T> | undefined;",
      "if (texts === undefined) return { known: false, value, title: readable(value) };",
      'return { known: true, value: value as unknown as T, since: null, evidence: { kind: "documented" }, ...texts };',
    ].join("\n"),
  },
  {
    kind: "function",
    exported: false,
    name: "readable",
    docs: [],
    parameters: [{ name: "value", type: "unknown" }],
    returns: "string",
    body: [
      'if (typeof value !== "string") return Object(value) === value ? typeof value : String(value);',
      'if (value.trim() === "") return JSON.stringify(value);',
      'if (/\\s/.test(value)) return value.replace(/\\s+/g, " ").trim();',
      'const text = value.split(/[_\\-.:/]+/).filter((word) => word !== "").join(" ");',
      "if (!/\\p{L}/u.test(text)) return value;",
      'const words = text.includes(" ") && !/\\p{Ll}/u.test(text) ? text.toLowerCase() : text;',
      "return words.charAt(0).toUpperCase() + words.slice(1);",
    ].join("\n"),
  },
];
