import { renderMarkdown } from "@tools/diff";
import { currentCatalog } from "../catalog-at.ts";
import { writeChangeset } from "../changeset-file.ts";
import { type LoadedConfig, loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode, UsageError } from "../exit.ts";
import { mayWrite, stop } from "../guard.ts";
import type { Look } from "../look.ts";
import { lookAtPage } from "../look-at-page.ts";
import { planWrites } from "../plan.ts";
import { refuse } from "../refuse.ts";
import { refuseUnwritable } from "../refuse-unwritable.ts";
import { remarkUpdate } from "../remark-update.ts";
import { showPath } from "../show-path.ts";
import { readState, writeState } from "../state.ts";
import { statePath } from "../state-path.ts";
import { plural } from "../terminal/summary.ts";
import { decideUpdate, type Update } from "../update.ts";
import type { Call } from "../verb.ts";
import { type WatchedPage, watchedPages } from "../watched-pages.ts";
import { writePlan } from "../write.ts";

/** `catalog update`: looks at the pages and does all that follows, or says why not. */
export async function update(call: Call): Promise<ExitCode> {
  const { cwd } = call;
  const loaded = await loadConfig(configPath(call), cwd);
  const pages = choosePages(loaded, call.args);
  refuseUnwritable(
    loaded,
    pages.map(({ id }) => id),
  );
  const file = statePath(call);
  const state = readState(file, showPath(file, cwd));
  const looks: Look[] = [];
  for (const page of pages) looks.push(await lookAtPage(call, page, state.pages[page.id]));

  const today = call.now().toISOString().slice(0, 10);
  const decided = await decideUpdate(loaded, looks, { cwd, today, mayWrite: (verdict) => mayWrite(call, verdict) });
  const written = write(loaded, decided, cwd);
  // Remembered last: a run that dies before leaves no trace of having looked.
  writeState(file, remarkUpdate(state, looks, decided, call.now()));
  return say(call, decided, written);
}

function choosePages(loaded: LoadedConfig, ids: readonly string[]): readonly WatchedPage[] {
  const all = watchedPages(loaded);
  const unknown = ids.filter((id) => !all.some((page) => page.id === id));
  const list = all.map(({ id }) => id).join(", ") || "none";
  if (unknown.length > 0)
    throw new UsageError(`There is no page with an address named ${unknown.join(", ")}`, `The pages are ${list}.`);
  if (all.length === 0) throw new UsageError(`No page of ${loaded.shown} has an address`, "Give a page its `url`.");
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}

/** Writes what was decided, all of it together, and then the changeset that the new catalog asks for. */
function write(loaded: LoadedConfig, decided: Update, cwd: string): readonly string[] {
  if (decided.ending !== "changed" && decided.ending !== "reworded") return [];
  const folders = decided.computed.built?.folders ?? [];
  const plan = planWrites({ files: decided.files, folders });
  writePlan(plan);
  const changeset =
    loaded.config.release === undefined ? undefined : writeChangeset(loaded, currentCatalog(loaded), cwd);
  const paths = [
    ...plan.write.map(({ path }) => path),
    ...plan.remove,
    ...(changeset?.verdict === "written" ? [changeset.file] : []),
  ];
  return paths.map((path) => showPath(path, cwd)).sort();
}

/** One verdict for programs, one paragraph for people. Each ending has its own. */
function say(call: Call, decided: Update, written: readonly string[]): ExitCode {
  const { terminal } = call;
  const json = call.options.json === true;
  switch (decided.ending) {
    case "unchanged":
      if (json) terminal.out(answer({ verdict: "unchanged" }));
      else terminal.out("Unchanged  every page says what its copy says; nothing was written\n");
      return exitCode.ok;
    case "reworded":
    case "changed": {
      const body = bodyOf(decided);
      if (json)
        terminal.out(answer({ verdict: decided.ending, pages: decided.pages, written, report: decided.report, body }));
      else {
        terminal.err(
          `${terminal.paint("green", decided.ending === "changed" ? "Changed" : "Reworded")}  ${decided.pages.join(", ")}: wrote ${plural(written.length, "file")}\n`,
        );
        for (const file of written) terminal.err(`  ${file}\n`);
        terminal.out(body);
      }
      return exitCode.ok;
    }
    case "stopped":
      return stop(call, decided.report, decided.verdict);
    case "refused":
      sayLooks(call, decided.looks, "refused");
      if (json)
        terminal.out(answer({ verdict: "refused", diagnostics: decided.diagnostics, looks: problems(decided.looks) }));
      else if (decided.diagnostics.length > 0) refuse(call, decided.diagnostics, decided.texts);
      return exitCode.refused;
    case "unreachable":
      sayLooks(call, decided.looks, "unreachable");
      if (json) terminal.out(answer({ verdict: "unreachable", looks: problems(decided.looks) }));
      return exitCode.unreachable;
  }
}

function bodyOf(decided: Extract<Update, { readonly files: unknown }>): string {
  const list = decided.pages.map((page) => `\`${page}\``).join(", ");
  const report = decided.report.bump === "none" ? "Nothing is released.\n" : renderMarkdown(decided.report);
  return decided.ending === "changed" ? report : `${list} changed, but no row that the catalog reads.\n\n${report}`;
}

const answer = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function problems(looks: readonly Look[]) {
  return looks.flatMap((look) =>
    "problem" in look ? [{ page: look.page.id, outcome: look.outcome, problem: look.problem }] : [],
  );
}

function sayLooks(call: Call, looks: readonly Look[], outcome: Look["outcome"]): void {
  if (call.options.json === true) return;
  for (const look of looks) {
    if (!("problem" in look) || look.outcome !== outcome) continue;
    call.terminal.err(`${call.terminal.paint("red", look.outcome)}  ${look.page.id}: ${look.problem}\n`);
    call.terminal.err(`${call.terminal.paint("dim", "hint:")} ${look.hint}\n`);
  }
}
