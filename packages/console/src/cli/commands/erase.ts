import { parseArgs } from "node:util";
import type { Subject } from "../../store/event-store.ts";
import { deliveriesOf, many } from "../many.ts";
import { record } from "../on-record.ts";
import { withKeptStore } from "../opened.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

const options = {
  session: { type: "string" },
  "end-user": { type: "string" },
  data: { type: "string" },
  json: { type: "boolean" },
} as const;

/** Removes all that is kept about a session or an end-user. */
export async function erase(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const subject = subjectOf(values.session, values["end-user"]);
  const erased = await withKeptStore(values, terminal.env, async (store) => {
    await record(store, "erased", idOf(subject));
    return store.erase(subject);
  });
  const { sessions, deliveries } = erased;
  terminal.out(
    values.json
      ? JSON.stringify(erased)
      : `Removed ${deliveriesOf(deliveries)} of ${many(sessions, "session", "sessions")}.`,
  );
  return 0;
}

function idOf(subject: Subject): string {
  return "endUserId" in subject ? subject.endUserId : subject.sessionId;
}

function subjectOf(sessionId: string | undefined, endUserId: string | undefined): Subject {
  if (sessionId && endUserId === undefined) return { sessionId };
  if (endUserId && sessionId === undefined) return { endUserId };
  throw new UsageError("Say whom: give --session or --end-user, and only one of them.");
}
