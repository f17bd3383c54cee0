/** Says of things that change often when to look at them again: soon, never at a pace above their own, and not in vain. */
export interface Pace<Name extends string> {
  /** Something changed: it comes due once, however often this is said. */
  mark(name: Name): void;
  /** Makes due what came while nobody looked. */
  wake(): void;
  stop(): void;
}

export interface PaceOptions<Name extends string> {
  /** Milliseconds between two times that something comes due, at least. */
  readonly every: Readonly<Record<Name, number>>;
  readonly isAsleep: () => boolean;
  readonly due: (name: Name) => void;
  /** From 0 to 1: tests give their own. */
  readonly random?: () => number;
}

export function createPace<Name extends string>({
  every,
  isAsleep,
  due,
  random = Math.random,
}: PaceOptions<Name>): Pace<Name> {
  const timers = new Map<Name, ReturnType<typeof setTimeout>>();
  const last = new Map<Name, number>();
  const owed = new Set<Name>();

  const fire = (name: Name) => {
    timers.delete(name);
    if (isAsleep()) {
      owed.add(name);
      return;
    }
    last.set(name, Date.now());
    due(name);
  };
  const mark = (name: Name) => {
    if (timers.has(name)) return;
    const soonest = (last.get(name) ?? 0) + every[name] - Date.now();
    // Every console hears of a delivery at the same moment: they ask for what it changed one after the other.
    timers.set(
      name,
      setTimeout(() => fire(name), Math.max(soonest, (random() * every[name]) / 4)),
    );
  };
  return {
    mark,
    wake() {
      for (const name of owed) mark(name);
      owed.clear();
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
