import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Note } from "../checks.ts";
import type { Registry } from "../registry/registry.ts";
import type { Row } from "../row.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Published, publishedVersion } from "./published.ts";

const required = ["LICENSE", "README.md", "package.json"];

/** Looks at what the registry now has of each of these versions. */
export async function checkTarballs(
  registry: Registry,
  versions: readonly (readonly [name: string, version: string])[],
  sandbox: Sandbox,
  note: Note,
): Promise<readonly Omit<Row, "uses">[]> {
  const rows: Omit<Row, "uses">[] = [];
  for (const [name, version] of versions) {
    const published = await publishedVersion(registry.url, name, version);
    note(`${name}@${version} is published`, published !== undefined);
    if (published === undefined) continue;
    note(`${name}@${version} is the tarball that the registry describes`, published.intact);
    const { files, unpacked, manifest } = await unpack(published, sandbox);
    for (const file of required) note(`${name}@${version} has ${file}`, files.includes(file));
    note(`${name}@${version} says who it is`, manifest.name === name && manifest.version === version, manifest);
    note(`${name}@${version} can be installed by strangers`, !JSON.stringify(manifest).includes("workspace:"));
    const tests = files.filter((file) => /(^|\/)tests?\/|\.test\./.test(file));
    note(`${name}@${version} has no tests`, tests.length === 0, tests);
    rows.push({ name, version, files: files.length, packed: published.tarball.length, unpacked });
  }
  return rows;
}

async function unpack({ tarball, name, version }: Published, { folder, run }: Sandbox) {
  const into = join(folder, "tarballs", `${name.replace("/", "-")}-${version}`);
  const root = join(into, "package");
  await mkdir(into, { recursive: true });
  await writeFile(join(into, "package.tgz"), tarball);
  await run(["tar", "-xzf", "package.tgz"], into);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  const unpacked = files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
  return { files, unpacked, manifest: JSON.parse(readFileSync(join(root, "package.json"), "utf8")) };
}
