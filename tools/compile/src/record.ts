/**
 * An object that is safe to fill with keys from a page: it has no prototype, so that `__proto__` is a key like any other
 * and `constructor` is not there unless somebody put it there.
 */
export function record<T>(entries: Iterable<readonly [string, T]> = []): Record<string, T> {
  const result: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}

/** What a record holds under a key of its own. */
export function own<T>(of: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return of !== undefined && Object.hasOwn(of, key) ? of[key] : undefined;
}
