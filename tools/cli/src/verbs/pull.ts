import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { read, writeMarkdown } from "@tools/read";
import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode, UsageError } from "../exit.ts";
import { planWrites } from "../plan.ts";
import { refuse } from "../refuse.ts";
import { showPath } from "../show-path.ts";
import type { Call } from "../verb.ts";
import { writePlan } from "../write.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** `catalog pull`: brings a page in as Markdown, with what is known of it as front matter. */
export async function pull(call: Call): Promise<ExitCode> {
  const [id, ...others] = call.args;
  if (id === undefined || others.length > 0)
    throw new UsageError("Expected one page", "For example: catalog pull event-webhook --from page.md");
  const loaded = await loadConfig(configPath(call), call.cwd);
  const page = loaded.config.pages[id];
  if (page === undefined)
    throw new UsageError(`There is no page "${id}"`, `The pages are ${Object.keys(loaded.config.pages).join(", ")}.`);
  const from = call.options.from;
  if (typeof from !== "string") throw new UsageError("Expected --from <file>", "Name the file that the page is in.");
  const source = resolve(call.cwd, from);
  if (!existsSync(source)) throw new UsageError(`There is no file ${showPath(source, call.cwd)}`);

  const shown = showPath(source, call.cwd);
  const text = readFileSync(source, "utf8");
  const result = await read({ file: shown, text, ...(page.text === undefined ? {} : { textLayout: page.text }) });
  if (result.diagnostics.some(({ severity }) => severity === "error"))
    return refuse(call, result.diagnostics, new Map([[shown, text]]));

  const target = loaded.path(page.file);
  const before = existsSync(target)
    ? (await read({ file: target, text: readFileSync(target, "utf8") })).document.front
    : {};
  const heading = result.document.blocks.find((block) => block.kind === "heading")?.text ?? id;
  const front = {
    ...before,
    title: heading,
    ...(typeof page.url === "string" ? { url: page.url } : {}),
    ...result.document.front,
    ...dates(call, before),
  };
  const plan = planWrites({ files: [{ path: target, text: writeMarkdown(result.document, front) }], folders: [] });
  writePlan(plan);
  const changed = plan.write.length > 0;
  const name = showPath(target, call.cwd);
  if (call.options.json === true)
    call.terminal.out(`${JSON.stringify({ verdict: changed ? "written" : "current", page: id, file: name })}\n`);
  else call.terminal.out(changed ? `Wrote    ${name}\n` : `Current  ${name} says the same; nothing was written\n`);
  return exitCode.ok;
}

function dates(call: Call, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const published = stated(call, "published");
  const retrieved = stated(call, "retrieved") ?? before.retrieved ?? new Date().toISOString().slice(0, 10);
  return { ...(published === undefined ? {} : { published }), retrieved };
}

function stated(call: Call, option: string): string | undefined {
  const date = call.options[option];
  if (date === undefined) return undefined;
  if (typeof date !== "string" || !DATE.test(date))
    throw new UsageError(`--${option} takes a date as YYYY-MM-DD, not ${String(date)}`);
  return date;
}
