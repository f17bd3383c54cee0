import type { AcceptedDelivery } from "../../src/flow/delivery.ts";
import { countOf, inOrder, type Numbers } from "./numbers.ts";

/** What kept deliveries add up to, worked out in the most direct way, with nothing of the console's own. */
export function reference(kept: readonly AcceptedDelivery[]): Numbers {
  const events = kept
    .map(({ event, receivedAt }, index) => ({ ...event, at: receivedAt, index }))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  type Event = (typeof events)[number];

  const rank = ["started", "submitted", "waiting_continued", "waiting_complete", "flow_cancelled", "flow_finished"];
  const bits: Record<string, number> = { started: 1, submitted: 2, flow_finished: 8, flow_cancelled: 16 };
  const bitOf = (action: string) => bits[action] ?? (action.startsWith("waiting_co") ? 4 : 32);
  const endOf = ({ action, state, reason }: Event) =>
    [`${rank.indexOf(action) + 1}${action}`, ...[state, reason].map((text) => (text === null ? "" : `~${text}`))].join(
      "\0",
    );
  const greatest = (list: readonly (string | null)[]) =>
    list
      .filter((one) => one !== null)
      .sort()
      .at(-1) ?? null;
  const times = (list: readonly Event[]) => ({
    deliveries: list.length,
    firstAt: list[0]?.at as number,
    lastAt: list.at(-1)?.at as number,
  });
  const of = (list: readonly Event[]) => ({
    sessionId: list[0]?.sessionId as string,
    vendorData: greatest(list.map(({ vendorData }) => vendorData)),
    endUserId: greatest(list.map(({ endUserId }) => endUserId)),
    ...times(list),
  });
  const groups = (key: (event: Event) => unknown) => [
    ...Map.groupBy(events, (event) => JSON.stringify(key(event))).values(),
  ];

  const attempts = groups(({ sessionId, attemptId }) => [sessionId, attemptId]).map((list) => {
    const end = list.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1)).at(-1) as Event;
    const { action, reason, state, attemptId } = end;
    const seen = list.reduce((all, event) => all | bitOf(event.action), 0);
    const feature = greatest(list.map((event) => event.feature));
    return { ...of(list), attemptId, outcome: { feature, seen, action, reason, state } };
  });
  const sessions = groups(({ sessionId }) => sessionId).map((list) => ({
    ...of(list),
    attempts: new Set(list.map(({ attemptId }) => attemptId)).size,
    feature: greatest(list.map(({ feature }) => feature)),
  }));
  const counted = Map.groupBy(attempts, ({ firstAt, outcome }) =>
    JSON.stringify(countOf(firstAt - (firstAt % 3_600_000), outcome, 0)),
  );
  const counts = [...counted].map(([text, list]) => [...JSON.parse(text).slice(0, -1), list.length]);
  const values = (["action", "code", "feature", "reason", "state"] as const).flatMap((path) => {
    const carrying = events.filter((event) => event[path] !== null);
    return [...Map.groupBy(carrying, (event) => String(event[path]))].map(([value, list]) => {
      const firsts = [...Map.groupBy(list, ({ sessionId }) => sessionId)].slice(0, 3);
      const examples = firsts.map(([sessionId, [first]]) => ({ sessionId, at: first?.at as number }));
      return { path, value, ...times(list), examples };
    });
  });
  return inOrder({ counts, attempts, sessions, values });
}
