import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Generator } from "./generator.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { complaint, type Workshop, workshop } from "./workshop.ts";

/** Milliseconds after which a generator that watches is given up. */
const PATIENCE = 60_000;

/** Times from a save to the file that shows it, or why there are none. */
export type Watched = { readonly times: readonly number[] } | { readonly error: string };

interface Watcher {
  readonly generator: Generator;
  readonly shop: Workshop;
  readonly child: ChildProcess;
  readonly said: { text: string };
  readonly times: number[];
  error?: string;
}

/**
 * Starts every generator that watches, each in a folder of its own, and saves the same change for each in turn: a
 * description says something new. Generators that cannot watch are left out.
 */
export async function watchAll(
  generators: readonly Generator[],
  vocabularies: readonly Vocabulary[],
  { saves, warmUp }: { readonly saves: number; readonly warmUp: number },
): Promise<ReadonlyMap<Generator, Watched>> {
  const watchers = generators.flatMap((generator) => start(generator, vocabularies) ?? []);
  try {
    for (const watcher of watchers) await attempt(watcher, () => seen(watcher, firstText(vocabularies)));
    for (let save = -warmUp; save < saves; save++) {
      for (const watcher of watchers) {
        if (watcher.error === undefined) await attempt(watcher, () => saveOnce(watcher, vocabularies, save));
      }
    }
  } finally {
    for (const { child, shop } of watchers) {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "close");
      shop.remove();
    }
  }
  return new Map(
    watchers.map(({ generator, error, times }) => [generator, error === undefined ? { times } : { error }]),
  );
}

function start(generator: Generator, vocabularies: readonly Vocabulary[]): Watcher | undefined {
  if (generator.watch === undefined) return undefined;
  const shop = workshop(generator);
  shop.give(vocabularies);
  const child = spawn(process.execPath, generator.watch, {
    cwd: shop.folder,
    env: { ...process.env, INIT_CWD: shop.folder, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said.text += String(data)));
  return { generator, shop, child, said, times: [] };
}

async function attempt(watcher: Watcher, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    watcher.error = (error as Error).message;
  }
}

async function saveOnce(watcher: Watcher, vocabularies: readonly Vocabulary[], save: number): Promise<void> {
  // Everything that the last save set off must have come to rest, so that this one is not lost in it.
  await rest(watcher);
  const token = `Saved ${save < 0 ? "before" : "as"} number ${Math.abs(save)}`;
  const changed = vocabularies.map((vocabulary) => ({
    ...vocabulary,
    words: vocabulary.words.map((word, index) => (index === 0 ? { ...word, text: token } : word)),
  }));
  const before = performance.now();
  watcher.shop.give(changed);
  await seen(watcher, token);
  if (save >= 0) watcher.times.push(performance.now() - before);
}

/** Waits until a generated file holds a text. */
async function seen(watcher: Watcher, text: string): Promise<void> {
  const { child, shop, said } = watcher;
  for (const start = performance.now(); performance.now() - start < PATIENCE; await pause(2)) {
    if (child.exitCode !== null) throw new Error(complaint(said.text));
    if ([...shop.read().values()].some((made) => made.includes(text))) return;
  }
  throw new Error(`Nothing came of a save in ${PATIENCE / 1_000} s: ${complaint(said.text)}`);
}

/** Waits until the generator has said nothing for a while, and its files are as they were. */
async function rest({ shop, said }: Watcher): Promise<void> {
  const state = () => JSON.stringify([said.text.length, [...shop.read()].map(([name, text]) => [name, text.length])]);
  for (let last = ""; last !== state(); await pause(300)) last = state();
}

const firstText = (vocabularies: readonly Vocabulary[]): string => vocabularies[0]?.words[0]?.text.split("\n")[0] ?? "";
