import type { Catalog } from "@flow-catalog/catalog";
import { compile, emptyLedger, type Ledger, type Overlay } from "@tools/compile";
import { describeTrip, judge, rememberCatalog, rememberLedger, reportOf } from "@tools/diff";
import { read } from "@tools/read";
import type { Answer } from "./answer.ts";
import type { Edit } from "./edits.ts";
import { config, page } from "./page.ts";
import type { Row, Sheet } from "./sheet.ts";

interface Release {
  readonly catalog: Catalog;
  readonly ledger: Ledger;
}

/** What this project says of an edit: the page is read, compiled by what is remembered, judged and compared. */
export async function askOwn({ before, after, forgets }: Edit): Promise<Answer> {
  const old = await released(before);
  const ledger = forgets ? emptyLedger : old.ledger;
  const { release, problem } = await compiled(after, ledger);
  if (release === undefined) return { says: "stop", quote: problem };
  const verdict = judge(rememberLedger(ledger), rememberCatalog(release.catalog, release.ledger));
  if (!verdict.ok) return { says: "stop", quote: verdict.trips.map(describeTrip).join("; ") };
  const { bump, changes } = reportOf(old.catalog, release.catalog);
  const kinds = [...new Set(changes.map(({ kind }) => kind))].join(", ");
  return { says: verdicts[bump], quote: kinds };
}

const verdicts = { none: "nothing", patch: "patch", minor: "minor", major: "breaking" } as const;

/** A release with its past: what is gone stood on an earlier page. */
async function released(sheet: Sheet): Promise<Release> {
  const rows = [sheet.events, sheet.reasons].flatMap((table) => table.rows);
  const past = rows.some(({ gone }) => gone !== undefined) ? await released(documented(sheet)) : undefined;
  const { release, problem } = await compiled(sheet, past?.ledger ?? emptyLedger);
  if (release === undefined) throw new Error(`The sheet before the edit is refused: ${problem}`);
  return release;
}

function documented(sheet: Sheet): Sheet {
  const all = (rows: readonly Row[]) => rows.map(({ gone: _, ...row }) => row);
  return {
    ...sheet,
    events: { ...sheet.events, rows: all(sheet.events.rows) },
    reasons: { ...sheet.reasons, rows: all(sheet.reasons.rows) },
  };
}

async function compiled(sheet: Sheet, ledger: Ledger): Promise<{ release?: Release; problem: string }> {
  const { document, diagnostics } = await read({ file: "page.md", text: page(sheet) });
  const result = compile({
    config: config(sheet),
    configFile: "catalog.config.ts",
    documents: new Map([["page", document]]),
    ledger,
    overlays: overlays(sheet),
  });
  const [error] = [...diagnostics, ...result.diagnostics].filter(({ severity }) => severity === "error");
  const problem = error === undefined ? "" : `${error.rule}: ${error.message}`;
  return { problem, ...(result.compiled !== undefined && error === undefined && { release: result.compiled }) };
}

/** What a person adds to the page: names that they chose, and renames that they confirmed. */
function overlays({ reasons }: Sheet): readonly Overlay[] {
  const at = { file: "names.yaml", place: { line: 1, column: 1 }, vocabulary: "reason", reason: "Chosen by hand" };
  return reasons.rows.flatMap(({ value, name, gone }): Overlay[] => [
    ...(name === undefined ? [] : [{ ...at, value, name }]),
    ...(gone?.successor === undefined ? [] : [{ ...at, value, successor: gone.successor }]),
  ]);
}
