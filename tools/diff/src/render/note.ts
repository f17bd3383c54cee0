import type { Change } from "../change/change.ts";
import type { PackageBump } from "../version/packages.ts";
import { codeSpan } from "./code.ts";
import { linesOf } from "./lines.ts";
import { write } from "./piece.ts";
import { type Group, type Section, sectionsOf, summaryOf } from "./sections.ts";

/**
 * The release note of a list of changes, as Markdown: one line that sums up, then a list that names every value. It
 * stands in a changeset and from there in the changelogs.
 */
export function renderNote(changes: readonly Change[]): string {
  const lines = sectionsOf(changes).flatMap((section) => section.groups.map((group) => noteOf(section, group)));
  return `${[`${summaryOf(changes)}.`, ...(lines.length > 0 ? ["", ...lines] : [])].join("\n")}\n`;
}

function noteOf({ vocabulary }: Section, { kind, headline, items, meaning }: Group): string {
  const subject = vocabulary === undefined ? "" : `${codeSpan(vocabulary)}: `;
  // Where each value moved to is of no use in a note, and a table that was sorted would fill it.
  const told = kind === "order-changed" ? items.map((item) => ({ ...item, tail: [] })) : items;
  const named = linesOf(told).map(({ pieces }) => write(pieces, codeSpan));
  return `- ${subject}${headline}: ${named.join("; ")}. ${meaning}`;
}

/**
 * A whole changeset file. Packages without a bump are left out; without any bump there is no changeset to write.
 *
 * @returns its text, or undefined where nothing is to be released
 */
export function renderChangeset(packages: readonly PackageBump[], changes: readonly Change[]): string | undefined {
  const bumped = packages.filter(({ bump }) => bump !== "none");
  if (bumped.length === 0) return undefined;
  const front = bumped.map(({ name, bump }) => `${JSON.stringify(name)}: ${bump}`);
  return ["---", ...front, "---", "", renderNote(changes)].join("\n");
}
