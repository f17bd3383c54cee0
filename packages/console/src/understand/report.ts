import type { SeenValue } from "../store/event-store.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { codeSpan, yamlText } from "./escape.ts";
import { iso } from "./view.ts";
import type { VocabularyIndex } from "./vocabulary.ts";

/** What is to be said of a value that the catalog does not know. */
export interface ReportFacts {
  readonly seen: SeenValue;
  readonly vocabulary: VocabularyIndex | null;
  readonly closest: readonly string[];
  readonly knownAs: string | null;
}

/** Markdown for whoever keeps the documentation. It holds no id. */
export function reportOf({ seen, vocabulary, closest, knownAs }: ReportFacts, catalog: CatalogIndex): string {
  const { path, value, deliveries, firstAt, lastAt } = seen;
  const member = path === "reason" || path === "state" ? `context.${path}` : path;
  const times = deliveries === 1 ? "once" : `${deliveries} times`;
  return [
    `## Undocumented value of \`${member}\`: ${codeSpan(value)}`,
    "",
    `Event webhooks carried this value ${times}, first on ${dateOf(firstAt)} and last on ${dateOf(lastAt)} (UTC).`,
    `Version ${catalog.version} of the catalog does not know it.`,
    ...(knownAs === null
      ? []
      : [`It is documented as a value of \`${knownAs}\`, so it may stand in the wrong member.`]),
    ...(closest.length === 0 ? [] : [`Documented values that look like it: ${closest.map(codeSpan).join(", ")}.`]),
    "",
    "Please document what it means and when it is sent.",
    ...(vocabulary === null || path === "action" ? [] : ["", ...tableFor(path, value)]),
    "",
  ].join("\n");
}

function tableFor(path: string, value: string): readonly string[] {
  return [
    "The row that is missing:",
    "",
    `| \`${path}\` value | Description |`,
    "| --- | --- |",
    `| ${codeSpan(value)} | |`,
  ];
}

/**
 * YAML for `docs/overlays`. It can be applied from when a page documents the value; the stage and lane of a state are
 * those of its closest neighbour, for a person to correct.
 */
export function overlayOf({ seen, vocabulary, closest }: ReportFacts): string | null {
  if (vocabulary === null) return null;
  const attributes = Object.entries(neighbour(vocabulary, closest)?.attributes ?? {});
  const guess = attributes.map(([name, value]) => `${name}: ${value}`).join(", ");
  const sorted = vocabulary.id === "state" && guess !== "";
  return [
    "# An overlay adds to a value that a page documents: add the row to the page first.",
    ...(sorted ? [`# Stage and lane are those of ${closest[0]}, the closest known state: correct them.`] : []),
    `- vocabulary: ${vocabulary.id}`,
    `  value: ${yamlText(seen.value)}`,
    "  evidence: observed",
    ...(sorted ? [`  attributes: { ${guess} }`] : []),
    `  reason: Seen in event webhooks from ${dateOf(seen.firstAt)} to ${dateOf(seen.lastAt)}, not documented so far.`,
    "",
  ].join("\n");
}

function neighbour(vocabulary: VocabularyIndex, [closest]: readonly string[]) {
  return closest === undefined ? null : vocabulary.entry(closest);
}

function dateOf(at: number): string {
  return iso(at).slice(0, 10);
}
