/** A delivery and what must come of it. Plain data, so that every runtime can be given the same. */
export interface Vector {
  readonly name: string;
  readonly secrets: readonly string[];
  readonly clientId?: string | readonly string[];
  readonly maxBodyBytes?: number;
  /** Base64. */
  readonly body: string;
  /** The body cannot be given as a text: it would be other bytes again. */
  readonly bytesOnly?: boolean;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly expect:
    | { readonly error: string; readonly delivery: boolean }
    | { readonly kind: string; readonly secretIndex: number; readonly warnings: readonly unknown[] };
}
