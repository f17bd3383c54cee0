/** How many letters have to be added, taken away or replaced to make one text of another. */
function editDistance(a: string, b: string): number {
  const others = [...b];
  let row = [0, ...others.map((_, index) => index + 1)];
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of others.entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Longer values are no slip of any known one, and comparing them would cost too much. */
const longest = 100;

/** At most three of the known values that look like it, closest first. */
export function closestOf(value: string, known: readonly string[]): readonly string[] {
  if (value.length > longest) return [];
  return known
    .map((one) => ({ one, distance: editDistance(value, one) }))
    .filter(({ one, distance }) => distance <= Math.max(2, Math.floor(Math.max(one.length, value.length) * 0.25)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ one }) => one);
}
