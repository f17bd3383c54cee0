import type { Explanation } from "../explanation.ts";
import type { Paint } from "../verb.ts";
import { visible } from "./frame.ts";

/** An explanation as a short text: the meaning first, then where it comes from. */
export function showExplanation(explanation: Explanation, paint: Paint): string {
  const { value, vocabulary, title, name, descriptions, evidence, deprecated } = explanation;
  const lines: readonly (readonly [string, string])[] = [
    ["name", name],
    ...explanation.attributes.map((attribute) => [attribute.title.toLowerCase(), String(attribute.value)] as const),
    ...explanation.related.map((related) => [related.vocabulary, related.values.join(", ")] as const),
    ["evidence", evidence.text ?? evidence.kind],
    ...explanation.places.map((place) => ["stands at", place] as const),
    ...explanation.pages.map(
      (page) => ["page", [page.title, page.published, page.url].filter((part) => part !== null).join(", ")] as const,
    ),
    ["since", explanation.since ?? "unknown"],
    ...(deprecated === undefined ? [] : [["gone", showDeprecation(deprecated)] as const]),
    ...explanation.notes.map((note) => ["note", note] as const),
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  return [
    `${paint("bold", visible(String(value)))}  ${paint("cyan", vocabulary)}  ${visible(title)}`,
    "",
    ...descriptions.flatMap(({ text }) => [...text.split("\n").map((line) => `  ${visible(line)}`.trimEnd()), ""]),
    ...lines.map(([label, text]) => `  ${paint("dim", visible(label).padEnd(width))}  ${visible(text)}`),
    "",
  ].join("\n");
}

function showDeprecation({ lastSeen, successor }: NonNullable<Explanation["deprecated"]>): string {
  const seen = lastSeen === null ? "no longer documented" : `last documented on ${lastSeen}`;
  return successor === undefined ? seen : `${seen}, replaced by ${successor}`;
}
