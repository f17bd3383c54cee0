import { duration, memory } from "../format.ts";
import type { Finding, Findings } from "./probe.ts";
import type { Cost } from "./timing.ts";

/** A measure of which less is better. */
type Measure<T> = readonly [name: string, of: (one: T) => number | undefined, show: (figure: number) => string];

const number = (finding: Finding<number>) => ("found" in finding ? finding.found : undefined);
/** What a yes-or-no question or a share lacks; undefined where it could not be asked, which is ahead of nobody. */
const lack = (finding: Finding<boolean | string | null | readonly string[] | { kept: number; of: number }>) => {
  if (!("found" in finding)) return undefined;
  const { found } = finding;
  if (found === null || found === true) return 0;
  if (typeof found === "object" && "kept" in found) return found.of - found.kept;
  return Array.isArray(found) ? found.length : 1;
};
const facts: readonly Measure<Findings>[] = [
  ...(
    [
      "members",
      "values",
      "descriptions",
      "deprecation",
      "order",
      "compiles",
      "deterministic",
      "inserted",
      "collided",
      "hostileTexts",
      "hostileValues",
    ] as const
  ).map((name): Measure<Findings> => [name, (one) => lack(one[name]), (figure) => `${figure} wrong`]),
  ["bytes of one value", ({ bytes }) => number(bytes), String],
  ["bytes of one value, compiled first", ({ bytesCompiled }) => number(bytesCompiled), String],
];

const spent: readonly Measure<Cost>[] = [
  ["cold", ({ cold }) => cold.median, duration],
  ["nothing changed", ({ again }) => again.median, duration],
  ["peak memory", ({ memory: peak }) => peak, memory],
];

/** Every measure in which another generator is ahead of the first one: the cells of a table. */
export function behind(
  names: readonly string[],
  found: readonly Findings[],
  costs: Readonly<Record<string, readonly Cost[]>>,
): readonly (readonly string[])[] {
  return [
    ...facts.flatMap((measure) => compare(names, found, measure)),
    ...Object.entries(costs).flatMap(([on, all]) =>
      spent.flatMap(([name, of, show]) => compare(names, all, [`${name}, ${on}`, of, show])),
    ),
  ];
}

function compare<T>(names: readonly string[], [first, ...others]: readonly T[], measure: Measure<T>) {
  const [name, of, show] = measure;
  const mine = first === undefined ? undefined : of(first);
  if (mine === undefined) return [];
  const ahead = others.flatMap((other, index) => {
    const figure = of(other);
    return figure !== undefined && figure < mine ? [`${names[index + 1]} (${show(figure)})`] : [];
  });
  return ahead.length === 0 ? [] : [[name, show(mine), ahead.join("; ")]];
}
