import { hour } from "../understand/time.ts";
import { ProblemError } from "./problem.ts";
import type { ApiProblem } from "./types/index.ts";

/** Reads one parameter, or says in a sentence what is wrong with it. */
export type ReadParameter<Value> = (text: string) => { readonly value: Value } | { readonly problem: string };

type Readers = Readonly<Record<string, ReadParameter<unknown>>>;
type ValueOf<Read> = Read extends ReadParameter<infer Value> ? Value : never;
type Values<R extends Readers, Required extends keyof R> = {
  readonly [Name in Required]: ValueOf<R[Name]>;
} & { readonly [Name in Exclude<keyof R, Required>]?: ValueOf<R[Name]> };

/**
 * Reads the parameters of a query. An empty parameter counts as absent; one that nobody reads is a mistake worth saying.
 *
 * @throws ProblemError with every parameter that is wrong.
 */
export function readQuery<R extends Readers, const Required extends keyof R & string = never>(
  query: Readonly<Record<string, string>>,
  readers: R,
  required: readonly Required[] = [],
): Values<R, Required> {
  const values: Record<string, unknown> = {};
  const missing = required.filter((parameter) => (query[parameter] ?? "") === "");
  const problems = missing.map((parameter) => ({ parameter: parameter as string, message: "It is missing." }));
  for (const [parameter, text] of Object.entries(query)) {
    const read = Object.hasOwn(readers, parameter) ? readers[parameter] : undefined;
    if (read === undefined) {
      const names = Object.keys(readers).join(", ");
      problems.push({ parameter, message: `There is no such parameter here. There are: ${names}.` });
    } else if (text !== "") {
      const result = read(text);
      if ("problem" in result) problems.push({ parameter, message: result.problem });
      else values[parameter] = result.value;
    }
  }
  if (problems.length > 0) throw badRequest(problems);
  return values as Values<R, Required>;
}

/** A request whose parameters are wrong. */
export function badRequest(problems: NonNullable<ApiProblem["problems"]>): ProblemError {
  const lines = problems.map(({ parameter, message }) => `${parameter}: ${message}`);
  return new ProblemError(400, { code: "bad_request", message: lines.join(" "), problems });
}

/** A whole number between bounds. */
function wholeNumber(from: number, to: number): ReadParameter<number> {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= from && value <= to) return { value };
    return { problem: `It has to be a whole number from ${from} to ${to}.` };
  };
}

export const position: ReadParameter<number> = wholeNumber(0, Number.MAX_SAFE_INTEGER);

/** A text of bounded length. */
export function textUpTo(length: number): ReadParameter<string> {
  return (text) => (text.length <= length ? { value: text } : { problem: `It has more than ${length} characters.` });
}

/** A moment at a whole hour in UTC. */
export const wholeHour: ReadParameter<number> = (text) => {
  const value = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (value % hour === 0) return { value };
  return { problem: "It has to be a whole hour in UTC, such as 2026-03-01T08:00:00Z." };
};

/** What is wrong with a range that ends before it begins. */
export const notLater = { parameter: "to", message: "It has to be later than from." };

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): ReadParameter<Word> {
  return (text) => {
    const value = words.find((word) => word === text);
    return value === undefined ? { problem: `It has to be one of: ${words.join(", ")}.` } : { value };
  };
}

/** Where a page goes on, as the page before said. */
export const cursor: ReadParameter<string> = textUpTo(1_000);

/** How many items a page has. */
export const limit: ReadParameter<number> = wholeNumber(1, 1_000);
