import { isPasswordHash } from "../guard/password.ts";
import type { SignIn } from "../server/parts.ts";
import type { StoreLocation } from "../store/open.ts";
import { type Environment, entriesOf, type Flags, type Given, given } from "./given.ts";
import { SettingsError } from "./problem.ts";
import { table, variables } from "./table.ts";

/** What `serve` runs with: read once, checked, and never asked for again. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Null: deliveries are taken on the console's own port. */
  readonly webhook: { readonly host: string; readonly port: number } | null;
  readonly store: StoreLocation;
  /** The newest first. */
  readonly secrets: readonly string[];
  readonly signIn: SignIn;
  readonly origins: readonly string[];
  readonly trustProxy: boolean;
  readonly keepDays: number | null;
  readonly logLevel: LogLevel;
}

const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Settings with a flag, in the form that `parseArgs` takes. */
export const settingFlags = Object.fromEntries(
  Object.values(table).map(({ flag, value }) => [flag, { type: value === null ? "boolean" : "string" }]),
) as Readonly<Record<(typeof table)[keyof typeof table]["flag"], { readonly type: "boolean" | "string" }>>;

export interface SettingsInput {
  readonly flags: Flags;
  readonly environment: Environment;
  /** Secrets that are made up when none is given. Null: then there is nothing to verify with, which is an error. */
  readonly secretsWithout: readonly string[] | null;
}

/**
 * Reads the settings from the command line and the environment.
 *
 * @throws SettingsError with everything that is wrong, and how to put it right.
 */
export function readSettings({ flags, environment, secretsWithout }: SettingsInput): Settings {
  const from = given(flags, environment);
  const host = from.text("host") ?? "127.0.0.1";
  const webhookPort = from.number("webhookPort", 0, 65_535);
  const settings: Settings = {
    host,
    port: from.number("port", 0, 65_535) ?? 8_600,
    webhook: webhookPort === null ? null : { host: from.text("webhookHost") ?? host, port: webhookPort },
    store: storeFrom(from, flags),
    secrets: secretsFrom(from, secretsWithout),
    signIn: signInFrom(from, host),
    origins: originsFrom(from),
    trustProxy: from.flag("trustProxy"),
    keepDays: from.number("keepDays", 1, 36_500),
    logLevel: logLevelFrom(from),
  };
  if (from.text("webhookHost") !== null && webhookPort === null) {
    from.wrong(from.label("webhookHost"), "There is no port for it.", `Give ${from.label("webhookPort")}, too.`);
  }
  if (from.problems.length > 0) throw new SettingsError(from.problems);
  return settings;
}

/**
 * Where the deliveries are kept: a folder that was named, else the database of the environment, else a folder here.
 *
 * @throws SettingsError where the address of the database is none.
 */
export function storeLocation(flags: Flags, environment: Environment): StoreLocation {
  const from = given(flags, environment);
  const location = storeFrom(from, flags);
  if (from.problems.length > 0) throw new SettingsError(from.problems);
  return location;
}

function storeFrom(from: Given, flags: Flags): StoreLocation {
  const url = from.variable(variables.database);
  if (typeof flags[table.data.flag] === "string" || url === null) {
    return { driver: "sqlite", directory: from.text("data") ?? "flow-console-data" };
  }
  // It is not quoted: it may hold a password.
  if (!/^postgres(?:ql)?:\/\//.test(url)) {
    from.wrong(
      variables.database,
      "This is no address of a PostgreSQL database.",
      "Write it as in postgres://console@db/console.",
    );
  }
  return { driver: "postgres", url };
}

function secretsFrom(from: Given, without: readonly string[] | null): readonly string[] {
  const file = from.text("secretsFile");
  const secrets = file === null ? entriesOf(from.variable(variables.secrets) ?? "") : from.entries("secretsFile", file);
  if (secrets === null) return [];
  if (secrets.length > 0) return secrets;
  if (without !== null) return without;
  from.wrong(
    `${variables.secrets} or ${from.label("secretsFile")}`,
    "No secret is set, so nothing could be verified.",
    "Set it to the integration's shared secret; several, the newest first, while one is being replaced.",
  );
  return [];
}

function signInFrom(from: Given, host: string): SignIn {
  const operator = passwordFrom(from, variables.operatorPassword);
  const viewer = passwordFrom(from, variables.viewerPassword);
  const nameHeader = from.text("proxyHeader");
  if (nameHeader !== null && (operator !== null || viewer !== null)) {
    from.wrong(from.label("proxyHeader"), "A password is set, too.", "Choose one way to sign in.");
  }
  if (nameHeader !== null) return { kind: "proxy", nameHeader, operators: from.list("operators") };
  if (operator !== null) return { kind: "password", operator, viewer };
  if (viewer !== null) {
    from.wrong(variables.viewerPassword, "There is no operator.", `Set ${variables.operatorPassword}, too.`);
  }
  if (!isLoopback(host)) {
    from.wrong(
      from.label("host"),
      `${host} can be reached from other machines, and nobody has to sign in.`,
      `Set ${variables.operatorPassword} to what \`flow-console password\` prints, or listen on 127.0.0.1. To take deliveries from outside, --webhook-host and --webhook-port are enough.`,
    );
  }
  return { kind: "none" };
}

/** A password in its hashed form. A plain one is refused: it would stand in the environment for everyone to read. */
function passwordFrom(from: Given, variable: string): string | null {
  const hash = from.variable(variable);
  if (hash === null || isPasswordHash(hash)) return hash;
  from.wrong(variable, "This is no hash of a password.", "Set it to what `flow-console password` prints.");
  return null;
}

function originsFrom(from: Given): readonly string[] {
  return from.list("origins").flatMap((origin) => {
    if (URL.canParse(origin) && new URL(origin).origin !== "null") return [new URL(origin).origin];
    from.wrong(from.label("origins"), `"${origin}" is no origin.`, "Write it as in https://console.example.com.");
    return [];
  });
}

function logLevelFrom(from: Given): LogLevel {
  const found = from.text("logLevel") ?? "info";
  const level = logLevels.find((one) => one === found);
  if (level === undefined)
    from.wrong(from.label("logLevel"), `"${found}" is no level.`, `Levels: ${logLevels.join(", ")}.`);
  return level ?? "info";
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
