import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { outline, type PlacedTable } from "@tools/compile";
import { read } from "@tools/read";
import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode, UsageError } from "../exit.ts";
import { refuse } from "../refuse.ts";
import { showPath } from "../show-path.ts";
import { visible } from "../terminal/frame.ts";
import { plural } from "../terminal/summary.ts";
import type { Call, Paint } from "../verb.ts";

/** `catalog tables`: what a configuration can match on a page, in the page's own words. */
export async function tables(call: Call): Promise<ExitCode> {
  const [named, ...others] = call.args;
  if (named === undefined || others.length > 0)
    throw new UsageError("Expected one file or page", "For example: catalog tables docs/page.md");
  const { file, textLayout } = await findPage(call, named);
  const shown = showPath(file, call.cwd);
  const { text, document, diagnostics } = await read({
    file: shown,
    text: readFileSync(file),
    ...(textLayout === undefined ? {} : { textLayout }),
  });
  if (diagnostics.some(({ severity }) => severity === "error"))
    return refuse(call, diagnostics, new Map([[shown, text]]));

  const found = outline(named, document).tables;
  if (call.options.json === true) {
    call.terminal.out(`${JSON.stringify(found.map(toJson), null, 2)}\n`);
    return exitCode.ok;
  }
  call.terminal.out(`${shown}: ${plural(found.length, "table")}\n`);
  for (const placed of found) call.terminal.out(`\n${showTable(placed, call.terminal.paint)}`);
  if (found.length === 0 && shown.endsWith(".txt")) {
    call.terminal.err(
      "hint: plain text has no tables of its own; name their columns under `text` of the page in the configuration\n",
    );
  }
  return exitCode.ok;
}

/** A page is named by its id or by its file. A file that the configuration knows is read as the configuration says. */
async function findPage(call: Call, named: string) {
  const path = configPath(call);
  const loaded = existsSync(path) ? await loadConfig(path, call.cwd) : undefined;
  const pages = Object.entries(loaded?.config.pages ?? {}).map(([id, page]) => ({
    id,
    page,
    file: loaded?.path(page.file) ?? page.file,
  }));
  const target = resolve(call.cwd, named);
  const known = pages.find(({ id, file }) => id === named || file === target);
  const file = known?.file ?? target;
  if (known !== undefined && !existsSync(file)) {
    throw new UsageError(
      `The file of the page "${known.id}" is not there: ${showPath(file, call.cwd)}`,
      "Bring it in with `catalog pull`.",
    );
  }
  if (!existsSync(file)) {
    throw new UsageError(
      `There is no file and no page "${named}"`,
      `The pages are ${pages.map(({ id }) => id).join(", ") || "none"}.`,
    );
  }
  return { file, textLayout: known?.page.text };
}

function toJson({ table, headings, before }: PlacedTable) {
  return {
    line: table.place.line,
    headings: headings.map(({ text }) => text),
    before: before?.text ?? null,
    headers: table.header.cells.map(({ text }) => text),
    rows: table.rows.length,
    first: table.rows[0]?.cells.map(({ text }) => text) ?? [],
  };
}

const WIDEST = 96;

function showTable(placed: PlacedTable, paint: Paint): string {
  const { line, headings, before, headers, rows, first } = toJson(placed);
  const parts: readonly (readonly [string, string])[] = [
    ["headers", headers.map((header) => (header === "" ? "(empty)" : header)).join(" | ")],
    ["under", headings.join(" > ") || "(no heading)"],
    ["after", before ?? "(no text between heading and table)"],
    ["rows", String(rows)],
    ["first", first.join(" | ")],
  ];
  return `${paint("bold", `line ${line}`)}\n${parts.map(([label, text]) => `  ${paint("dim", label.padEnd(8))}${short(text)}\n`).join("")}`;
}

function short(text: string): string {
  const line = visible(text.replace(/\s+/gu, " "));
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 3)}...` : line;
}
