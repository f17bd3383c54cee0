/**
 * What is odd about an event that was taken all the same.
 *
 * - `unknown_value`: the catalog does not know the value
 * - `misplaced_value`: a reason stands in `state`, or a state in `reason`
 * - `code_action_mismatch`: the catalog knows the code, but as that of another action
 * - `unexpected_type`: the member is neither of its documented type nor null; the event has null, the payload keeps it
 */
export type WarningCode = "unknown_value" | "misplaced_value" | "code_action_mismatch" | "unexpected_type";

/** Something odd about an event. Never a reason to refuse it. */
export interface Warning {
  readonly code: WarningCode;
  /** The member of the payload that it is about: `action`, `code`, `context.state`. */
  readonly path: string;
}
