import type { Look } from "./look.ts";
import type { PageState, WatchState } from "./state.ts";
import type { Update } from "./update.ts";

/** What to remember of an update: when each page was tried, seen and seen to have changed. */
export function remarkUpdate(state: WatchState, looks: readonly Look[], decided: Update, now: Date): WatchState {
  const time = now.toISOString();
  const entries = looks.map((look): readonly [string, PageState] => [
    look.page.id,
    remark(state.pages[look.page.id], look, decided, time),
  ]);
  return { format: 1, pages: { ...state.pages, ...Object.fromEntries(entries) } };
}

function remark(before: PageState | undefined, look: Look, decided: Update, time: string): PageState {
  const known = {
    ...(before?.checked === undefined ? {} : { checked: before.checked }),
    ...(before?.changed === undefined ? {} : { changed: before.changed }),
  };
  if (look.outcome === "refused" || look.outcome === "unreachable") {
    // What was known for the next question stays true: the page that was seen last has not been replaced.
    return { ...validators(before), ...known, tried: time, outcome: look.outcome, problem: look.problem };
  }
  if (look.outcome === "same")
    return { ...validators(before), ...known, tried: time, checked: time, outcome: "unchanged" };
  if (look.outcome !== "page" || decided.ending === "unreachable") {
    // Seen, but not taken in, because another page was not seen: it has to be asked for in full again.
    return { ...known, tried: time, checked: time, outcome: "unchanged" };
  }
  if (decided.ending === "refused" || decided.ending === "stopped") {
    return {
      ...known,
      tried: time,
      checked: time,
      outcome: "refused",
      problem: decided.ending === "stopped" ? "The change looks like damage" : "The page cannot be taken in",
    };
  }
  const changed =
    (decided.ending === "changed" || decided.ending === "reworded") && decided.pages.includes(look.page.id);
  return {
    ...validators(look),
    ...known,
    ...(changed ? { changed: time } : {}),
    tried: time,
    checked: time,
    outcome: changed ? "changed" : "unchanged",
  };
}

function validators(of: Pick<PageState, "url" | "etag" | "lastModified"> | undefined) {
  return {
    ...(of?.url === undefined ? {} : { url: of.url }),
    ...(of?.etag === undefined ? {} : { etag: of.etag }),
    ...(of?.lastModified === undefined ? {} : { lastModified: of.lastModified }),
  };
}
