import type { DeliveryItem } from "../../../../src/api/types/index.ts";
import type { TagKind } from "../../ui/text.tsx";

export const verdicts: Record<DeliveryItem["verdict"], { readonly title: string; readonly kind: TagKind }> = {
  accepted: { title: "Accepted", kind: "good" },
  quarantined: { title: "Quarantined", kind: "warn" },
  rejected: { title: "Rejected", kind: "bad" },
};

const warnings: Readonly<Record<string, string>> = {
  unknown_value: "The catalog does not know this value:",
  misplaced_value: "This value belongs somewhere else:",
  code_action_mismatch: "The code and the action do not belong together:",
  unexpected_type: "Not of the type that is documented:",
};

/** What is odd about an event, in words. */
export function warningWords(code: string): string {
  return warnings[code] ?? `${code}:`;
}
