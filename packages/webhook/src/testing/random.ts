/** Numbers in [0, 1) that look random and are the same for the same seed. */
export type Random = () => number;

/** A linear congruential generator, good enough to shuffle deliveries. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A UUID of version 4. */
export function uuid(random: Random): string {
  return "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx".replaceAll("x", () => Math.floor(random() * 16).toString(16));
}
