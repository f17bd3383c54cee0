import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { openNotes } from "./checks.ts";
import { openRegistry } from "./registry/registry.ts";
import { rehearse } from "./rehearsal.ts";
import type { Row } from "./row.ts";
import { openSandbox } from "./sandbox.ts";
import { table } from "./table.ts";
import { fingerprint } from "./untouched.ts";

const help = `Usage: pnpm release:rehearse [options]

Releases everything three times to a registry of its own on this machine, and uses it as strangers do: first what is
pending, then a page with a new state (minor), then one with a changed code (major). The checkout, its tags and the home
directory stay as they are.

Options:
  --json   the result as JSON instead of a table
  --keep   leave the folder in which it happened, and say where it is
  --help   this text

Exit code: 0 when everything holds, 1 when something does not, 2 for wrong usage, 130 when it was interrupted.
`;

const root = resolve(import.meta.dirname, "../../..");
const scope = "@flow-catalog/";
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => interrupted.abort());

async function main(): Promise<number> {
  const options = parse();
  if (options === undefined) return 2;
  if (options.help) {
    console.log(help.trimEnd());
    return 0;
  }
  const { checks, note } = openNotes();
  const began = Date.now();
  const say = (what: string) => console.error(`${seconds(began)}  ${what}`);
  const before = await fingerprint(root);
  let rows: readonly Row[] = [];
  const sandbox = await openSandbox(interrupted.signal);
  try {
    say("starting a registry on loopback");
    const registry = await openRegistry(join(sandbox.folder, "registry"), await outside(), scope);
    try {
      await sandbox.configure(registry);
      rows = await rehearse({ root, sandbox, registry, note, say });
      const ours = [...registry.asked].filter((name) => name.startsWith(scope));
      note(`no ${scope} name was looked up outside`, ours.length === 0, ours);
      note("other names were, through the same door", registry.asked.has("typescript"), [...registry.asked]);
    } finally {
      await registry.close();
    }
  } catch (error) {
    note("it runs to its end", false, interrupted.signal.aborted ? "It was interrupted" : (error as Error).message);
  } finally {
    if (options.keep) say(`kept ${sandbox.folder}`);
    else await sandbox.close();
  }
  const after = await fingerprint(root);
  for (const [what, value] of Object.entries(before)) note(`the ${what} is as it was`, after[what] === value);

  const failed = checks.filter(({ holds }) => !holds);
  const passed = checks.length - failed.length;
  if (options.json) console.log(JSON.stringify({ ok: failed.length === 0, rows, checks }, null, 2));
  else {
    console.log(`\n${table(rows)}\n`);
    for (const { what, found } of failed)
      console.log(`Does not hold: ${what}${found === undefined ? "" : `\n  ${found}`}`);
    console.log(`${passed} passed, ${failed.length} failed`);
  }
  if (interrupted.signal.aborted) return 130;
  return failed.length === 0 ? 0 : 1;
}

/** The registry that this machine uses; it is asked for everything but the packages of this project. */
async function outside(): Promise<string> {
  return (await promisify(execFile)("npm", ["config", "get", "registry"], { cwd: root })).stdout.trim();
}

const seconds = (began: number): string => `${((Date.now() - began) / 1000).toFixed(0)} s`.padStart(5);

function parse() {
  const boolean = { type: "boolean" } as const;
  try {
    return parseArgs({ options: { json: boolean, keep: boolean, help: { ...boolean, short: "h" } } }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    return undefined;
  }
}

process.exitCode = await main();
