import { parseArgs } from "node:util";
import { catalog } from "@flow-catalog/catalog";
import { catalogVersion } from "@flow-catalog/events";
import { listen } from "../../server/http-server.ts";
import { SettingsError } from "../../settings/problem.ts";
import { readSettings, type Settings, settingFlags } from "../../settings/settings.ts";
import { shortSecrets } from "../../settings/short-secrets.ts";
import { variables } from "../../settings/table.ts";
import { canBeMade, isThere, openStore, type StoreLocation } from "../../store/open.ts";
import type { Terminal } from "../terminal.ts";

/** One thing that was looked at. */
interface Finding {
  readonly what: string;
  readonly ok: boolean;
  /** Does not keep the console from running. */
  readonly warning: boolean;
  readonly text: string;
}

/** Days after which the documentation has likely been changed. */
const oldCatalog = 180;

/** Looks at everything that would keep a console with these settings from running well. */
export async function doctor(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { ...settingFlags, json: { type: "boolean" } } });
  const findings = [fine("Node", process.version), catalogAge(Date.now()), ...(await ofSettings(values, terminal))];
  if (values.json === true) terminal.out(JSON.stringify(findings));
  else for (const finding of findings) terminal.out(shown(finding, terminal));
  return findings.every(({ ok, warning }) => ok || warning) ? 0 : 1;
}

async function ofSettings(
  flags: Parameters<typeof readSettings>[0]["flags"],
  terminal: Terminal,
): Promise<readonly Finding[]> {
  try {
    const settings = readSettings({ flags, environment: terminal.env, secretsWithout: null });
    const { host, port, secrets, signIn } = settings;
    return [
      fine("Secrets", `${secrets.length} set`),
      ...shortSecrets(secrets).map((text) => doubtful("Secrets", text)),
      fine("Sign-in", signIn.kind === "none" ? "nobody is asked; reachable from this machine only" : signIn.kind),
      await ofPort(host, port),
      ...(settings.webhook === null ? [] : [await ofPort(settings.webhook.host, settings.webhook.port)]),
      ...(await ofStore(settings)),
    ];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems.map(({ setting, problem, hint }) => bad(setting, `${problem} ${hint}`));
  }
}

async function ofPort(host: string, port: number): Promise<Finding> {
  try {
    await (await listen(() => {}, host, port)).close();
    return fine("Port", `${port} of ${host} is free`);
  } catch (error) {
    return bad("Port", (error as Error).message);
  }
}

async function ofStore({ store: location }: Settings): Promise<readonly Finding[]> {
  try {
    if (!(await isThere(location))) {
      await canBeMade(location);
      return [fine("Database", `${placeOf(location)} holds no store yet; the first start makes it`)];
    }
    const store = await openStore(location);
    try {
      const { driver, head, durable, warnings } = await store.health();
      return [
        fine("Database", `${driver}, at position ${head}`),
        durable
          ? fine("Durability", "an acknowledged delivery survives a loss of power")
          : bad("Durability", "an acknowledged delivery can be lost with the power"),
        ...warnings.map((text) => doubtful("Database", text)),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [bad("Database", (error as Error).message)];
  }
}

/** The URL may hold a password. */
function placeOf(location: StoreLocation): string {
  return location.driver === "sqlite" ? location.directory : variables.database;
}

/** How long ago the youngest page was published: what is newer is unknown to this release. */
function catalogAge(now: number): Finding {
  const dates = Object.values(catalog.pages).flatMap(({ published }) =>
    published === null ? [] : [Date.parse(published)],
  );
  const days = dates.length === 0 ? null : Math.floor((now - Math.max(...dates)) / 86_400_000);
  const text = `version ${catalogVersion}, pages ${days === null ? "without a date" : `of ${days} ${days === 1 ? "day" : "days"} ago`}`;
  const isOld = days !== null && days > oldCatalog;
  return isOld ? doubtful("Catalog", `${text}; look for a newer release`) : fine("Catalog", text);
}

const fine = (what: string, text: string): Finding => ({ what, ok: true, warning: false, text });
const doubtful = (what: string, text: string): Finding => ({ what, ok: false, warning: true, text });
const bad = (what: string, text: string): Finding => ({ what, ok: false, warning: false, text });

function shown({ what, ok, warning, text }: Finding, { paint }: Terminal): string {
  const mark = ok ? paint("green", "ok     ") : warning ? paint("yellow", "warning") : paint("red", "problem");
  return `${mark}  ${what.padEnd(10)}  ${text}`;
}
