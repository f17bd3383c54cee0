import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "./repository.ts";

/** The real documentation in a folder of its own, so that measuring changes nothing here. */
export interface RealCopy {
  readonly folder: string;
  /** Deletes everything that generating makes, but for the memory. */
  clean(): void;
  remove(): void;
}

export function realCopy(): RealCopy {
  const folder = mkdtempSync(join(tmpdir(), "flow-catalog-bench-"));
  const outputs = ["docs/places.json", "packages"];
  const clean = () => {
    for (const output of outputs) rmSync(join(folder, output), { recursive: true, force: true });
    mkdirSync(join(folder, "packages/catalog"), { recursive: true });
    cpSync(join(repository, "packages/catalog/package.json"), join(folder, "packages/catalog/package.json"));
  };
  // With the changesets, so that `check` finds what it asks for.
  for (const part of ["docs", ".changeset"]) cpSync(join(repository, part), join(folder, part), { recursive: true });
  clean();
  return { folder, clean, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
