import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { bringIn, type Incoming } from "../bring-in.ts";
import { compute } from "../compute.ts";
import { type LoadedConfig, loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { isDay } from "../day.ts";
import { type ExitCode, exitCode, UsageError } from "../exit.ts";
import { lookAtPage } from "../look-at-page.ts";
import { refuse } from "../refuse.ts";
import { refuseUnwritable } from "../refuse-unwritable.ts";
import { showPath } from "../show-path.ts";
import type { Call } from "../verb.ts";
import { watchedPages } from "../watched-pages.ts";
import { writePlan } from "../write.ts";

/** `catalog pull`: brings pages in as Markdown, from a file or from where they are published. */
export async function pull(call: Call): Promise<ExitCode> {
  const { options, args, terminal, cwd } = call;
  const loaded = await loadConfig(configPath(call), cwd);
  const dates = { ...published(call), retrieved: stated(call, "retrieved") ?? call.now().toISOString().slice(0, 10) };
  const known = Object.keys(loaded.config.pages).join(", ");
  if (options.from !== undefined && args.length !== 1) {
    throw new UsageError("--from needs the one page that it is for", `The pages are ${known}.`);
  }
  const ids = args.length > 0 ? args : watchedPages(loaded).map(({ id }) => id);
  if (ids.length === 0)
    throw new UsageError(
      `No page of ${loaded.shown} has an address`,
      "Name a page and where it is: catalog pull <page> --from <file or url>.",
    );
  refuseUnwritable(loaded, ids);
  const unknown = ids.find((id) => loaded.config.pages[id] === undefined);
  if (unknown !== undefined) throw new UsageError(`There is no page "${unknown}"`, `The pages are ${known}.`);
  // All pages come in before any is written.
  const incoming: Incoming[] = [];
  for (const id of ids) {
    const one = await find(call, loaded, id);
    if (typeof one === "number") return one;
    incoming.push(one);
  }
  const arrived = await Promise.all(incoming.map(async (one) => ({ one, copy: await bringIn(loaded, one, dates) })));
  const refused = arrived.filter(({ copy }) => copy.text === undefined);
  if (refused.length > 0) {
    const diagnostics = refused.flatMap(({ copy }) => copy.diagnostics);
    return refuse(call, diagnostics, new Map(refused.map(({ one, copy }) => [one.shown, copy.source])));
  }

  const texts = new Map(arrived.map(({ one, copy }) => [one.page, copy.text ?? ""]));
  const broken = await breaks(loaded, texts, cwd);
  if (broken !== undefined) return refuse(call, broken.diagnostics, broken.texts);

  const results = arrived.map(({ one: { page }, copy: { text = "", changed } }) => {
    const path = loaded.path(loaded.config.pages[page]?.file ?? "");
    return { page, changed, text, path };
  });
  writePlan({ write: results.filter(({ changed }) => changed), remove: [] });
  const said = results.map(({ page, changed, path }) => ({
    verdict: changed ? "written" : "current",
    page,
    file: showPath(path, cwd),
  }));
  if (options.json === true) terminal.out(`${JSON.stringify(said, null, 2)}\n`);
  else
    terminal.out(
      said
        .map(({ verdict, file }) => (verdict === "written" ? `Wrote    ${file}\n` : `Current  ${file} says the same\n`))
        .join(""),
    );
  return exitCode.ok;
}

/** What the configuration finds wrong with the pages as they would be, if all others are there to judge by. */
async function breaks(loaded: LoadedConfig, texts: ReadonlyMap<string, string>, cwd: string) {
  const others = Object.entries(loaded.config.pages).filter(([id]) => !texts.has(id));
  if (others.some(([, { file }]) => !existsSync(loaded.path(file)))) return undefined;
  const { built, diagnostics, inputs } = await compute(loaded.file, cwd, texts);
  return built === undefined ? { diagnostics, texts: inputs.texts } : undefined;
}

/** The page as it comes in, or how the call ends because it does not. */
async function find(call: Call, loaded: LoadedConfig, page: string): Promise<Incoming | ExitCode> {
  const { from } = call.options;
  if (typeof from === "string" && !/^https?:\/\//i.test(from)) {
    const file = resolve(call.cwd, from);
    const shown = showPath(file, call.cwd);
    if (!existsSync(file)) throw new UsageError(`There is no file ${shown}`);
    return { page, shown, text: readFileSync(file) };
  }
  const config = loaded.config.pages[page];
  const url = from ?? config?.url;
  if (typeof url !== "string")
    throw new UsageError(`The page "${page}" has no address`, "Name where it is with --from <file or address>.");
  const look = await lookAtPage(call, { id: page, url, file: loaded.path(config?.file ?? "") }, undefined);
  if (look.outcome === "page") return { page, shown: url, text: look.text, layout: look.layout };
  if (look.outcome === "same") throw new Error("A question without a condition was answered with: not modified");
  call.terminal.err(
    `${call.terminal.paint("red", look.outcome)}  ${page}: ${look.problem}\n${call.terminal.paint("dim", "hint:")} ${look.hint}\n`,
  );
  return look.outcome === "refused" ? exitCode.refused : exitCode.unreachable;
}

function published(call: Call): { readonly published?: string } {
  const date = stated(call, "published");
  return date === undefined ? {} : { published: date };
}

function stated(call: Call, option: string): string | undefined {
  const date = call.options[option];
  if (date === undefined) return undefined;
  if (typeof date !== "string" || !isDay(date))
    throw new UsageError(`--${option} takes a day of the calendar as YYYY-MM-DD, not ${String(date)}`);
  return date;
}
