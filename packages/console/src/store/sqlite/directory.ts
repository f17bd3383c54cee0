import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { StoreError } from "../event-store.ts";

/**
 * Makes a directory and those above it that are missing, one by one: Node's own way to do so never ends where a file
 * system knows no name and takes none, as `/proc` does.
 *
 * @throws {@link StoreError}
 */
export async function makeDirectory(path: string): Promise<void> {
  await explained(path, () => make(resolve(path)));
}

/**
 * Looks whether a directory can be written, or made, without making it.
 *
 * @throws {@link StoreError} where it cannot.
 */
export async function directoryCanBeMade(path: string): Promise<void> {
  await explained(path, async () => {
    let nearest = resolve(path);
    while (!(await isDirectory(nearest))) nearest = dirname(nearest);
    await access(nearest, constants.W_OK | constants.X_OK);
  });
}

async function make(path: string): Promise<void> {
  if (await isDirectory(path)) return;
  await make(dirname(path));
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    // Another process was faster.
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/** Whether it is there. @throws StoreError where it is something else. */
async function isDirectory(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
  throw new StoreError(`${path} is a file, and the store needs a folder: give one, or a name that is not taken.`, {
    temporary: false,
  });
}

async function explained(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(hintOf(path, codeOf(error)), { temporary: false, cause: error });
  }
}

function hintOf(path: string, code: string): string {
  if (code === "ENOTDIR") return `The folder ${path} cannot be made: a part of its path is a file. Give another one.`;
  return `The folder ${path} cannot be made or written (${code}): give one that this user may write.`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown error";
}
