import type { Verdict } from "./edits.ts";

/**
 * What a tool says of an edit. `safe` is less than a verdict: a change is reported, and whether it adds anything is left
 * to the reader. `silent` is less still: nothing that breaks was found, whatever else there may be. A tool that could
 * not take the edit's translation says `error`, and one whose language shows no difference between before and after
 * cannot be asked: `same`.
 */
export interface Answer {
  readonly says: Verdict | "safe" | "silent" | "error" | "same";
  /** What it reported, in its own words. */
  readonly quote: string;
}

export type Mark = "right" | "wrong" | "blind";

/**
 * Whether an answer serves who needs the verdict. In doubt for the tool: `safe` is right for additions and for texts,
 * a breaking change or an error also stops what must be stopped. Blind is what its language or its verdicts cannot
 * express.
 */
export function mark(needs: Verdict, { says }: Answer): Mark {
  if (says === needs) return "right";
  const harmless = needs === "minor" || needs === "patch";
  switch (says) {
    case "same":
      return needs === "nothing" ? "right" : "blind";
    case "silent":
      return needs === "nothing" ? "right" : harmless ? "blind" : "wrong";
    case "safe":
      return harmless ? "right" : "wrong";
    case "error":
      return needs === "stop" ? "right" : "blind";
    case "breaking":
      return needs === "stop" ? "right" : "wrong";
    default:
      return "wrong";
  }
}
