import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "./exit.ts";
import { fileAt, git } from "./git.ts";
import type { Revision } from "./replay.ts";
import { showPath } from "./show-path.ts";

/** Past revisions of a page: files in the order given, the pages of a folder by name, or the commits of a git range. */
export function findRevisions(named: readonly string[], pageFile: string, cwd: string): readonly Revision[] {
  return named.flatMap((name) => {
    const path = resolve(cwd, name);
    if (!existsSync(path)) return fromGit(name, pageFile);
    if (statSync(path).isDirectory())
      return readdirSync(path)
        .filter(isPage)
        .sort()
        .map((file) => fromFile(join(path, file), cwd));
    return [fromFile(path, cwd)];
  });
}

const isPage = (file: string): boolean => /\.(?:md|mdx|html?|txt)$/.test(file);

function fromFile(path: string, cwd: string): Revision {
  const label = showPath(path, cwd);
  return { label, file: label, text: readFileSync(path) };
}

function fromGit(range: string, pageFile: string): readonly Revision[] {
  const folder = dirname(pageFile);
  const root = git(folder, "rev-parse", "--show-toplevel")?.trim();
  const log = git(
    folder,
    "log",
    "--reverse",
    "--date=short",
    "--format=%H %cd",
    "--end-of-options",
    range,
    "--",
    pageFile,
  );
  if (root === undefined || log === undefined) throw new UsageError(`There is no file, folder or git range "${range}"`);
  const path = relative(root, pageFile).split(sep).join("/");
  const commits = log.split("\n").filter((line) => line !== "");
  if (commits.length === 0) throw new UsageError(`No commit of ${range} touches ${path}`);
  return commits.flatMap((line) => {
    const [commit = "", date = ""] = line.split(" ");
    const text = fileAt(root, commit, path);
    // A commit that deletes the page has no revision of it.
    return text === undefined ? [] : [{ label: `${commit.slice(0, 10)} ${date}`, file: path, text }];
  });
}
