/** One thing that the rehearsal looked at. */
export interface Check {
  readonly what: string;
  readonly holds: boolean;
  /** What was found instead. */
  readonly found?: string;
}

/** Notes whether something holds. */
export type Note = (what: string, holds: boolean, found?: unknown) => void;

/** A list of checks that grows while the rehearsal goes on, and the function that adds to it. */
export function openNotes(): { readonly checks: readonly Check[]; readonly note: Note } {
  const checks: Check[] = [];
  const note: Note = (what, holds, found) => {
    const detail =
      holds || found === undefined ? {} : { found: typeof found === "string" ? found : JSON.stringify(found) };
    checks.push({ what, holds, ...detail });
  };
  return { checks, note };
}
