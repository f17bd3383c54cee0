import { type DestinationStream, type LevelWithSilent, type Logger, pino } from "pino";

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
  "problem",
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
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) =>
          Object.fromEntries(
            Object.entries(fields).flatMap(([name, value]) => (allowed.has(name) ? [[name, plain(value)]] : [])),
          ),
      },
    },
    destination,
  );
}

function plain(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "string") return withoutIds(value).slice(0, longestText);
  return value instanceof Error ? errorFacts(value) : typeof value;
}

/** What kind of error it is and where it came from. Its message may quote what came from outside, so it is left out. */
function errorFacts(error: Error): Readonly<Record<string, unknown>> {
  const { code } = error as { readonly code?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === "string" ? { code: withoutIds(code).slice(0, longestText) } : {}),
    at: frames.slice(0, 8).map((line) => line.trim().slice(3)),
  };
}

/** Ids of sessions and people are UUIDs; digests, signatures and keys are long hexadecimal or base64 texts. */
function withoutIds(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "[id]")
    .replace(/[\w+/-]{32,}={0,2}/g, "[...]");
}
