import type { StageCount } from "../../../src/api/types/index.ts";

/**
 * For each stage how many attempts ended in it or in a later one, so went through it as far as that can be inferred.
 * Null for what has no place in the order: what is not placed, attempts without a state, and a stage made of errors,
 * which can meet a person anywhere.
 */
export function reachedOf(stages: readonly StageCount[]): readonly (number | null)[] {
  const reached: (number | null)[] = [];
  let sum = 0;
  for (const stage of stages.toReversed()) {
    if (hasPlace(stage)) sum += stage.now;
    reached.unshift(hasPlace(stage) ? sum : null);
  }
  return reached;
}

function hasPlace({ value, states }: StageCount): boolean {
  if (value === "?" || value === "-") return false;
  return states.length === 0 ? value !== "interruption" : states.some(({ lane }) => lane !== "errors");
}
