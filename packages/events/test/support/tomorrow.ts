import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compilers } from "./compilers.ts";

const repository = join(import.meta.dirname, "../../../..");
const PAGE = "docs/sources/event-webhook.md";

/** The package as it is built when the documentation has one more event. */
export interface Tomorrow {
  readonly folder: string;
  remove(): void;
}

/** Adds a row to the page of events, generates with the real generator, and builds what comes out, in a copy. */
export function buildTomorrow(row: string): Tomorrow {
  const copy = mkdtempSync(join(tmpdir(), "flow-catalog-tomorrow-"));
  const packages = ["catalog", "events", "schema", "webhook"];
  const words = packages.flatMap((name) => [`packages/${name}/README.md`, `packages/${name}/package.json`]);
  for (const path of ["docs", "packages/events/src/index.ts", ...words]) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(repository, path), join(copy, path), { recursive: true });
  }
  const page = readFileSync(join(copy, PAGE), "utf8");
  const lastRow = [...page.matchAll(/^\| `\d+` \|.*$/gm)].at(-1)?.[0] ?? "";
  writeFileSync(join(copy, PAGE), page.replace(lastRow, `${lastRow}\n${row}`));

  const node = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: copy, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  node(join(repository, "tools/cli/src/start.mjs"), "generate", "--config", join(copy, "docs/catalog.config.ts"));

  const folder = join(copy, "packages/events");
  const { compilerOptions } = JSON.parse(readFileSync(join(repository, "packages/events/tsconfig.build.json"), "utf8"));
  const config = { extends: join(repository, "tsconfig.base.json"), compilerOptions, include: ["src"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  node(compilers["7.0"] as string, "-p", folder);
  return { folder, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
