import { createWebhooks } from "@flow-catalog/webhook";
import { createWebhooksSync } from "@flow-catalog/webhook/node";
import { runVectors } from "../vectors/run.ts";
import type { Vector } from "../vectors/vector.ts";
import vectors from "../vectors/vectors.json" with { type: "json" };

// The same with the synchronous form beside it, for runtimes that have node:crypto.
runVectors(vectors as unknown as readonly Vector[], { createWebhooks, createWebhooksSync }).then((result) =>
  process.stdout.write(JSON.stringify(result)),
);
