import { duration, memory, quote } from "../format.ts";
import { behind } from "../generators/behind.ts";
import { seed, synthetic } from "../generators/corpora.ts";
import type { Share } from "../generators/facts.ts";
import { own, peerGenerators } from "../generators/generators.ts";
import { type Finding, type Findings, probe } from "../generators/probe.ts";
import { type Cost, costs } from "../generators/timing.ts";
import { installPeers } from "../peers/peers.ts";
import type { Suite, Table } from "../suite.ts";

const MANY = 10_000;
const SEED_ROUNDS = { cold: 7, again: 3, warmUp: 1 };
const MANY_ROUNDS = { cold: 2, again: 1, warmUp: 0 };

/** What this project makes of a vocabulary, and what others do. */
export const generators: Suite = {
  name: "generators",
  async run(say) {
    installPeers("generators", say);
    const all = [own, ...peerGenerators()];
    const names = all.map(({ name }) => name);
    const found: Findings[] = [];
    for (const generator of all) {
      say(`facts of ${generator.name}`);
      found.push(await probe(generator));
    }
    say("time on the real values");
    const real = await costs(all, seed(), SEED_ROUNDS);
    say(`time on ${MANY} values`);
    const many = await costs(all, synthetic(MANY), MANY_ROUNDS);
    const values = seed().reduce((sum, { words }) => sum + words.length, 0);
    return {
      title: "Generators on the same vocabulary",
      method: [
        `${values} values of the real catalog in two vocabularies, with their real descriptions. Each generator gets them in the input that it reads most of, without names for the members, since the page gives none, and with the settings that keep most.`,
        "Every cell is measured from the files of the run by the same code, for this project too. Descriptions count where an editor shows them: in the JSDoc of the member, as TypeScript reads it, byte for byte, whatever else stands there.",
        "Names: a value is added above all others; then one is added above that differs from the first in its capitals alone. Every older value must keep its name, and no name may stand for two. The run comes after one without that value, in the same folder; for buf the author takes care of the numbers.",
        "Hostile: descriptions that end a comment, break a line, or look like a tag; values such as `__proto__`, `it's` and `*/`. A generator passes if it loses no value and lets no text become code or a tag.",
        "Bytes: the least program that prints the longest value, minified by esbuild, the call aside: of the TypeScript itself (esbuild inlines enums), and of the same files compiled to JavaScript first, as every published package is.",
        `Times are of whole processes, in turn, ${SEED_ROUNDS.cold} rounds after one that does not count, with all output deleted before; then ${SEED_ROUNDS.again} second runs with nothing changed. Of ${MANY} values ${MANY_ROUNDS.cold} rounds and ${MANY_ROUNDS.again} second run, all of which count. Memory is of the process and all that it starts.`,
        "This project writes more than the others: enums, flat constants, lists with guards, texts for run time and schemas, besides the catalog, its ledger and the place of each row. By a CPU profile most of its cold time on the real values is loading ts-morph, which carries a compiler, and most of its time on many values is reading Markdown and printing.",
      ],
      tables: [
        { caption: "What is kept", ...factTable(names, found, kept) },
        { caption: "Names, hostile texts and bytes", ...factTable(names, found, safe) },
        costTable("Cost on the real values", names, real),
        costTable(`Cost on ${MANY} values`, names, many),
        {
          caption: `What came of ${MANY} values`,
          columns: ["generator", "members", "descriptions exact", "compiles under strict TypeScript"],
          rows: many.map(({ members, descriptions, error }, index) => [
            names[index] ?? "",
            share(members),
            share(descriptions),
            error === undefined ? "yes" : `**no**: ${quote(error)}`,
          ]),
        },
        {
          caption: "Where this project is not first",
          columns: ["in", "this project", "ahead of it"],
          rows: behind(names, found, { "the real values": real, [`${MANY} values`]: many }),
        },
      ],
    };
  },
};

type Column = readonly [header: string, cell: (found: Findings) => string];

const kept: readonly Column[] = [
  ["members", ({ members }) => cell(members, share)],
  ["values exact", ({ values }) => cell(values, share)],
  ["descriptions exact", ({ descriptions }) => cell(descriptions, share)],
  ["deprecation carried", ({ deprecation }) => cell(deprecation, yes)],
  ["order kept", ({ order }) => cell(order, yes)],
  [
    "compiles under strict TypeScript",
    ({ compiles }) => cell(compiles, (error) => unless(error === null ? [] : [error])),
  ],
  ["same bytes again", ({ deterministic }) => cell(deterministic, yes)],
];

const safe: readonly Column[] = [
  ["names stay when a value is inserted above", ({ inserted }) => cell(inserted, unless)],
  ["names stay when a value collides", ({ collided }) => cell(collided, unless)],
  [
    "hostile descriptions are safe",
    ({ hostileTexts }) => cell(hostileTexts, (harm) => unless(harm === null ? [] : [harm])),
  ],
  [
    "hostile values are safe",
    ({ hostileValues }) => cell(hostileValues, (harm) => unless(harm === null ? [] : [harm])),
  ],
  ["bytes of one value", ({ bytes }) => cell(bytes, String)],
  ["compiled first", ({ bytesCompiled }) => cell(bytesCompiled, String)],
];

function factTable(names: readonly string[], found: readonly Findings[], columns: readonly Column[]) {
  return {
    columns: ["generator", ...columns.map(([header]) => header)],
    rows: found.map((one, index) => [names[index] ?? "", ...columns.map(([, show]) => show(one))]),
  };
}

function cell<T>(finding: Finding<T>, show: (found: T) => string): string {
  if ("found" in finding) return show(finding.found);
  return "impossible" in finding ? "cannot express this" : quote(finding.error);
}

const share = ({ kept, of }: Share): string => `${kept} of ${of}`;
const yes = (found: boolean): string => (found ? "yes" : "**no**");

function unless(problems: readonly string[]): string {
  const [first, ...others] = problems;
  if (first === undefined) return "yes";
  return `**no**: ${quote(first)}${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

function costTable(caption: string, names: readonly string[], found: readonly Cost[]): Table {
  return {
    caption,
    columns: ["generator", "cold", "fastest", "slowest", "nothing changed", "peak memory"],
    rows: found.map(({ cold, again, memory: peak }, index) => [
      names[index] ?? "",
      duration(cold.median),
      duration(cold.fastest),
      duration(cold.slowest),
      duration(again.median),
      memory(peak),
    ]),
  };
}
