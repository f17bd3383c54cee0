import { existsSync, readFileSync } from "node:fs";
import type { Catalog } from "@flow-catalog/catalog";
import {
  emptyCatalog,
  isAccepted,
  judge,
  type Report,
  rememberCatalog,
  rememberLedger,
  renderJson,
  renderTerminal,
  reportOf,
  type Verdict,
} from "@tools/diff";
import { acceptedBy } from "./accepted.ts";
import type { Built } from "./build.ts";
import type { LoadedConfig } from "./config-file.ts";
import { type ExitCode, exitCode } from "./exit.ts";
import type { Inputs } from "./inputs.ts";
import { paintReport } from "./terminal/paint-report.ts";
import type { Call } from "./verb.ts";

/** Judges what would be written by what is remembered. */
export function judgeBuilt(loaded: LoadedConfig, inputs: Inputs, built: Built): Verdict {
  return judge(rememberLedger(inputs.ledger), rememberCatalog(built.catalog, built.ledger), loaded.config.breaker);
}

/** Whether the breaker lets a change through, given what the command line accepts. */
export function mayWrite(call: Call, verdict: Verdict): boolean {
  return isAccepted(verdict, acceptedBy(call));
}

/** What writing would change, against the catalog that is committed. */
export function reportBuilt(loaded: LoadedConfig, built: Built): Report {
  const file = loaded.path(loaded.config.output.catalog);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Catalog) : emptyCatalog(built.catalog);
  return reportOf(before, built.catalog, loaded.config.release?.packages);
}

/** Says what would have happened, and the one flag that accepts exactly this. Nothing has been written. */
export function stop(call: Call, report: Report, verdict: Extract<Verdict, { ok: false }>): ExitCode {
  const { terminal, options } = call;
  if (options.json === true) {
    terminal.out(renderJson(report, verdict));
    return exitCode.tripped;
  }
  terminal.err(renderTerminal(report, { verdict, ...paintReport(terminal) }));
  terminal.err(`\n${terminal.paint("red", "Stopped")}  this looks like damage; nothing was written\n`);
  terminal.err(
    `${terminal.paint("dim", "hint:")} if the page means it, run catalog generate or update with --accept ${verdict.fingerprint}, which accepts this one change and no other\n`,
  );
  return exitCode.tripped;
}
