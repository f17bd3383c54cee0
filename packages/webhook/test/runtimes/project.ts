import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("../../", import.meta.url));

/** An empty project outside the repository with the package installed, as built. */
export async function project(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "flow-webhook-"));
  await mkdir(join(folder, "node_modules/@flow-catalog"), { recursive: true });
  await symlink(here, join(folder, "node_modules/@flow-catalog/webhook"));
  for (const [path, text] of Object.entries({ "package.json": '{ "type": "module" }', ...files })) {
    await writeFile(join(folder, path), text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
