import type { Verdict } from "../breaker/judge.ts";
import { describeTrip } from "../breaker/trip.ts";
import type { DescriptionEdit } from "../change/description.ts";
import type { Report } from "../report.ts";
import type { Item } from "./item.ts";
import { linesOf } from "./lines.ts";
import { tellApart } from "./look-alikes.ts";
import { write } from "./piece.ts";
import { type Group, type Section, sectionsOf, summaryOf } from "./sections.ts";
import { excerpt, visible } from "./visible.ts";
import { type Span, widthOf, wrap } from "./wrap.ts";

export type PaintStyle = "heading" | "added" | "gone" | "changed" | "quiet";

/** Gives a text its colour. It must not change what the text says. */
export type Paint = (style: PaintStyle, text: string) => string;

export interface TerminalOptions {
  /** Default: no colour. */
  readonly paint?: Paint;
  /** Columns of the terminal. Below 70 old and new stand above each other instead of side by side. Default: 100. */
  readonly width?: number;
  /** The breaker's verdict, to be shown where it is not ok. */
  readonly verdict?: Verdict;
}

interface Screen {
  readonly paint: Paint;
  readonly width: number;
}

type Spans = readonly Span<PaintStyle>[];

const NARROW = 70;
const NARROWEST = 30;

/** A report for people on a terminal. Control characters of a page never reach it. */
export function renderTerminal(report: Report, options: TerminalOptions = {}): string {
  const { verdict } = options;
  const screen: Screen = {
    paint: options.paint ?? ((_, text) => text),
    width: Math.max(options.width ?? 100, NARROWEST),
  };
  const lines = [
    ...hang(
      wrap([{ text: report.bump, style: "heading" }, { text: `  ${summaryOf(report.changes)}` }], screen.width),
      "",
      screen,
    ),
    ...(verdict === undefined || verdict.ok ? [] : stopped(verdict, screen)),
    ...renames(report, screen),
    ...sectionsOf(report.changes).flatMap((section) => renderSection(section, screen)),
    ...packages(report, screen),
  ];
  return `${lines.join("\n")}\n`;
}

function stopped({ trips, fingerprint }: Extract<Verdict, { ok: false }>, screen: Screen): readonly string[] {
  const reasons = trips.flatMap((trip) => indent(visible(describeTrip(trip)), 2, screen, "gone"));
  const name = indent(`fingerprint of this change: ${fingerprint}`, 2, screen);
  return ["", screen.paint("heading", "stopped"), ...reasons, ...name];
}

function renames({ renames: proposals }: Report, screen: Screen): readonly string[] {
  if (proposals.length === 0) return [];
  const lines = proposals.flatMap(({ vocabulary, from, to, evidence }) => {
    const percent = (share: number) => `${Math.round(share * 100)} %`;
    const likeness = `descriptions ${percent(evidence.text)} alike, values ${percent(evidence.value)}`;
    const [before, after] = tellApart(from, to);
    return indent(visible(`${vocabulary}: ${before} may be ${after} now (${likeness})`), 2, screen, "changed");
  });
  const how = indent("An overlay that names the successor confirms one.", 2, screen, "quiet");
  return ["", screen.paint("heading", "renames to confirm"), ...lines, ...how];
}

function packages({ packages: bumps }: Report, { paint }: Screen): readonly string[] {
  if (bumps.length === 0) return [];
  const widest = Math.max(...bumps.map(({ name }) => name.length));
  return ["", paint("heading", "packages"), ...bumps.map(({ name, bump }) => `  ${name.padEnd(widest)}  ${bump}`)];
}

function renderSection({ vocabulary, groups }: Section, screen: Screen): readonly string[] {
  const title = indent(visible(vocabulary ?? "catalog"), 0, screen, "heading");
  return ["", ...title, ...groups.flatMap((group) => renderGroup(group, screen))];
}

const signs = { "+": "added", "-": "gone", "~": "changed" } as const satisfies Record<Group["sign"], PaintStyle>;

function renderGroup({ headline, bump, meaning, sign, items }: Group, screen: Screen): readonly string[] {
  const style = signs[sign];
  const lines = linesOf(items).flatMap((line) =>
    line.items.some(({ text, edit }) => edit !== undefined || (text !== undefined && text !== ""))
      ? line.items.flatMap((item) => renderItem(item, sign, screen))
      : hang(wrap([{ text: write(line.pieces, visible), style }], screen.width - 6), `    ${sign} `, screen),
  );
  return [...indent(`${headline} (${bump})`, 2, screen), ...indent(meaning, 4, screen, "quiet"), ...lines];
}

function renderItem({ name, tail, text, edit }: Item, sign: Group["sign"], screen: Screen): readonly string[] {
  const head = [write(name, visible), write(tail, visible)].filter((part) => part !== "").join(": ");
  const first = hang(wrap([{ text: head, style: signs[sign] }], screen.width - 6), `    ${sign} `, screen);
  if (edit !== undefined) return [...first, ...renderEdit(edit, screen)];
  return [...first, ...(text === undefined || text === "" ? [] : indent(excerpt(text, 1000), 8, screen))];
}

function renderEdit(edit: DescriptionEdit, screen: Screen): readonly string[] {
  // Where the words are the same, what differs can only be seen in the Markdown.
  const sameText = edit.from.text === edit.to.text;
  const side = (own: "gone" | "added", markdown: string): Spans =>
    sameText
      ? [{ text: visible(markdown), style: own }]
      : edit.words
          .filter(({ op }) => op === "same" || op === own)
          .map(({ op, text }) => ({ text: visible(text), style: op === "same" ? undefined : own }));
  const old = side("gone", edit.from.markdown);
  const now = side("added", edit.to.markdown);
  if (screen.width < NARROW) {
    const room = screen.width - 10;
    return [...hang(wrap(old, room), "        - ", screen), ...hang(wrap(now, room), "        + ", screen)];
  }
  return sideBySide(old, now, screen);
}

function sideBySide(old: Spans, now: Spans, { paint, width }: Screen): readonly string[] {
  const column = Math.floor((width - 8 - 3) / 2);
  const left = wrap(old, column);
  const right = wrap(now, column);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const one = left[index] ?? [];
    const pad = " ".repeat(Math.max(0, column - one.reduce((sum, { text }) => sum + widthOf(text), 0)));
    return `        ${colour(one, paint)}${pad} ${paint("quiet", "|")} ${colour(right[index] ?? [], paint)}`.trimEnd();
  });
}

/** Lines behind a mark, the later ones under the first. */
function hang(lines: readonly Spans[], mark: string, { paint }: Screen): readonly string[] {
  return lines.map((spans, index) =>
    `${index === 0 ? mark : " ".repeat(mark.length)}${colour(spans, paint)}`.trimEnd(),
  );
}

function indent(text: string, by: number, screen: Screen, style?: PaintStyle): readonly string[] {
  return hang(wrap([{ text, style }], screen.width - by), " ".repeat(by), screen);
}

function colour(spans: Spans, paint: Paint): string {
  return spans.map(({ text, style }) => (style === undefined ? text : paint(style, text))).join("");
}
