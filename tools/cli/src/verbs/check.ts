import { compute } from "../compute.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode } from "../exit.ts";
import { planWrites } from "../plan.ts";
import { refuse, showWarnings } from "../refuse.ts";
import { showPath } from "../show-path.ts";
import { plural } from "../terminal/summary.ts";
import type { Call } from "../verb.ts";

/** `catalog check`. Computes everything, whatever the fingerprint says, and names each file that is not current. */
export async function check(call: Call): Promise<ExitCode> {
  const { terminal, cwd } = call;
  const { built, diagnostics, inputs } = await compute(configPath(call), cwd);
  if (built === undefined) return refuse(call, diagnostics, inputs.texts);
  const plan = planWrites(built);
  const stale = plan.write.map(({ path }) => showPath(path, cwd));
  const surplus = plan.remove.map((path) => showPath(path, cwd));
  const current = stale.length + surplus.length === 0;
  if (call.options.json === true) {
    terminal.out(
      `${JSON.stringify({ verdict: current ? "current" : "stale", stale, surplus, diagnostics }, null, 2)}\n`,
    );
    return current ? exitCode.ok : exitCode.no;
  }
  showWarnings(call, diagnostics);
  for (const file of stale) terminal.err(`${terminal.paint("red", "stale")}    ${file}\n`);
  for (const file of surplus) terminal.err(`${terminal.paint("red", "surplus")}  ${file} is no longer emitted\n`);
  if (current) terminal.out(`Current  ${plural(plan.unchanged, "file")}\n`);
  else terminal.err(`${terminal.paint("dim", "hint:")} run \`pnpm catalog generate\` and commit what it writes\n`);
  return current ? exitCode.ok : exitCode.no;
}
