import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duration, memory } from "../format.ts";
import { runNode } from "../process.ts";
import { repository } from "../repository.ts";
import { sampleConfig, samplePage } from "../sample-page.ts";
import type { StageCost, StageCosts } from "../stages.ts";
import { growth, median } from "../statistics.ts";
import type { Suite } from "../suite.ts";

/** Rows, and how often each size is run: the large ones take long enough to be steady. */
const SIZES = [
  { rows: 100, runs: 7 },
  { rows: 1_000, runs: 5 },
  { rows: 10_000, runs: 3 },
  { rows: 100_000, runs: 1 },
] as const;

const STAGES = ["read", "compile", "emit"] as const;

/** How time and memory grow with the size of a table. */
export const rows: Suite = {
  name: "rows",
  async run(say) {
    const measured = SIZES.map(({ rows, runs }): Measured => {
      say(`${rows} rows`);
      return { rows, ...measure(rows, runs) };
    });
    const growthOf = (of: (size: Measured) => number, sizes: readonly Measured[] = measured) =>
      growth(sizes.map((size) => ({ x: size.rows, y: of(size) }))).toFixed(2);
    const fits = (columns: readonly ((size: Measured) => number)[]) => [
      ["growth", ...columns.map((of) => growthOf(of))],
      ["growth of the last step", ...columns.map((of) => growthOf(of, measured.slice(-2)))],
    ];
    const stage = (name: keyof StageCosts, what: keyof StageCost) => (size: Measured) => size.stages[name][what];
    return {
      title: "Cost against rows",
      method: [
        "One page with one table of values like real ones, written as an enum, constants, lists and descriptions.",
        "`generate` is a new process with every file to write. The stages are timed inside another new process, without start-up, so that they add up to less; their memory is the most that the process had held by the end of the stage.",
        "Growth is the exponent that fits all sizes best, by least squares of the logarithms: 1.00 is linear, and the aim is at most 1.1. The start-up that every size pays makes it look better than it is, so that of the last step, from 10,000 rows to 100,000, stands below it.",
      ],
      tables: [
        {
          caption: "Whole `catalog generate`",
          columns: ["rows", "time", "peak memory"],
          rows: [
            ...measured.map(({ rows, whole, peak }) => [String(rows), duration(whole), memory(peak)]),
            ...fits([({ whole }) => whole, ({ peak }) => peak]),
          ],
        },
        {
          caption: "Stages",
          columns: ["rows", ...STAGES.flatMap((name) => [name, `memory by then`])],
          rows: [
            ...measured.map((size) => [
              String(size.rows),
              ...STAGES.flatMap((name) => [
                duration(stage(name, "milliseconds")(size)),
                memory(stage(name, "peak")(size)),
              ]),
            ]),
            ...fits(STAGES.flatMap((name) => [stage(name, "milliseconds"), stage(name, "peak")])),
          ],
        },
      ],
    };
  },
};

interface Measured {
  readonly rows: number;
  readonly whole: number;
  readonly peak: number;
  readonly stages: StageCosts;
}

function measure(count: number, runs: number): Omit<Measured, "rows"> {
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
      return JSON.parse(output) as StageCosts;
    });
    return {
      whole: median(wholes.map(({ milliseconds }) => milliseconds)),
      peak: median(wholes.map(({ mebibytes }) => mebibytes)),
      stages: {
        read: middle(stages.map(({ read }) => read)),
        compile: middle(stages.map(({ compile }) => compile)),
        emit: middle(stages.map(({ emit }) => emit)),
      },
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const middle = (costs: readonly StageCost[]): StageCost => ({
  milliseconds: median(costs.map(({ milliseconds }) => milliseconds)),
  peak: median(costs.map(({ peak }) => peak)),
});
