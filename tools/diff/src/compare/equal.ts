/** Whether two JSON values say the same. The order of keys and an absent or `undefined` key make no difference. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = entries(a);
  const right = new Map(entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && equal(value, right.get(key)));
}

const entries = (of: object): readonly (readonly [string, unknown])[] =>
  Object.entries(of).filter(([, value]) => value !== undefined);
