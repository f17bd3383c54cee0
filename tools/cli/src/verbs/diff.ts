import { renderJson, renderMarkdown, renderTerminal, reportOf } from "@tools/diff";
import { catalogAt, currentCatalog, releasedCatalog } from "../catalog-at.ts";
import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode, UsageError } from "../exit.ts";
import { paintReport } from "../terminal/paint-report.ts";
import type { Call } from "../verb.ts";

/** `catalog diff`: what changed, what it means, and which step it asks for. */
export async function diff(call: Call): Promise<ExitCode> {
  const { options, terminal, cwd } = call;
  if (options.json === true && options.markdown === true) throw new UsageError("Choose one of --json and --markdown");
  const loaded = await loadConfig(configPath(call), cwd);
  const released = typeof options.from === "string" ? undefined : releasedCatalog(loaded, cwd);
  const before = released === undefined ? catalogAt(loaded, options.from as string, cwd) : released.catalog;
  const after = typeof options.to === "string" ? catalogAt(loaded, options.to, cwd) : currentCatalog(loaded);
  const report = reportOf(before, after, loaded.config.release?.packages);
  if (options.json === true) terminal.out(renderJson(report));
  else if (options.markdown === true) terminal.out(renderMarkdown(report));
  else {
    const base =
      released === undefined ? options.from : (released.release?.tag ?? "nothing, because nothing is released yet");
    terminal.err(`${terminal.paint("dim", "compared with")} ${base}\n`);
    terminal.out(renderTerminal(report, paintReport(terminal)));
  }
  return exitCode.ok;
}
