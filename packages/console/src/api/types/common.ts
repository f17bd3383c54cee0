/** A moment as text: ISO 8601 in UTC with milliseconds. */
export type Iso = string;

/**
 * Stands for a session in links: the session id itself for operators, a sealed form of it for viewers, who see ids
 * masked. Only the server can tell them apart.
 */
export type SessionRef = string;

/** A page of a list. `next` goes into the query parameter `cursor` of the same request. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The body of every answer that is no success. */
export interface ApiProblem {
  /** A fixed word for programs: `sign_in_needed`, `not_found`, `bad_request`, `store_unavailable`, ... */
  readonly code: string;
  /** What is wrong and what to do, for people. */
  readonly message: string;
  /** Of a bad request: one line for each parameter that is wrong. */
  readonly problems?: readonly { readonly parameter: string; readonly message: string }[];
}

/** A value of the catalog in words; of one that the catalog does not know, its readable form. */
export interface Words {
  readonly value: string;
  readonly title: string;
  readonly known: boolean;
  /** The documentation's own texts, each a paragraph or more. Empty for an unknown value. */
  readonly descriptions: readonly string[];
}

/** What a person may do: a viewer sees ids masked and reveals them on the record; an operator sees and may do all. */
export type Role = "viewer" | "operator";
