/** What a record holds under a key of its own: `constructor` is not there unless somebody put it there. */
export function own<T>(of: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return of !== undefined && Object.hasOwn(of, key) ? of[key] : undefined;
}

/** The entries of a record that may be absent. */
export function pairs<T>(of: Readonly<Record<string, T>> | undefined): readonly (readonly [string, T])[] {
  return of === undefined ? [] : Object.entries(of);
}
