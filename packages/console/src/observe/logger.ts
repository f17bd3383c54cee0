import { type Bindings, type DestinationStream, type LevelWithSilent, type Logger, pino } from "pino";
import { StoreError } from "../store/event-store.ts";

/** Where and how much is logged. */
export interface LoggerOptions {
  readonly level: LevelWithSilent;
  readonly destination: DestinationStream;
}

/** The only fields that reach the log. Whatever else a caller passes is left out, whoever the caller is. */
const allowed: ReadonlySet<string> = new Set([
  "batch",
  "code",
  "days",
  "deliveries",
  "driver",
  "error",
  "method",
  "milliseconds",
  "role",
  "route",
  "sessions",
  "status",
  "version",
  "waiting",
]);

const longestText = 300;

/**
 * A logger that cannot say too much: only known fields, of them only plain values, and in texts nothing that looks like
 * an id or a secret. Messages are written by programmers and hold no values.
 */
export function createLogger({ level, destination }: LoggerOptions): Logger {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: plainFields,
      },
    },
    destination,
  );
  const { child } = logger;
  // Pino passes what a child logger always says past the formatters.
  return Object.assign(logger, {
    child(this: Logger, bindings: Bindings) {
      return child.call(this, plainFields(bindings));
    },
  });
}

function plainFields(fields: object): Record<string, unknown> {
  const known = Object.entries(fields).filter(([name]) => allowed.has(name));
  return Object.fromEntries(known.map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "string") return withoutIds(value).slice(0, longestText);
  return value instanceof Error ? errorFacts(value) : typeof value;
}

/**
 * What kind of error it is and where it came from. A message may quote what came from outside, so it is left out, save
 * that of the store's own errors, which never hold an id.
 */
function errorFacts(error: Error): Readonly<Record<string, unknown>> {
  const { code } = error as { readonly code?: unknown };
  const message = error instanceof StoreError ? { message: withoutIds(error.message).slice(0, longestText) } : {};
  return {
    name: error.name,
    ...message,
    ...(typeof code === "string" ? { code: withoutIds(code).slice(0, longestText) } : {}),
    at: framesOf(error).slice(0, 8),
  };
}

/** Where the stack begins after the message, whose lines can look like frames. */
function framesOf({ stack = "", message }: Error): readonly string[] {
  const end = stack.indexOf(message);
  if (end === -1) return [];
  const lines = stack.slice(end + message.length).split("\n");
  return lines.filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line)).map((line) => line.trim().slice(3));
}

/** Ids of sessions and people are UUIDs; digests, signatures and keys are long hexadecimal or base64 texts. */
function withoutIds(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "[id]")
    .replace(/[\w+/-]{32,}={0,2}/g, "[...]");
}
