import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { duration, quote } from "../format.ts";
import { seed } from "../generators/corpora.ts";
import { own, peerGenerators } from "../generators/generators.ts";
import { type Watched, watchAll } from "../generators/watching.ts";
import { installPeers } from "../peers/peers.ts";
import { realCopy } from "../real-copy.ts";
import { repository } from "../repository.ts";
import { median } from "../statistics.ts";
import type { Suite, Table } from "../suite.ts";

const SAVES = 25;
const WARM_UP = 3;
const SIDE_BY_SIDE = { saves: 7, warmUp: 1 };

/** How long after a save the generated files are there. */
export const watch: Suite = {
  name: "watch",
  async run(say) {
    const copy = realCopy();
    const main = join(repository, "tools/cli/src/start.mjs");
    const child = spawn(process.execPath, [main, "watch", "--config", "docs/catalog.config.ts"], {
      cwd: copy.folder,
      env: { ...process.env, INIT_CWD: copy.folder },
      stdio: ["ignore", "pipe", "ignore"],
    });
    try {
      child.stdout.setEncoding("utf8");
      await heard(child.stdout, "Watching");
      const page = join(copy.folder, "docs/sources/event-webhook.md");
      const text = readFileSync(page, "utf8");
      say(`${SAVES} saves`);
      const times: number[] = [];
      for (let save = -WARM_UP; save < SAVES; save++) {
        const written = heard(child.stdout, "Wrote");
        const start = performance.now();
        writeFileSync(page, text.replace("has started the flow", `has started the flow (${save})`));
        await written;
        if (save >= 0) times.push(performance.now() - start);
      }
      const watched = await sideBySide(say);
      return {
        title: "Watching, from a save to the files",
        method: [
          `\`catalog watch\` runs; a description of the real page is changed ${SAVES} times after ${WARM_UP} that do not count.`,
          "Timed from the save to the moment all files are written, the pause after the last step of a save included. The aim is 300 ms.",
          `Side by side: every generator that can watch has the real values, a description changes ${SIDE_BY_SIDE.saves} times after once that does not count, one generator after the other while the others wait, and the time is that until a generated file shows it.`,
        ],
        tables: [
          {
            caption: "Time from a save to the files",
            columns: ["saves", "median", "fastest", "slowest"],
            rows: [
              [String(SAVES), duration(median(times)), duration(Math.min(...times)), duration(Math.max(...times))],
            ],
          },
          watched,
        ],
      };
    } finally {
      child.kill("SIGINT");
      if (child.exitCode === null) await once(child, "close");
      copy.remove();
    }
  },
};

async function sideBySide(say: (line: string) => void): Promise<Table> {
  installPeers("generators", say);
  say("the generators that watch");
  const all = [own, ...peerGenerators()];
  const found = await watchAll(all, seed(), SIDE_BY_SIDE);
  return {
    caption: "Time from a save to a generated file, side by side",
    columns: ["generator", "median", "fastest", "slowest"],
    rows: all.map((generator) => [generator.name, ...cells(found.get(generator))]),
  };
}

function cells(watched: Watched | undefined): readonly string[] {
  if (watched === undefined) return ["cannot express this", "", ""];
  if ("error" in watched) return [quote(watched.error), "", ""];
  return [median(watched.times), Math.min(...watched.times), Math.max(...watched.times)].map(duration);
}

/** Waits until a word is said that was not said before. */
function heard(stream: NodeJS.ReadableStream, word: string): Promise<void> {
  return new Promise((resolve) => {
    let said = "";
    const listen = (data: string) => {
      said += data;
      if (!said.includes(word)) return;
      stream.off("data", listen);
      resolve();
    };
    stream.on("data", listen);
  });
}
