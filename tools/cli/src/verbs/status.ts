import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode } from "../exit.ts";
import { type Freshness, freshnessOf } from "../freshness.ts";
import { showPath } from "../show-path.ts";
import { readState } from "../state.ts";
import { statePath } from "../state-path.ts";
import { visible } from "../terminal/frame.ts";
import type { Call, Style } from "../verb.ts";
import { watchedPages } from "../watched-pages.ts";

/** Hours without a look after which a page counts as not watched. */
const LIMIT = 48;

const styles: Readonly<Record<Freshness["verdict"], Style>> = {
  fresh: "green",
  failing: "yellow",
  stale: "red",
  never: "red",
};

/** `catalog status`: when was each page last seen, and is anybody looking? */
export async function status(call: Call): Promise<ExitCode> {
  const { terminal, options, cwd } = call;
  const loaded = await loadConfig(configPath(call), cwd);
  const file = statePath(call);
  const state = readState(file, showPath(file, cwd));
  const limit = loaded.config.watch?.limitHours ?? LIMIT;
  const pages = watchedPages(loaded).map(({ id }) => freshnessOf(id, state.pages[id], call.now(), limit));
  const alive = pages.length > 0 && pages.every(({ verdict }) => verdict === "fresh");
  const code = options.strict === true && !alive ? exitCode.no : exitCode.ok;
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ verdict: alive ? "alive" : "not alive", limitHours: limit, pages }, null, 2)}\n`);
    return code;
  }
  const width = Math.max(0, ...pages.map(({ page }) => page.length));
  for (const { page, verdict, hours, checked, changed, problem } of pages) {
    const seen = hours === null ? "never seen" : `seen ${ago(hours)} ago (${visible(checked ?? "")})`;
    const moved = changed === null ? "" : `, changed ${visible(changed)}`;
    terminal.out(`${terminal.paint(styles[verdict], verdict.padEnd(7))}  ${page.padEnd(width)}  ${seen}${moved}\n`);
    if (problem !== undefined) terminal.out(`         ${visible(problem)}\n`);
  }
  if (pages.length === 0) terminal.out("No page of the configuration has an address to watch\n");
  else if (!alive)
    terminal.err(
      `${terminal.paint("dim", "hint:")} run \`catalog update\`; a page must be seen every ${limit} hours\n`,
    );
  return code;
}

function ago(hours: number): string {
  if (hours < 1) return `${Math.max(0, Math.round(hours * 60))} min`;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;
}
