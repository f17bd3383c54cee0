import type { Iso } from "./common.ts";

/** A row of `GET /api/audits`, for operators. */
export interface AuditItem {
  readonly at: Iso;
  readonly who: string;
  readonly what:
    | "signed_in"
    | "sign_in_failed"
    | "revealed"
    | "erased"
    | "reprocessed"
    | "exported"
    | "imported"
    | "rebuilt";
  /** Whom it was about, as a keyed digest: the same person always has the same one. */
  readonly subject: string | null;
}
