import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duration, memory } from "../format.ts";
import { interleave } from "../interleave.ts";
import { runNode } from "../process.ts";
import { repository } from "../repository.ts";
import type { Suite } from "../suite.ts";

const ROUNDS = 15;

/** How long a person waits for `catalog generate` on the real pages. */
export const generate: Suite = {
  name: "generate",
  async run(say) {
    const work = mkdtempSync(join(tmpdir(), "flow-catalog-bench-"));
    try {
      cpSync(join(repository, "docs"), join(work, "docs"), { recursive: true });
      mkdirSync(join(work, "packages/catalog"), { recursive: true });
      cpSync(join(repository, "packages/catalog/package.json"), join(work, "packages/catalog/package.json"));
      const main = join(repository, "tools/cli/src/main.ts");
      const config = ["--config", join(work, "docs/catalog.config.ts")];
      const outputs = ["docs/places.json", "packages/catalog/catalog.json", "packages/events", "packages/schema"];
      say(`${ROUNDS} rounds`);
      const figures = interleave(
        [
          { name: "an empty program (`node -e 0`): the floor", run: () => runNode(["-e", "0"], work) },
          { name: "`catalog generate`, nothing to do", run: () => runNode([main, "generate", ...config], work) },
          {
            name: "`catalog check`, all files computed and compared",
            run: () => runNode([main, "check", ...config], work),
          },
          {
            name: "`catalog generate`, every file to write",
            prepare: () => {
              for (const output of outputs) rmSync(join(work, output), { recursive: true, force: true });
              mkdirSync(join(work, "packages/catalog"), { recursive: true });
              cpSync(join(repository, "packages/catalog/package.json"), join(work, "packages/catalog/package.json"));
            },
            run: () => runNode([main, "generate", ...config], work),
          },
        ],
        { rounds: ROUNDS, warmUp: 2 },
      );
      return {
        title: "The real pages, cold",
        method: [
          "Each run is a new process, timed from its start to its end; disk and Node's compile cache are warm, and there is no daemon.",
          `The commands take turns, ${ROUNDS} rounds after two that do not count.`,
          "The aims are 200 ms with nothing to do and 600 ms with every file to write.",
        ],
        tables: [
          {
            caption: "Time of a whole process",
            columns: ["command", "median", "fastest", "slowest", "peak memory"],
            rows: figures.map(({ name, median, fastest, slowest, memory: peak }) => [
              name,
              duration(median),
              duration(fastest),
              duration(slowest),
              memory(peak),
            ]),
          },
        ],
      };
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  },
};
