import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Note } from "./checks.ts";
import type { Client } from "./consumer/client.ts";
import type { Project } from "./consumer/project.ts";
import { expectedOf } from "./programs.ts";
import type { Release } from "./releases.ts";
import type { Use } from "./row.ts";
import type { Workspace } from "./workspaces.ts";

/** A stranger with a package manager and a project. */
export interface User {
  readonly client: Client;
  readonly project: Project;
}

/** What a user needs besides the packages. */
const others = ["typescript@7.0.2", "ajv@8.20.0"];

/** Installs a release, compiles and runs the programs. Gives how each package fared. */
export async function useRelease(
  release: Release,
  { client, project }: User,
  packages: readonly Workspace[],
  versions: ReadonlyMap<string, string>,
  pages: number,
  note: Note,
): Promise<(name: string) => Use> {
  const about = `${release.what}, ${client.name}`;
  await project.install([...packages.map(({ name }) => `${name}@latest`), ...others]);
  const installed = new Set<string>();
  for (const { name } of packages) {
    const found = await installedVersion(project, name);
    note(`${about}: installs ${name}`, found === versions.get(name), found);
    if (found === versions.get(name)) installed.add(name);
  }

  const errors = await project.compile();
  const { stops } = release;
  const one = errors[0];
  if (stops === undefined) note(`${about}: everything compiles`, errors.length === 0, errors);
  else note(`${about}: ${stops.what}`, errors.length === 1 && one !== undefined && stops.at(one), errors);

  const worked = new Set<string>();
  for (const one of packages) if (await works(release, about, project, one, pages, note)) worked.add(one.name);
  return (name) => ({ client: client.name, installed: installed.has(name), worked: worked.has(name) });
}

/** A package has a program that uses it, or commands that answer; one that has neither was not tried. */
async function works(
  release: Release,
  about: string,
  project: Project,
  { name, commands }: Workspace,
  pages: number,
  note: Note,
): Promise<boolean> {
  const short = name.split("/").at(-1) ?? name;
  const results: boolean[] = [];
  if (existsSync(join(project.folder, `${short}.ts`))) {
    const given = await project.program(short);
    const wanted = expectedOf(release, pages)[short];
    const agrees = isDeepStrictEqual(given, wanted);
    results.push(agrees);
    note(`${about}: the program of ${name} says what it must`, agrees, given);
  }
  for (const command of commands) {
    const answer = await project.command(command, ["--help"]);
    results.push(answer.includes(command));
    note(`${about}: ${command} --help helps`, answer.includes(command), answer);
  }
  if (results.length === 0) note(`${about}: ${name} has a program or a command to try`, false);
  return results.length > 0 && results.every((each) => each);
}

async function installedVersion({ folder }: Project, name: string): Promise<string | undefined> {
  const file = join(folder, "node_modules", name, "package.json");
  return existsSync(file) ? JSON.parse(await readFile(file, "utf8")).version : undefined;
}
