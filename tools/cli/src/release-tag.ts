import { UsageError } from "./exit.ts";
import { git } from "./git.ts";

export interface ReleaseTag {
  readonly tag: string;
  readonly version: string;
}

/**
 * The newest tag `<name>@<version>` in the history of the working tree, or undefined where nothing was released yet. A
 * shallow clone without the tag cannot tell the one from the other, and says so.
 */
export function newestRelease(cwd: string, name: string): ReleaseTag | undefined {
  const tags = git(cwd, "tag", "--list", `${name}@*`, "--merged", "HEAD", "--sort=-version:refname")?.split("\n") ?? [];
  // A pre-release is sorted after its release by git, and is no release.
  const tag = tags.find((candidate) => /^\d+\.\d+\.\d+$/.test(candidate.slice(name.length + 1)));
  if (tag !== undefined) return { tag, version: tag.slice(name.length + 1) };
  if (git(cwd, "rev-parse", "--is-shallow-repository")?.trim() === "true") {
    throw new UsageError(
      `This clone is shallow and has no tag ${name}@<version>, so that the last release cannot be known`,
      "Fetch the history and the tags (`git fetch --unshallow --tags`), or name a catalog with --from.",
    );
  }
  return undefined;
}
