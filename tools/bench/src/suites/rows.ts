import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duration, memory, ratio } from "../format.ts";
import { runNode } from "../process.ts";
import { repository } from "../repository.ts";
import { sampleConfig, samplePage } from "../sample-page.ts";
import type { StageTimes } from "../stages.ts";
import { growth, median } from "../statistics.ts";
import type { Suite } from "../suite.ts";

/** Rows, and how often each size is run: the large ones take long enough to be steady. */
const SIZES = [
  { rows: 100, runs: 7 },
  { rows: 1_000, runs: 5 },
  { rows: 10_000, runs: 3 },
  { rows: 100_000, runs: 1 },
] as const;

/** How time and memory grow with the size of a table. */
export const rows: Suite = {
  name: "rows",
  async run(say) {
    const measured = SIZES.map(({ rows, runs }) => {
      say(`${rows} rows`);
      return { rows, ...measure(rows, runs) };
    });
    const growthOf = (of: (size: (typeof measured)[number]) => number) =>
      growth(measured.map((size) => ({ x: size.rows, y: of(size) }))).toFixed(2);
    return {
      title: "Cost against rows",
      method: [
        "One page with one table of values like real ones, written as an enum, constants, lists and descriptions.",
        "`generate` is a new process with every file to write. The stages are timed inside another new process, without start-up, so that they add up to less.",
        "Growth is the exponent that fits the sizes best: 1.00 is linear. The start-up that every size pays makes that of the whole look better than the stages are.",
      ],
      tables: [
        {
          caption: "Whole `catalog generate`",
          columns: ["rows", "time", "against the size before", "peak memory"],
          rows: [
            ...measured.map(({ rows, whole, peak }, index) => {
              const before = measured[index - 1];
              return [
                String(rows),
                duration(whole),
                before === undefined ? "" : ratio(whole, before.whole),
                memory(peak),
              ];
            }),
            ["growth", growthOf(({ whole }) => whole), "", ""],
          ],
        },
        {
          caption: "Stages",
          columns: ["rows", "read", "compile", "emit"],
          rows: [
            ...measured.map(({ rows, stages }) => [
              String(rows),
              duration(stages.read),
              duration(stages.compile),
              duration(stages.emit),
            ]),
            [
              "growth",
              growthOf(({ stages }) => stages.read),
              growthOf(({ stages }) => stages.compile),
              growthOf(({ stages }) => stages.emit),
            ],
          ],
        },
      ],
    };
  },
};

function measure(count: number, runs: number) {
  const work = mkdtempSync(join(tmpdir(), "flow-catalog-bench-"));
  try {
    writeFileSync(join(work, "sample.md"), samplePage(count));
    writeFileSync(join(work, "catalog.config.ts"), sampleConfig);
    const wholes = Array.from({ length: runs }, () => {
      rmSync(join(work, "out"), { recursive: true, force: true });
      mkdirSync(join(work, "out"));
      return runNode([join(repository, "tools/cli/src/start.mjs"), "generate", "--config", "catalog.config.ts"], work);
    });
    const stages = Array.from({ length: runs }, () => {
      const { output } = runNode(
        [join(repository, "tools/bench/src/stages.ts"), join(work, "sample.md"), join(work, "catalog.config.ts")],
        work,
      );
      return JSON.parse(output) as StageTimes;
    });
    return {
      whole: median(wholes.map(({ milliseconds }) => milliseconds)),
      peak: median(wholes.map(({ mebibytes }) => mebibytes)),
      stages: {
        read: median(stages.map(({ read }) => read)),
        compile: median(stages.map(({ compile }) => compile)),
        emit: median(stages.map(({ emit }) => emit)),
      },
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
