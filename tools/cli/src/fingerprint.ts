import { hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { repository } from "./repository.ts";

/** What generating depended on and made, by content. As long as all of it stands, there is nothing to do. */
interface Fingerprint {
  /** Absolute path of the configuration. */
  readonly config: string;
  /** Digest by absolute path; null for a file that was not there. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Names in a folder, joined: a file more or less is a change too. */
  readonly folders: Readonly<Record<string, string>>;
  readonly node: string;
  /** What to say when there is nothing to do. */
  readonly summary: string;
}

/** The stages: a changed byte in any of them makes everything anew. */
const STAGES = ["read", "compile", "diff", "emit", "cli"].map((tool) => join(repository, "tools", tool));

function fingerprintFile(config: string): string {
  const name = hash("sha256", config, "hex").slice(0, 16);
  return join(repository, "node_modules/.cache/flow-catalog", `${name}.json`);
}

/** The summary of the last run, if nothing that it read or wrote has changed since. */
export function nothingToDo(config: string): string | undefined {
  const known = load(fingerprintFile(config));
  if (known === undefined || known.node !== process.version) return undefined;
  const sameFolders = Object.entries(known.folders).every(([folder, names]) => list(folder) === names);
  const sameFiles = sameFolders && Object.entries(known.files).every(([file, digest]) => digestFile(file) === digest);
  return sameFiles ? known.summary : undefined;
}

export interface Remembered {
  readonly config: string;
  /** Absolute paths of files that were read or written. */
  readonly files: readonly string[];
  /** Absolute paths of folders that were listed. */
  readonly folders: readonly string[];
  readonly summary: string;
}

/** Remembers a run that left everything current. */
export function remember({ config, files, folders, summary }: Remembered): void {
  const sources = STAGES.map((stage) => join(stage, "src"));
  const all = [
    ...files,
    ...STAGES.map((stage) => join(stage, "package.json")),
    ...sources.flatMap((folder) => tree(folder).map((name) => join(folder, name))),
    join(repository, "pnpm-lock.yaml"),
  ];
  const fingerprint: Fingerprint = {
    config,
    files: Object.fromEntries([...new Set(all)].sort().map((file) => [file, digestFile(file)])),
    folders: Object.fromEntries([...folders, ...sources].map((folder) => [resolve(folder), list(folder)])),
    node: process.version,
    summary,
  };
  const target = fingerprintFile(config);
  mkdirSync(dirname(target), { recursive: true });
  forgetLost(dirname(target));
  writeFileSync(target, JSON.stringify(fingerprint));
}

/** Configurations come and go, in tests above all; what is known of a lost one is of no use. */
function forgetLost(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    const config = load(join(folder, name))?.config;
    if (config === undefined || !existsSync(config)) rmSync(join(folder, name), { force: true });
  }
}

function load(file: string): Fingerprint | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Fingerprint;
  } catch {
    // Not there, or cut short by a crash: then everything is computed, which is always right.
    return undefined;
  }
}

function digestFile(file: string): string | null {
  try {
    return hash("sha1", readFileSync(file), "base64");
  } catch {
    return null;
  }
}

function list(folder: string): string {
  return tree(folder).join("\n");
}

function tree(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch {
    return [];
  }
}
