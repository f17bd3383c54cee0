import type { Enumeration } from "../enumerations.ts";
import { markdownWords, valuesSchema } from "../json-schema/vocabulary.ts";

/**
 * Known values for OpenAPI. Some viewers show the descriptions of `oneOf`, others those of `x-enumDescriptions`, so that
 * it has both.
 */
export function openApiValues(enumeration: Enumeration): object {
  const { oneOf, ...head } = valuesSchema(enumeration, markdownWords);
  return {
    ...head,
    enum: oneOf.map((each) => each.const),
    oneOf,
    "x-enumDescriptions": Object.fromEntries(oneOf.map((each) => [each.const, each.description ?? each.title])),
  };
}

/** Known values for AsyncAPI: one flat list. */
export function asyncApiValues(enumeration: Enumeration): object {
  return valuesSchema(enumeration, markdownWords);
}
