import { createWebhooks } from "@flow-catalog/webhook";
import { runVectors } from "../vectors/run.ts";
import type { Vector } from "../vectors/vector.ts";
import vectors from "../vectors/vectors.json" with { type: "json" };

/** Runs every vector with the package as this runtime finds it. */
export function outcome() {
  return runVectors(vectors as unknown as readonly Vector[], { createWebhooks });
}
