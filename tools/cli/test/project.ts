import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { repository } from "../src/repository.ts";
import { run } from "../src/run.ts";

/** A folder of its own with files in it, gone when the test is over. */
export interface Project {
  readonly folder: string;
  read(path: string): string;
  write(path: string, text: string | Uint8Array): void;
  remove(path: string): void;
  has(path: string): boolean;
  /** Every file with its content: what "no file changed" compares. */
  snapshot(): Readonly<Record<string, string>>;
  /** Runs `catalog` as a person in this folder would. */
  catalog(...argv: readonly string[]): Promise<Outcome>;
}

export interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export function project(files: Readonly<Record<string, string>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), "flow-catalog-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const self: Project = {
    folder,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    has: (path) => existsSync(join(folder, path)),
    snapshot: () => snapshot(folder),
    catalog: (...argv) => catalog(folder, argv),
  };
  for (const [path, text] of Object.entries(files)) self.write(path, text);
  return self;
}

/** The real documentation in a folder of its own, with the version that the packages have and the words around their values. */
export function realProject(): Project {
  const copy = project();
  const words = ["catalog", "events", "schema", "webhook"].map((name) => `packages/${name}/README.md`);
  for (const path of ["docs", "packages/catalog/package.json", ...words])
    cpSync(join(repository, path), join(copy.folder, path), { recursive: true });
  return copy;
}

function snapshot(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), readFileSync(file, "utf8")]));
}

/** Runs `catalog` as a person in a folder would. */
export async function catalog(cwd: string, argv: readonly string[]): Promise<Outcome> {
  let out = "";
  let err = "";
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    paint: (_: unknown, text: string) => text,
  };
  return {
    exit: await run(argv, { terminal, cwd, now: () => new Date(), signal: new AbortController().signal }),
    out,
    err,
  };
}
