import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { binaries, withBinaries } from "../binaries.ts";

/** Packs a package as `pnpm publish` does, and gives the full path of the tarball. */
export async function pack(source: string, into: string): Promise<string> {
  const { stdout } = await promisify(execFile)(join(binaries, "pnpm"), ["pack", "--json", "--pack-destination", into], {
    cwd: source,
    env: withBinaries(process.env),
  });
  return (JSON.parse(stdout) as { filename: string }).filename;
}

export async function unpack(tarball: string, into: string): Promise<void> {
  await promisify(execFile)("tar", ["-xzf", tarball, "--strip-components=1", "-C", into]);
}
