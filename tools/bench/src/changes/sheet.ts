/** Two related tables of a page, as they stand at one moment, in words that no tool has made up. */
export interface Sheet {
  readonly events: Table;
  readonly reasons: Table;
  /** A third table, where there is one. */
  readonly screens?: Table;
  /** Where the page is published. */
  readonly url: string;
  /** How the same facts are written down. Default: as plainly as can be. */
  readonly layout?: Layout;
}

/** One vocabulary. */
export interface Table {
  /** The name that its enum is exported under. */
  readonly type: string;
  /** What is said of the whole of it. */
  readonly intro: string;
  readonly rows: readonly Row[];
}

/** One value. */
export interface Row {
  readonly value: string;
  /** Its description, as Markdown. */
  readonly text: string;
  /** The identifier that its author chose. Default: what each tool makes of the value. */
  readonly name?: string;
  /** The number that stands for it, itself exported. */
  readonly code?: number;
  /** The events that it belongs to. */
  readonly events?: readonly string[];
  /**
   * The page no longer has it. Whoever publishes it knows better than to take it from people who still receive it, so
   * that it stays and is marked as deprecated, in every language.
   */
  readonly gone?: { readonly successor?: string };
}

/**
 * - `padded`: cells are padded so that columns line up
 * - `windows`: line endings and byte-order mark of another system
 * - `lower`: one more paragraph above, so that every row stands further down
 * - `swapped`: the columns in another order
 * - `bare`: a copy that lost every code span, and with it each value
 */
export type Layout = "padded" | "windows" | "lower" | "swapped" | "bare";

/** Where every edit starts, unless it says otherwise. */
export const start: Sheet = {
  url: "https://docs.example.com/events",
  events: {
    type: "Event",
    intro: "An event tells that a session has reached a certain point.",
    rows: [
      { value: "started", text: "The person has started the flow.", code: 7001 },
      { value: "submitted", text: "The person has submitted everything.", code: 7002 },
      { value: "waiting", text: "The person waits for the decision.", code: 7007 },
      { value: "finished", text: "The person has reached the end.", code: 7009 },
      { value: "cancelled", text: "The person has left before the end.", code: 7010 },
    ],
  },
  reasons: {
    type: "Reason",
    intro: "A reason gives some context to the event that it comes with.",
    rows: [
      {
        value: "decision_received",
        text: "The decision arrived while the person was waiting.",
        events: ["waiting"],
      },
      { value: "decision_timed_out", text: "No decision arrived in time.", events: ["waiting"] },
      {
        value: "continue_clicked",
        text: "The person chose not to wait, see [waiting](https://docs.example.com/waiting).",
        events: ["waiting"],
      },
      { value: "end_confirmed", text: "The person confirmed the last screen.", events: ["finished"] },
      { value: "end_timed_out", text: "The last screen closed by itself.", events: ["finished"] },
      { value: "error_exit", text: "The person left from the error screen.", events: ["cancelled"] },
      { value: "consent_refused", text: 'The person pressed "Cancel" when asked for consent.', events: ["cancelled"] },
      { value: "tab_closed", text: "The person closed the tab.", events: ["cancelled"] },
      { value: "handed_over", text: "The person went on with another device.", events: ["cancelled", "waiting"] },
      { value: "session_expired", text: "The session was too old to go on.", events: ["cancelled"] },
    ],
  },
};
