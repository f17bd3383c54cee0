import { spawnSync } from "node:child_process";
import { UsageError } from "./exit.ts";

/** What a git command printed, or undefined if it failed. */
export function git(cwd: string, ...args: readonly string[]): string | undefined {
  return printed(cwd, args)?.toString("utf8");
}

/** A file as it stood at a commit, byte by byte, or undefined where it did not. */
export function fileAt(cwd: string, ref: string, path: string): Buffer | undefined {
  return printed(cwd, ["show", `${ref}:${path}`]);
}

function printed(cwd: string, args: readonly string[]): Buffer | undefined {
  const { status, stdout, error } = spawnSync("git", args, { cwd, maxBuffer: 1 << 28 });
  if (error !== undefined)
    throw new UsageError(
      `git cannot be run: ${error.message}`,
      "Install git, or name files instead of git references.",
    );
  return status === 0 ? stdout : undefined;
}
