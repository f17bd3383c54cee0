import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPeers } from "../peers/peers.ts";
import { repository } from "../repository.ts";
import type { Answer } from "./answer.ts";
import type { Edit } from "./edits.ts";
import { schema } from "./graphql.ts";
import { protos } from "./proto.ts";

/** What is called of the peers. */
interface Peers {
  readonly buildSchema: (text: string) => unknown;
  readonly diff: (before: unknown, after: unknown) => Promise<readonly InspectorChange[]>;
}

interface InspectorChange {
  readonly type: string;
  readonly message: string;
  readonly criticality: { readonly level: "BREAKING" | "DANGEROUS" | "NON_BREAKING" };
}

/** Asks graphql-inspector for all that it finds. */
export async function askInspector({ before, after }: Edit): Promise<Answer> {
  const { buildSchema, diff } = (await loadPeers("changes")) as Peers;
  const [old, now] = [schema(before), schema(after)];
  let changes: readonly InspectorChange[];
  try {
    changes = await diff(buildSchema(old), buildSchema(now));
  } catch (error) {
    return { says: "error", quote: (error as Error).message };
  }
  const breaking = changes.filter(({ criticality }) => criticality.level === "BREAKING");
  if (breaking.length > 0) return { says: "breaking", quote: kinds(breaking) };
  if (changes.length > 0) return { says: "safe", quote: kinds(changes) };
  return { says: old === now ? "same" : "nothing", quote: "" };
}

const kinds = (changes: readonly InspectorChange[]) => [...new Set(changes.map(({ type }) => type))].join(", ");

/** Asks `buf breaking` with its strictest rules, `FILE`. */
export async function askBuf({ before, after }: Edit): Promise<Answer> {
  const [old, now] = protos(before, after);
  const work = mkdtempSync(join(tmpdir(), "flow-catalog-buf-"));
  try {
    for (const [name, text] of Object.entries({ old, now })) {
      mkdirSync(join(work, name));
      writeFileSync(join(work, name, "events.proto"), text);
      writeFileSync(join(work, name, "buf.yaml"), "version: v2\nbreaking:\n  use:\n    - FILE\n");
    }
    const buf = join(repository, "tools/bench/peers/changes/node_modules/@bufbuild/buf/bin/buf");
    const { status, stdout, stderr } = spawnSync(process.execPath, [buf, "breaking", "now", "--against", "old"], {
      cwd: work,
      encoding: "utf8",
    });
    if (status === 0) return { says: old === now ? "same" : "silent", quote: "" };
    const [line = ""] = `${stdout}${stderr}`.split("\n");
    // 100 is how buf says that it found something, in the input itself or in the comparison.
    const compiles = spawnSync(process.execPath, [buf, "build", "now"], { cwd: work }).status === 0;
    return { says: compiles ? "breaking" : "error", quote: line };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
