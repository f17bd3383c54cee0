import type { Check } from "./run.ts";

/** What a person reads of one check: one line where all is well, else every problem with its hint. */
export function printed({ gate, at, checked, problems, skipped = [] }: Check): string {
  const verdict = problems.length > 0 ? "FAIL" : skipped.length > 0 ? "skip" : "ok";
  const head = `${verdict.padEnd(5)} ${gate.padEnd(12)} ${at.padEnd(18)} ${checked.length} checked`;
  return [
    head,
    ...problems.flatMap(({ message, hint }) => [
      ...lines(message, "      "),
      ...(hint === undefined ? [] : lines(hint, "        ")),
    ]),
    ...skipped.map((what) => `      skipped: ${what}`),
  ].join("\n");
}

const lines = (text: string, indent: string): readonly string[] => text.split("\n").map((line) => indent + line);
