import { closedSwitch } from "./consumer/closed-switch.ts";
import type { CompileError } from "./consumer/project.ts";
import { addState, moveCode, movedCode, newState } from "./page.ts";
import type { Route } from "./release/release.ts";

/** One release of the rehearsal: what changes, what follows from it, and what its users see. */
export interface Release {
  readonly what: string;
  /** Changes the page; absent where the pending changesets are all there is. */
  readonly change?: (copy: string) => Promise<void>;
  readonly step?: "minor" | "major";
  readonly route: Route;
  /** Whether this is the only place in which a user's project stops compiling. */
  readonly stops?: { readonly what: string; readonly at: (error: CompileError) => boolean };
  /** What the users' programs say that depends on the release. */
  readonly told: { readonly states: number; readonly known: boolean; readonly code: number };
}

/** The three releases, in order. `states` is how many the page has today. */
export function releasesFrom(states: number): readonly Release[] {
  const { from, to } = movedCode;
  return [
    {
      what: "what is pending is released",
      route: "changesets",
      told: { states, known: false, code: from },
    },
    {
      what: "the page has a new state",
      change: addState,
      step: "minor",
      route: "workflow",
      stops: {
        what: `an exhaustive switch stops at ${newState}, and nothing else does`,
        at: ({ file, line, code, message }) =>
          file === closedSwitch.file &&
          line === closedSwitch.line &&
          code === "TS2322" &&
          message === "Type 'FlowState.RehearsalScreenShown' is not assignable to type 'never'.",
      },
      told: { states: states + 1, known: true, code: from },
    },
    {
      what: `the code ${from} becomes ${to}`,
      change: moveCode,
      step: "major",
      route: "changesets",
      stops: {
        what: `a closed ${from} stops, and nothing else does`,
        at: ({ file, line, code, message }) =>
          file === "codes.ts" && line === 6 && code === "TS2322" && message.includes(`'${from}'`),
      },
      told: { states: states + 1, known: true, code: to },
    },
  ];
}
