import type { Call } from "./verb.ts";

/** The fingerprints that the command line accepts, separated by commas. */
export function acceptedBy({ options }: Pick<Call, "options">): readonly string[] {
  return typeof options.accept === "string" ? options.accept.split(",").map((fingerprint) => fingerprint.trim()) : [];
}
