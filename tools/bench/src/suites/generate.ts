import { join } from "node:path";
import { duration, memory } from "../format.ts";
import { interleave } from "../interleave.ts";
import { runNode } from "../process.ts";
import { realCopy } from "../real-copy.ts";
import { repository } from "../repository.ts";
import type { Suite } from "../suite.ts";

const ROUNDS = 15;

/** How long a person waits for `catalog generate` on the real pages. */
export const generate: Suite = {
  name: "generate",
  async run(say) {
    const copy = realCopy();
    try {
      const main = join(repository, "tools/cli/src/start.mjs");
      const catalog = (verb: string) => runNode([main, verb, "--config", "docs/catalog.config.ts"], copy.folder);
      say(`${ROUNDS} rounds`);
      const figures = interleave(
        [
          { name: "an empty program (`node -e 0`): the floor", run: () => runNode(["-e", "0"], copy.folder) },
          { name: "`catalog generate`, every file to write", prepare: copy.clean, run: () => catalog("generate") },
          { name: "`catalog generate`, nothing to do", run: () => catalog("generate") },
          { name: "`catalog check`, all computed and compared", run: () => catalog("check") },
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
            rows: figures.map((one) => [
              one.name,
              duration(one.median),
              duration(one.fastest),
              duration(one.slowest),
              memory(one.memory),
            ]),
          },
        ],
      };
    } finally {
      copy.remove();
    }
  },
};
