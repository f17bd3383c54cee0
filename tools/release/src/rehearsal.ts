import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Note } from "./checks.ts";
import { clients } from "./consumer/client.ts";
import { writeClosedSwitch } from "./consumer/closed-switch.ts";
import { createProject } from "./consumer/project.ts";
import { copyRepository } from "./copy.ts";
import type { Registry } from "./registry/registry.ts";
import { changePage } from "./release/change-page.ts";
import { publish, version } from "./release/release.ts";
import { checkTarballs } from "./release/tarballs.ts";
import { checkVersions } from "./release/versions.ts";
import { releasesFrom } from "./releases.ts";
import type { Row, Use } from "./row.ts";
import type { Sandbox } from "./sandbox.ts";
import { type User, useRelease } from "./use.ts";
import { publishedOf } from "./workspaces.ts";

export interface Rehearsal {
  /** The checkout. */
  readonly root: string;
  readonly sandbox: Sandbox;
  readonly registry: Registry;
  readonly note: Note;
  /** Says what begins. */
  readonly say: (what: string) => void;
}

/** The whole story: three releases, each published, installed and used. Gives a row for each version of each package. */
export async function rehearse({ root, sandbox, registry, note, say }: Rehearsal): Promise<readonly Row[]> {
  say("copying the checkout");
  const copy = await copyRepository(root, sandbox);
  const programs = join(import.meta.dirname, "../programs");
  const users: User[] = [];
  for (const client of clients) users.push({ client, project: await createProject(client, programs, sandbox) });

  const { states, pages } = await countsOf(copy);
  const rows: Row[] = [];
  let versions = new Map(publishedOf(copy).map(({ name, version }) => [name, version]));
  for (const release of releasesFrom(states)) {
    say(release.what);
    await changePage(release, copy, sandbox, note);
    const raised = await version(copy, sandbox);
    checkVersions(release, versions, raised, note);
    const fresh = [...raised].filter(([name, one]) => rows.every((row) => row.name !== name || row.version !== one));
    say(`publishing ${fresh.map(([name, one]) => `${name}@${one}`).join(", ")}`);
    await publish(copy, release.route, sandbox);
    const tags = (await sandbox.run(["git", "tag"], copy)).split("\n");
    for (const [name, one] of fresh) note(`${name}@${one} has a tag`, tags.includes(`${name}@${one}`), tags);
    const published = await checkTarballs(registry, fresh, sandbox, note);
    const uses: ((name: string) => Use)[] = [];
    for (const user of users) {
      say(`using it with ${user.client.name}`);
      uses.push(await useRelease(release, user, publishedOf(copy), raised, pages, note));
      await writeClosedSwitch(user.project.folder);
    }
    rows.push(...published.map((one) => ({ ...one, uses: uses.map((use) => use(one.name)) })));
    versions = new Map(raised);
  }
  return rows;
}

async function countsOf(copy: string): Promise<{ readonly states: number; readonly pages: number }> {
  const { pages, vocabularies } = JSON.parse(await readFile(join(copy, "packages/catalog/catalog.json"), "utf8"));
  const documented = vocabularies.state.entries.filter(({ deprecated }: { deprecated?: object }) => !deprecated);
  return { states: documented.length, pages: Object.keys(pages).length };
}
