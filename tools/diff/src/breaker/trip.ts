import type { Value } from "@flow-catalog/catalog";

/** One reason to stop: something that pages rarely mean and broken copies often do. */
export type Trip =
  /** The catalog no longer reads a page that documented values came from. */
  | { readonly kind: "page-gone"; readonly page: string }
  | (InVocabulary &
      (
        | { readonly kind: "vocabulary-gone"; readonly values: readonly Value[] }
        /** A page has fewer tables of the vocabulary than before. */
        | { readonly kind: "table-gone"; readonly page: string; readonly was: number; readonly is: number }
        /**
         * `column` is its header, or the vocabulary it points at; `values` are those that lost what it said, if
         * anything read it.
         */
        | { readonly kind: "column-gone"; readonly column: string; readonly values: readonly Value[] }
        /** `of` counts the values that were documented. */
        | { readonly kind: "values-gone"; readonly values: readonly Value[]; readonly of: number }
        /**
         * `changed` and `of` count descriptions of values that are documented still; `values` are those they belong to.
         */
        | {
            readonly kind: "descriptions-changed";
            readonly values: readonly Value[];
            readonly changed: number;
            readonly of: number;
          }
        | { readonly kind: "identifiers-moved"; readonly moved: readonly MovedIdentifier[] }
      ));

interface InVocabulary {
  readonly vocabulary: string;
}

export interface MovedIdentifier {
  readonly value: Value;
  readonly from: string;
  readonly to: string;
}

/** What looks broken, as one sentence without a full stop. It is plain text and quotes pages as they are. */
export function describeTrip(trip: Trip): string {
  switch (trip.kind) {
    case "page-gone":
      return `The page ${trip.page} is gone, with all that it documented`;
    case "vocabulary-gone":
      return `The vocabulary ${trip.vocabulary} is gone with all that it had: ${list(trip.values)}`;
    case "table-gone":
      return `The page ${trip.page} has ${trip.is} of ${trip.was} tables of the vocabulary ${trip.vocabulary}`;
    case "column-gone": {
      const lost = trip.values.length === 0 ? "" : `; it is lost for ${list(trip.values)}`;
      return `The column ${JSON.stringify(trip.column)} of the vocabulary ${trip.vocabulary} is gone${lost}`;
    }
    case "values-gone":
      return `${trip.values.length} of ${trip.of} values of the vocabulary ${trip.vocabulary} are gone: ${list(trip.values)}`;
    case "descriptions-changed":
      return `${trip.changed} of ${trip.of} descriptions of the vocabulary ${trip.vocabulary} changed: ${list(trip.values)}`;
    case "identifiers-moved": {
      const moved = trip.moved.map(({ value, from, to }) => `${value} from ${from} to ${to}`);
      return `Identifiers of the vocabulary ${trip.vocabulary} would move: ${list(moved)}`;
    }
  }
}

const list = (items: readonly Value[]): string => items.join(", ");
