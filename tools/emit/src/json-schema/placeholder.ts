import { EmitError } from "../emit-error.ts";
import type { Enumeration } from "../enumerations.ts";
import type { JsonObject } from "./json.ts";

/** A place in a document where values of the catalog stand. */
export interface Placeholder {
  readonly enumeration: Enumeration;
  readonly nullable: boolean;
  /** Other keywords beside it, such as a description. */
  readonly others: JsonObject;
}

/** Reads a placeholder, or gives undefined for any other schema. */
export function placeholderIn(schema: JsonObject, all: readonly Enumeration[]): Placeholder | undefined {
  const { $vocabulary, attribute, nullable = false, ...others } = schema;
  if ($vocabulary === undefined) return undefined;
  const enumeration = all.find((each) => each.vocabulary === $vocabulary && each.attribute === attribute);
  if (enumeration === undefined) {
    const known = all.map((each) => JSON.stringify({ $vocabulary: each.vocabulary, attribute: each.attribute }));
    throw new EmitError([
      `A document has ${JSON.stringify({ $vocabulary, attribute })}, which the catalog does not enumerate; it has ${known.join(", ")}.`,
    ]);
  }
  return { enumeration, nullable: nullable === true, others };
}
