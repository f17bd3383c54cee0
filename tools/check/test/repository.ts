import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small repository of which everything holds. */
const sound = join(import.meta.dirname, "fixtures/sound");

export interface Repository {
  readonly folder: string;
  remove(): void;
}

/** The sound repository with the files of a fault laid over it, and without those that its `removed.txt` names. */
export function repositoryWith(fault?: string): Repository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "flow-catalog-fault-")));
  cpSync(sound, folder, { recursive: true });
  if (fault !== undefined && existsSync(join(fault, "files")))
    cpSync(join(fault, "files"), folder, { recursive: true });
  for (const path of removedBy(fault)) rmSync(join(folder, path), { recursive: true });
  // Knip and git look at what is tracked.
  execFileSync("git", ["init", "-q"], { cwd: folder });
  execFileSync("git", ["add", "-A"], { cwd: folder });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function removedBy(fault: string | undefined): readonly string[] {
  const list = join(fault ?? sound, "removed.txt");
  return existsSync(list) ? readFileSync(list, "utf8").trim().split("\n") : [];
}
