import pg from "pg";
import { StoreError } from "../event-store.ts";

/** Classes and codes of errors that something can be done about, the most specific first. */
const hints: readonly (readonly [start: string, said: string, temporary: boolean])[] = [
  ["28", "it refuses the sign-in: look at the user and password in the URL", false],
  ["3D000", "there is no such database: make it (createdb), or give another one in the URL", false],
  ["3F", "there is no such schema", false],
  ["42501", "the user has no right to do this: make the user the owner of the schema", false],
  ["53100", "its disk is full: make room", true],
  ["53300", "it has too many connections: raise max_connections, or let each process use fewer", true],
  ["57P03", "it is starting or stopping", true],
  ["57P", "it ended the connection", true],
  ["08", "the connection was lost", true],
  ["25006", "it is read-only: give the URL of the primary", false],
  ["40", "two transactions were in each other's way", true],
  ["55P03", "a lock was held too long", true],
];

/** Only codes go into the message and the cause: PostgreSQL's own texts quote values. */
export function explain(error: unknown): StoreError {
  const code = (error as { readonly code?: unknown } | null)?.code;
  const known = typeof code === "string" ? code : "no code";
  if (error instanceof pg.DatabaseError) {
    const [, said, temporary] = hints.find(([start]) => known.startsWith(start)) ?? ["", "it failed", true];
    return problem(`PostgreSQL did not do it: ${said} (${known}).`, temporary, known);
  }
  if (known === "ERR_INVALID_URL") {
    return problem(
      "The URL of PostgreSQL cannot be read: it is like postgres://user:password@host:5432/database, with %23 for # in a password.",
      false,
      known,
    );
  }
  if (known.startsWith("E")) {
    return problem(
      `PostgreSQL cannot be reached (${known}): see that it runs, and that host and port in the URL are right.`,
      true,
      known,
    );
  }
  return problem("PostgreSQL did not do it: the connection was lost.", true, known);
}

function problem(message: string, temporary: boolean, code: string): StoreError {
  return new StoreError(message, { temporary, cause: new Error(`PostgreSQL: ${code}`) });
}
