import { newState } from "./page.ts";
import type { Release } from "./releases.ts";

/** What the program of each package must say, by the last part of the package's name. */
export function expectedOf({ told }: Release, pages: number): Readonly<Record<string, unknown>> {
  const { states, known, code } = told;
  return {
    catalog: { states, pages },
    events: {
      same: true,
      states,
      known,
      title: newState.replace(/^./, (letter) => letter.toUpperCase()).replaceAll("_", " "),
      code,
      actions: 1,
    },
    schema: { open: true, strict: known && code === 7007 },
    webhook: {
      kind: "waiting_complete",
      state: newState,
      warnings: [...(code === 7007 ? [] : ["unknown_value code"]), ...(known ? [] : ["unknown_value context.state"])],
      forged: "signature_mismatch",
      verified: true,
    },
  };
}
