import type { Contender, Form } from "./contender.ts";

/** What was found of one contender with bodies in one form. */
export interface Figures extends Pick<Contender, "name" | "side" | "waits"> {
  readonly form: Form;
  /** Microseconds of one event, by round. */
  readonly times: readonly number[];
  /** How often the floor's time, by round: both were measured in it, with the body in the same form. */
  readonly ratios: readonly number[];
  /** The same against the floor that was tuned. */
  readonly tunedRatios: readonly number[];
}
