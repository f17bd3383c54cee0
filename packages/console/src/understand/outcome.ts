import { EventAction } from "@flow-catalog/events";
import type { OutcomeInWords, Words } from "../api/types/index.ts";
import type { Outcome } from "../flow/outcome.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { hasSeen, seenKeys } from "./seen.ts";

/** What became of an attempt, in words. */
export function outcomeInWords(outcome: Outcome, catalog: CatalogIndex): OutcomeInWords {
  const action = catalog.actions.words(outcome.action);
  const reason = catalog.reasons.optional(outcome.reason);
  const state = catalog.states.optional(outcome.state);
  return {
    seen: seenKeys.filter((key) => hasSeen(outcome.seen, key)),
    action,
    reason,
    state,
    stage: catalog.stageOf(outcome.state),
    lane: catalog.laneOf(outcome.state),
    sentence: sentenceOf(action, reason, state),
  };
}

const verbs: ReadonlyMap<string, string> = new Map<string, string>([
  [EventAction.Started, "Started"],
  [EventAction.Submitted, "Submitted"],
  [EventAction.WaitingComplete, "Waited for the decision, and the wait ended"],
  [EventAction.WaitingContinued, "Went on from waiting for the decision"],
  [EventAction.FlowFinished, "Finished"],
  [EventAction.FlowCancelled, "Cancelled"],
]);

/** Events after which more is expected. */
const unfinished: ReadonlySet<string> = new Set<string>([EventAction.Started, EventAction.Submitted]);

/** One sentence: "Cancelled at the consent screen: the end-user clicked on the Cancel button on "consent screen"." */
function sentenceOf(action: Words, reason: Words | null, state: Words | null): string {
  const verb = verbs.get(action.value) ?? `Event "${action.title}"${action.known ? "" : unknown}`;
  const where = state === null ? "" : ` ${placeOf(state)}`;
  const why = reason === null ? "" : `: ${causeOf(reason)}`;
  const open = unfinished.has(action.value) && reason === null ? "; no later event has arrived" : "";
  return `${verb}${where}${why}${open}.`;
}

const unknown = ", which the catalog does not know";

/** "at the consent screen", for every state that is about a screen. */
function placeOf({ title, known }: Words): string {
  if (!known) return `at "${title}"${unknown}`;
  const screen = /^(.+ screen)(?: |$)/.exec(title)?.[1];
  return screen === undefined ? `at "${title}"` : `at the ${beginningSmall(screen)}`;
}

/** What the documentation says of a reason, as the second half of a sentence. */
function causeOf({ title, known, descriptions }: Words): string {
  if (!known) return `"${title}"${unknown}`;
  const [text] = descriptions;
  if (text === undefined || text.includes("\n")) return beginningSmall(title);
  return beginningSmall(text.replace(/^Sent if /, "")).replace(/\.$/, "");
}

/** Without the capital that begins a sentence; names and abbreviations keep theirs. */
function beginningSmall(text: string): string {
  return /^\p{Lu}(?:\p{Ll}|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
