import { existsSync, readFileSync } from "node:fs";
import { canonical } from "./build.ts";
import { UsageError } from "./exit.ts";
import { writePlan } from "./write.ts";

/** When each page was last looked at. Kept outside the tree, so that an unchanged page changes no file. */
export interface WatchState {
  readonly format: 1;
  readonly pages: Readonly<Record<string, PageState>>;
}

export interface PageState {
  /** When somebody last tried to look, successfully or not. ISO 8601, UTC. */
  readonly tried: string;
  /** When the page was last seen; absent if it never was. */
  readonly checked?: string;
  /** When it was last seen to have changed. */
  readonly changed?: string;
  /** What came of the last try. */
  readonly outcome: "unchanged" | "changed" | "refused" | "unreachable";
  /** What went wrong, if anything. */
  readonly problem?: string;
  /** What the server gave to ask with the next time, and the address that gave it. */
  readonly url?: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

const emptyState: WatchState = { format: 1, pages: {} };

export function readState(file: string, shown: string): WatchState {
  if (!existsSync(file)) return emptyState;
  try {
    const state = JSON.parse(readFileSync(file, "utf8")) as Partial<WatchState> | null;
    if (state?.format === 1 && typeof state.pages === "object" && state.pages !== null) return state as WatchState;
  } catch {
    // Said below, together with a file that is JSON and no state.
  }
  throw new UsageError(`${shown} is no state of the watcher`, "Delete it: the next `catalog update` makes a new one.");
}

export function writeState(file: string, state: WatchState): void {
  writePlan({ write: [{ path: file, text: canonical(state) }], remove: [] });
}
