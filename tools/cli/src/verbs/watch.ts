import { watch as watchFolder } from "node:fs";
import { dirname } from "node:path";
import type { Diagnostic } from "@tools/read";
import { compute } from "../compute.ts";
import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode, UsageError } from "../exit.ts";
import { judgeBuilt, reportBuilt, stop } from "../guard.ts";
import { planWrites } from "../plan.ts";
import { showPath } from "../show-path.ts";
import { showError, showWarning, sortDiagnostics, where } from "../terminal/diagnostics.ts";
import { plural } from "../terminal/summary.ts";
import type { Call } from "../verb.ts";
import { writePlan } from "../write.ts";

/** Editors save in several steps; this long after the last of them the files are read. */
const QUIET = 25;

/** `catalog watch`: keeps the files current while somebody edits, and shows diagnostics as they come and go. */
export async function watch(call: Call): Promise<ExitCode> {
  const config = configPath(call);
  const loaded = await loadConfig(config, call.cwd);
  const { pages, overlays } = loaded.config;
  const files = [...loaded.imports, ...Object.values(pages).map(({ file }) => loaded.path(file))];
  const folders = new Set([
    ...files.map((file) => dirname(file)),
    ...(overlays === undefined ? [] : [loaded.path(overlays)]),
  ]);
  const outputs = new Set<string>();

  let known: readonly Diagnostic[] = [];
  let running = Promise.resolve();
  // One after the other: a save during a run starts another run after it.
  const run = () => {
    running = running.then(async () => {
      known = await regenerate(call, config, known, outputs);
    });
    return running;
  };
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET);
  };
  const watchers = [...folders].map((folder) =>
    watchFolder(folder, (_, name) => !isOwn(outputs, folder, name) && changed()),
  );
  await run();
  call.terminal.out(`Watching ${plural(folders.size, "folder")}; end with Ctrl+C\n`);
  await ended(call.signal);
  for (const watcher of watchers) watcher.close();
  clearTimeout(timer);
  await running;
  return exitCode.ok;
}

/** What we write ourselves must not start us again. */
function isOwn(outputs: ReadonlySet<string>, folder: string, name: string | null): boolean {
  return name !== null && (outputs.has(`${folder}/${name}`) || name.endsWith(".tmp"));
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve(), { once: true }),
  );

/** Computes and writes once; says what changed since the last time and returns what is wrong now. */
async function regenerate(
  call: Call,
  config: string,
  before: readonly Diagnostic[],
  outputs: Set<string>,
): Promise<readonly Diagnostic[]> {
  const { terminal, cwd } = call;
  const start = performance.now();
  try {
    const { built, diagnostics, inputs, loaded } = await compute(config, cwd);
    showNews(call, before, diagnostics, inputs.texts);
    if (built === undefined) return diagnostics;
    const verdict = judgeBuilt(loaded, inputs, built);
    if (!verdict.ok) {
      stop(call, reportBuilt(loaded, built), verdict);
      return diagnostics;
    }
    for (const { path } of built.files) outputs.add(path);
    const plan = planWrites(built);
    writePlan(plan);
    const took = `${Math.round(performance.now() - start)} ms`;
    const names = plan.write.map(({ path }) => showPath(path, cwd));
    if (names.length > 0)
      terminal.out(
        `Wrote    ${plural(names.length, "file")} in ${took}: ${names.slice(0, 3).join(", ")}${names.length > 3 ? ", ..." : ""}\n`,
      );
    else terminal.out(`Current  after ${took}\n`);
    return diagnostics;
  } catch (error) {
    // Half a saved configuration is no reason to stop watching.
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`${terminal.paint("red", "error")} ${error.message}\n`);
    return before;
  }
}

function showNews(
  { terminal }: Call,
  before: readonly Diagnostic[],
  now: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): void {
  const key = (one: Diagnostic) => `${where(one)} ${one.rule} ${one.message}`;
  const old = new Set(before.map(key));
  const current = new Set(now.map(key));
  for (const one of sortDiagnostics(before.filter((diagnostic) => !current.has(key(diagnostic))))) {
    terminal.out(`${terminal.paint("green", "mended")}   ${where(one)} ${one.rule}\n`);
  }
  for (const one of sortDiagnostics(now.filter((diagnostic) => !old.has(key(diagnostic))))) {
    const text =
      one.severity === "error" ? showError(one, texts.get(one.file), terminal.paint) : showWarning(one, terminal.paint);
    terminal.err(`${text}\n`);
  }
}
