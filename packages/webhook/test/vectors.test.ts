import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as node from "../src/index.node.ts";
import * as web from "../src/index.ts";
import { createWebhooksSync } from "../src/node.ts";
import { runVectors } from "./vectors/run.ts";
import type { Vector } from "./vectors/vector.ts";

const vectors = JSON.parse(readFileSync(new URL("vectors/vectors.json", import.meta.url), "utf8")) as Vector[];

test("every vector through node:crypto, waiting and not", async () => {
  const { checks, failures } = await runVectors(vectors, { ...node, createWebhooksSync });
  expect(failures).toEqual([]);
  expect(checks).toBeGreaterThan(vectors.length * 14);
});

test("every vector through WebCrypto", async () => {
  const { checks, failures } = await runVectors(vectors, web);
  expect(failures).toEqual([]);
  expect(checks).toBeGreaterThan(vectors.length * 8);
});
