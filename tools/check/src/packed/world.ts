import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import type { Manifest } from "./manifest.ts";
import { pack, unpack } from "./pack.ts";
import type { PackedPackage, World } from "./packed-package.ts";

/** Packs every package of a repository that is published, and installs each in a project outside the repository. */
export async function packAll(root: string): Promise<World> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "flow-catalog-packed-")));
  const sources = publishedOf(root);
  const packages: PackedPackage[] = [];
  for (const source of sources) packages.push(await packOne(root, source, folder));
  for (const each of packages) await install(each, packages);
  return { root, packages, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The folders of packages that anybody may install. */
function publishedOf(root: string): readonly string[] {
  return readdirSync(join(root, "packages"))
    .map((name) => join(root, "packages", name))
    .filter((source) => existsSync(join(source, "package.json")) && manifestOf(source).private !== true)
    .sort();
}

async function packOne(root: string, source: string, folder: string): Promise<PackedPackage> {
  const at = relative(root, source).replaceAll(sep, "/");
  const project = join(folder, at);
  const unpacked = join(project, "package");
  await mkdir(unpacked, { recursive: true });
  const tarball = await pack(source, project);
  await unpack(tarball, unpacked);
  const manifest = manifestOf(unpacked);
  const installed = join(project, "node_modules", manifest.name);
  return { at, source, tarball, files: filesIn(unpacked), manifest, project, installed, unpacked };
}

async function install({ source, project }: PackedPackage, packages: readonly PackedPackage[]): Promise<void> {
  const modules = join(project, "node_modules");
  for (const { unpacked, manifest } of packages) {
    await cp(unpacked, join(modules, manifest.name), { recursive: true });
  }
  for (const name of linkable(join(source, "node_modules"))) {
    if (existsSync(join(modules, name))) continue;
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(await realpath(join(source, "node_modules", name)), join(modules, name));
  }
  await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
}

/** The names of what is installed for a package of the repository. */
function linkable(modules: string): readonly string[] {
  if (!existsSync(modules)) return [];
  return readdirSync(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(modules, name)).map((each) => `${name}/${each}`) : name,
    );
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
