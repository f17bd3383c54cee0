import type { Catalog } from "@flow-catalog/catalog";
import { compile, emptyLedger, hasErrors, type Ledger } from "@tools/compile";
import { emptyCatalog, judge, type Report, rememberCatalog, rememberLedger, reportOf, type Trip } from "@tools/diff";
import { type Diagnostic, read } from "@tools/read";
import type { LoadedConfig } from "./config-file.ts";
import type { Inputs } from "./inputs.ts";

/** One past state of a page. */
export interface Revision {
  /** A file's name, or a commit and its date. */
  readonly label: string;
  /** The name that tells the layout. */
  readonly file: string;
  readonly text: Uint8Array;
}

/** What would have been said and released on the day of a revision. */
export type Replayed = { readonly label: string } & (
  | { readonly verdict: "rejected"; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly verdict: "refused";
      readonly report: Report;
      readonly trips: readonly Trip[];
      readonly fingerprint: string;
    }
  | { readonly verdict: "unchanged" | "cosmetic" | "ok"; readonly report: Report; readonly accepted?: string }
);

/**
 * Runs past revisions of one page through the whole chain, in order and from an empty memory. The other pages and the
 * overlays are not replayed: the pages stay as they are, and overlays speak of today. What is refused or rejected leaves
 * no trace, as on the day it would have happened.
 */
export async function replay(
  loaded: LoadedConfig,
  inputs: Inputs,
  page: string,
  revisions: readonly Revision[],
  isAcceptedAt: (label: string, fingerprint: string) => boolean,
): Promise<readonly Replayed[]> {
  const result: Replayed[] = [];
  let taken: { readonly catalog: Catalog; readonly ledger: Ledger } = {
    catalog: emptyCatalog({ $schema: "./catalog.schema.json" }),
    ledger: emptyLedger,
  };
  const textLayout = loaded.config.pages[page]?.text;
  for (const { label, file, text } of revisions) {
    const source = await read({ file, text, ...(textLayout === undefined ? {} : { textLayout }) });
    const documents = new Map(inputs.documents).set(page, source.document);
    const made = hasErrors(source.diagnostics)
      ? { diagnostics: source.diagnostics }
      : compile({ config: loaded.config, configFile: loaded.shown, documents, ledger: taken.ledger, overlays: [] });
    if (!("compiled" in made) || made.compiled === undefined) {
      result.push({
        label,
        verdict: "rejected",
        diagnostics: made.diagnostics.filter(({ severity }) => severity === "error"),
      });
      continue;
    }
    const { catalog, ledger } = made.compiled;
    const report = reportOf(taken.catalog, catalog, loaded.config.release?.packages);
    const verdict = judge(rememberLedger(taken.ledger), rememberCatalog(catalog, ledger), loaded.config.breaker);
    if (!verdict.ok && !isAcceptedAt(label, verdict.fingerprint)) {
      result.push({ label, verdict: "refused", report, trips: verdict.trips, fingerprint: verdict.fingerprint });
      continue;
    }
    const name = report.extent === "none" ? "unchanged" : report.extent === "cosmetic" ? "cosmetic" : "ok";
    result.push({ label, verdict: name, report, ...(verdict.ok ? {} : { accepted: verdict.fingerprint }) });
    taken = { catalog, ledger };
  }
  return result;
}
