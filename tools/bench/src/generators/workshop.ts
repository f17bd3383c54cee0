import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { peerFile } from "../peers/peers.ts";
import type { Generator } from "./generator.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A folder in which one generator works, as it would in a project that has it installed. */
export interface Workshop {
  readonly folder: string;
  /** Writes the input, beside whatever an earlier run has left. */
  give(vocabularies: readonly Vocabulary[], earlier?: readonly Vocabulary[]): void;
  /** Runs the generator; gives what it wrote, or what it said when it failed. */
  run(): Outcome;
  /** The files as they are now. */
  read(): ReadonlyMap<string, string>;
  /** Deletes what was generated. */
  clean(): void;
  remove(): void;
}

export type Outcome =
  | { readonly files: ReadonlyMap<string, string>; readonly error?: undefined }
  | { readonly files?: undefined; readonly error: string };

/** Opens a workshop, empty, or with all that stands in another. */
export function workshop({ files, command }: Generator, like?: Workshop): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "flow-catalog-generator-"));
  const out = join(folder, "out");
  symlinkSync(peerFile("generators", ""), join(folder, "node_modules"));
  if (like === undefined) {
    mkdirSync(out);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "workshop", private: true, type: "module" }));
  } else {
    cpSync(like.folder, folder, { recursive: true, filter: (source) => source !== join(like.folder, "node_modules") });
  }
  const read = () => {
    const names = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    return new Map(names.sort().flatMap((name) => readIfThere(out, name)));
  };
  const clean = () => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
  };
  return {
    folder,
    give(vocabularies, earlier = []) {
      for (const [name, text] of Object.entries(files(vocabularies, earlier))) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
    },
    run() {
      const { status, stdout, stderr } = spawnSync(process.execPath, command, {
        cwd: folder,
        env: { ...process.env, INIT_CWD: folder, NO_COLOR: "1", CI: "1" },
        encoding: "utf8",
        maxBuffer: 2 ** 28,
      });
      if (status !== 0) return { error: complaint(`${stderr}\n${stdout}`) };
      const made = read();
      return made.size === 0 ? { error: complaint(`${stderr}\n${stdout}`) } : { files: made };
    },
    read,
    clean,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A file of a generator that is still at work may be gone again. */
function readIfThere(out: string, name: string): readonly (readonly [name: string, text: string])[] {
  try {
    return [[join("out", name), readFileSync(join(out, name), "utf8")]];
  } catch {
    return [];
  }
}

/** The line of what a program said that tells most: the first that speaks of an error, else the first of all. */
export function complaint(said: string): string {
  const lines = said
    .replace(/\u001b\[[\d;]*m/g, "")
    .split("\n")
    .map((line) => line.replaceAll(tmpdir(), "").trim())
    .filter((line) => line !== "");
  const telling = [/syntax error/i, /error|fail|duplicate|invalid|expected|refuse/i].flatMap(
    (words) => lines.find((line) => words.test(line)) ?? [],
  );
  return telling[0] ?? lines[0] ?? "ended without a word and without a file";
}
