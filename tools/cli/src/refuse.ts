import type { Diagnostic } from "@tools/read";
import { type ExitCode, exitCode } from "./exit.ts";
import { showError, showWarning, sortDiagnostics } from "./terminal/diagnostics.ts";
import { plural } from "./terminal/summary.ts";
import type { Call } from "./verb.ts";

/** Says everything that is wrong with the input. Nothing has been written. */
export function refuse(call: Call, diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): ExitCode {
  const { terminal, options } = call;
  const sorted = sortDiagnostics(diagnostics);
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ verdict: "refused", written: [], removed: [], diagnostics: sorted }, null, 2)}\n`);
    return exitCode.refused;
  }
  const errors = sorted.filter(({ severity }) => severity === "error");
  for (const error of errors) terminal.err(`${showError(error, texts.get(error.file), terminal.paint)}\n`);
  showWarnings(call, sorted);
  terminal.err(`${terminal.paint("red", "Refused")}  ${plural(errors.length, "error")}; nothing was written\n`);
  return exitCode.refused;
}

export function showWarnings({ terminal }: Call, diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of sortDiagnostics(diagnostics)) {
    if (diagnostic.severity === "warning") terminal.err(`${showWarning(diagnostic, terminal.paint)}\n`);
  }
}
