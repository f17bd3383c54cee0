import { createHash } from "node:crypto";

/** One version of a package, as the registry has it. */
export interface Published {
  readonly name: string;
  readonly version: string;
  /** Whether the tarball is the one that the registry describes. */
  readonly intact: boolean;
  readonly tarball: Buffer;
}

export async function publishedVersion(
  registry: string,
  name: string,
  version: string,
): Promise<Published | undefined> {
  const answer = await fetch(new URL(name.replace("/", "%2f"), registry));
  const { versions = {} } = (await answer.json()) as { versions?: Record<string, { dist: Dist }> };
  const dist = versions[version]?.dist;
  if (dist === undefined) return undefined;
  const tarball = Buffer.from(await (await fetch(dist.tarball)).arrayBuffer());
  const [algorithm = "", expected] = dist.integrity.split(/-(.*)/s);
  return { name, version, intact: createHash(algorithm).update(tarball).digest("base64") === expected, tarball };
}

interface Dist {
  readonly tarball: string;
  readonly integrity: string;
}
