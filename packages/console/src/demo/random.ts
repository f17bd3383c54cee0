/** Chances that come out the same for the same seed. */
export interface Random {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  chance(probability: number): boolean;
  /** From `least` inclusive to `most` exclusive. */
  between(least: number, most: number): number;
  /** One of several, each as likely as its weight says. */
  pick<Value>(weighted: readonly (readonly [weight: number, value: Value])[]): Value;
  uuid(): string;
}

/** Marsaglia's xorshift with 32 bits: good enough for made-up people, and not for anything secret. */
export function random(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join("");
  return {
    next,
    chance: (probability) => next() < probability,
    between: (least, most) => least + next() * (most - least),
    pick(weighted) {
      let rest = next() * weighted.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of weighted) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return weighted.at(-1)![1];
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${"89ab"[Math.floor(next() * 4)]}${hex(3)}-${hex(12)}`,
  };
}
