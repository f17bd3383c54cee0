import type { Verdict } from "../breaker/judge.ts";
import { describeTrip } from "../breaker/trip.ts";
import type { Word } from "../change/description.ts";
import type { RenameProposal } from "../rename/propose.ts";
import type { Report } from "../report.ts";
import { codeBlock, codeSpan } from "./code.ts";
import type { Item } from "./item.ts";
import { type Line, linesOf } from "./lines.ts";
import { tellApart } from "./look-alikes.ts";
import { count, write } from "./piece.ts";
import { type Group, type Section, sectionsOf, summaryOf } from "./sections.ts";
import { excerpt, visible } from "./visible.ts";
import { wrap } from "./wrap.ts";

export interface MarkdownOptions {
  /** The breaker's verdict, to be shown where it is not ok. */
  readonly verdict?: Verdict;
  /** As many characters as the place it goes to takes. Texts are left out first, then names. Default: 60,000. */
  readonly limit?: number;
}

/** From so many lines on, a list is folded away under its headline. */
const LONG = 25;
/** Texts in a block are broken here, because a block does not wrap. */
const COLUMNS = 96;

type Detail = "texts" | "names" | "counts";

/** A report for a pull request. Nothing in it that comes from a page is markup, mentions anybody or links anything. */
export function renderMarkdown(report: Report, { verdict, limit = 60_000 }: MarkdownOptions = {}): string {
  const render = (detail: Detail) => {
    const blocks = [
      summarize(report),
      ...(verdict === undefined || verdict.ok ? [] : [stopped(verdict, detail)]),
      ...(report.renames.length === 0 ? [] : [renames(report.renames, detail)]),
      ...sectionsOf(report.changes).map((section) => renderSection(section, detail)),
      ...(detail === "counts" ? [["Too long to show here: the changeset names every value."]] : []),
    ];
    return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
  };
  const full = render("texts");
  if (full.length <= limit) return full;
  const names = render("names");
  return names.length <= limit ? names : render("counts");
}

function summarize({ bump, changes, packages }: Report): readonly string[] {
  const rows = packages.map((one) => `| ${codeSpan(one.name)} | ${one.bump} |`);
  const table = rows.length === 0 ? [] : ["", "| Package | Bump |", "| --- | --- |", ...rows];
  return [`**${bump}**: ${summaryOf(changes)}.`, ...table];
}

function stopped({ trips, fingerprint }: Extract<Verdict, { ok: false }>, detail: Detail): readonly string[] {
  const listed = trips.map((trip) => `- ${codeSpan(describeTrip(trip), Number.POSITIVE_INFINITY)}`);
  const shown = detail === "counts" ? [`${count(trips.length, "reason", "reasons")}.`] : listed;
  return ["### Stopped", "", ...shown, "", `Fingerprint of this change: ${codeSpan(fingerprint)}`];
}

function renames(proposals: readonly RenameProposal[], detail: Detail): readonly string[] {
  const intro = "These look like renames. An overlay that names the successor confirms one.";
  const listed = proposals.map(({ vocabulary, from, to, evidence }) => {
    const likeness = `descriptions ${percent(evidence.text)} alike, values ${percent(evidence.value)}`;
    const [before, after] = tellApart(from, to);
    return `- ${codeSpan(vocabulary)}: ${codeSpan(before)} may be ${codeSpan(after)} now (${likeness})`;
  });
  const shown = detail === "counts" ? [`${count(proposals.length, "pair", "pairs")}.`] : listed;
  return ["### Renames to confirm", "", intro, "", ...shown];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function renderSection({ vocabulary, groups }: Section, detail: Detail): readonly string[] {
  const title = vocabulary === undefined ? "Catalog" : `Vocabulary ${codeSpan(vocabulary)}`;
  return [`### ${title}`, ...groups.flatMap((group) => ["", ...renderGroup(group, detail)])];
}

function renderGroup({ headline, bump, meaning, items }: Group, detail: Detail): readonly string[] {
  const intro = `**${headline}** (${bump}). ${meaning}`;
  if (detail === "counts") return [intro];
  const isShown = ({ edit }: Item) => detail === "texts" && edit !== undefined;
  const edited = items.filter(isShown);
  const lines = linesOf(items.filter((item) => !isShown(item))).flatMap((line) => renderLine(line, detail));
  const body = [...lines, ...(edited.length > 0 ? codeBlock("diff", edited.flatMap(renderEdit)) : [])];
  if (body.length <= LONG) return [intro, "", ...body];
  return [intro, "", `<details><summary>${headline}</summary>`, "", ...body, "", "</details>"];
}

/** Things with a text of their own have a line each, so that the text can follow. */
function renderLine({ items, pieces }: Line, detail: Detail): readonly string[] {
  const texts = items.filter(({ text }) => text !== undefined && text !== "");
  if (detail === "names" || texts.length === 0) return [`- ${write(pieces, codeSpan)}`];
  return items.map(({ name, text = "" }) => {
    const said = text === "" ? "" : `: ${codeSpan(text)}`;
    return `- ${write(name, codeSpan)}${said}`;
  });
}

/** The old text above the new one, with the words in which they differ named in the line above. */
function renderEdit({ name, tail, edit }: Item): readonly string[] {
  if (edit === undefined) return [];
  const plain = (quoted: string) => excerpt(quoted);
  const about = [write(name, plain), write(tail, plain), excerpt(differing(edit.words))].filter((part) => part !== "");
  const broken = (sign: string, text: string) =>
    wrap([{ text: visible(text) }], COLUMNS).map((spans) => `${sign} ${spans.map((span) => span.text).join("")}`);
  // Where the words are the same, what differs can only be seen in the Markdown.
  const as = edit.from.text === edit.to.text ? "markdown" : "text";
  return [`@@ ${about.join(": ")} @@`, ...broken("-", edit.from[as]), ...broken("+", edit.to[as])];
}

/** What gave way to what: "starts → begins, + at once". Nothing where hardly a word stayed. */
function differing(words: readonly Word[]): string {
  const length = (op: Word["op"]) => words.reduce((sum, word) => sum + (word.op === op ? word.text.length : 0), 0);
  if (length("same") < length("gone") + length("added")) return "";
  const parts = words.flatMap(({ op, text }, index) => {
    const before = words[index - 1];
    if (op === "gone") return words[index + 1]?.op === "added" ? [] : [`- ${text.trim()}`];
    if (op === "same") return [];
    return before?.op === "gone" ? [`${before.text.trim()} → ${text.trim()}`] : [`+ ${text.trim()}`];
  });
  return parts.join(", ");
}
