import { compute } from "../compute.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode } from "../exit.ts";
import { judgeBuilt, reportBuilt, stop } from "../guard.ts";
import { planWrites } from "../plan.ts";
import { refuse, showWarnings } from "../refuse.ts";
import { planRelease } from "../release-plan.ts";
import { showPath } from "../show-path.ts";
import { plural } from "../terminal/summary.ts";
import type { Call } from "../verb.ts";

/** `catalog check`. Computes everything, whatever the fingerprint says, and names each file that is not current. */
export async function check(call: Call): Promise<ExitCode> {
  const { terminal, cwd } = call;
  const { built, diagnostics, inputs, loaded } = await compute(configPath(call), cwd);
  if (built === undefined) return refuse(call, diagnostics, inputs.texts);
  const verdict = judgeBuilt(loaded, inputs, built);
  if (!verdict.ok) return stop(call, reportBuilt(loaded, built), verdict);
  const plan = planWrites(built);
  const stale = plan.write.map(({ path }) => showPath(path, cwd));
  const surplus = plan.remove.map((path) => showPath(path, cwd));
  const lacking = planRelease(loaded, built.catalog, cwd)?.shortfalls ?? [];
  const current = stale.length + surplus.length + lacking.length === 0;
  if (call.options.json === true) {
    terminal.out(
      `${JSON.stringify({ verdict: current ? "current" : "stale", stale, surplus, changesets: lacking, diagnostics }, null, 2)}\n`,
    );
    return current ? exitCode.ok : exitCode.no;
  }
  showWarnings(call, diagnostics);
  for (const file of stale) terminal.err(`${terminal.paint("red", "stale")}    ${file}\n`);
  for (const file of surplus) terminal.err(`${terminal.paint("red", "surplus")}  ${file} is no longer emitted\n`);
  for (const { name, asked, needed } of lacking) {
    const said = asked === "none" ? "no changeset says so" : `the changesets ask for ${asked}`;
    terminal.err(`${terminal.paint("red", "release")}  ${name} needs ${needed}, and ${said}\n`);
  }
  if (current) terminal.out(`Current  ${plural(plan.unchanged, "file")}\n`);
  else
    terminal.err(
      `${terminal.paint("dim", "hint:")} run ${stale.length + surplus.length > 0 ? "`pnpm catalog generate`" : "`pnpm catalog changeset`"} and commit what it writes\n`,
    );
  return current ? exitCode.ok : exitCode.no;
}
