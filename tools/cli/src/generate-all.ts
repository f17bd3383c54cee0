import { compute } from "./compute.ts";
import { type ExitCode, exitCode } from "./exit.ts";
import { remember } from "./fingerprint.ts";
import { judgeBuilt, mayWrite, reportBuilt, stop } from "./guard.ts";
import { planWrites } from "./plan.ts";
import { refuse, showWarnings } from "./refuse.ts";
import { showPath } from "./show-path.ts";
import { countAll, plural, showCounts } from "./terminal/summary.ts";
import type { Call } from "./verb.ts";
import { writePlan } from "./write.ts";

/** Computes every file and writes those that differ. */
export async function generateAll(call: Call, config: string): Promise<ExitCode> {
  const { terminal, cwd } = call;
  const { built, diagnostics, loaded, inputs } = await compute(config, cwd);
  if (built === undefined) return refuse(call, diagnostics, inputs.texts);
  const verdict = judgeBuilt(loaded, inputs, built);
  if (!verdict.ok && !mayWrite(call, verdict)) return stop(call, reportBuilt(loaded, built), verdict);

  const plan = planWrites(built);
  writePlan(plan);
  const counts = showCounts(countAll(inputs.documents.values(), built.catalog));
  const { output, pages, overlays } = loaded.config;
  const read = [...loaded.imports, ...Object.values(pages).map(({ file }) => loaded.path(file))];
  const version = output.version === undefined ? [] : [loaded.path(output.version)];
  const listed = overlays === undefined ? [] : [loaded.path(overlays)];
  remember({
    config,
    files: [...read, ...version, ...built.files.map(({ path }) => path), ...inputs.overlayFiles],
    folders: [...built.folders, ...listed],
    summary: counts,
  });

  const written = plan.write.map(({ path }) => showPath(path, cwd));
  const removed = plan.remove.map((path) => showPath(path, cwd));
  if (call.options.json === true) {
    const verdict = written.length + removed.length === 0 ? "current" : "written";
    terminal.out(`${JSON.stringify({ verdict, written, removed, diagnostics }, null, 2)}\n`);
    return exitCode.ok;
  }
  showWarnings(call, diagnostics);
  terminal.out(`${counts}\n`);
  if (written.length + removed.length === 0)
    terminal.out(`Current  All ${plural(plan.unchanged, "file")} are as they should be; nothing was written\n`);
  if (written.length > 0)
    terminal.out(
      `Wrote    ${plural(written.length, "file")}, ${plan.unchanged} unchanged\n${written.map((file) => `  ${file}\n`).join("")}`,
    );
  if (removed.length > 0)
    terminal.out(
      `Removed  ${plural(removed.length, "file")} no longer emitted\n${removed.map((file) => `  ${file}\n`).join("")}`,
    );
  return exitCode.ok;
}
