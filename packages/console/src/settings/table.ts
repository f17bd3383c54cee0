/** One setting: how it is given on the command line and in the environment, and what it means. */
export interface SettingRow {
  readonly flag: string;
  /** What stands for the value in help. Null: the flag alone says it. */
  readonly value: string | null;
  readonly variable: string;
  readonly meaning: string;
}

/** Settings of `serve`, in the order of its help. Secrets have no flag: a command line can be read by other users. */
export const table = {
  host: row("host", "<address>", "Address to listen on (default: 127.0.0.1)"),
  port: row("port", "<number>", "Port to listen on (default: 8600)"),
  webhookHost: row("webhook-host", "<address>", "Address for deliveries alone (default: that of the console)"),
  webhookPort: row("webhook-port", "<number>", "Port for deliveries alone, so that the console can stay private"),
  data: row("data", "<folder>", "Folder of the embedded database (default: flow-console-data)"),
  secretsFile: row("secrets-file", "<file>", "File with the shared secrets, one a line, the newest first"),
  proxyHeader: row("proxy-header", "<name>", "A proxy signs people in and names them in this header"),
  operators: row("operators", "<names>", "Who of them may see ids and erase, by comma; others see ids masked"),
  origins: row("origins", "<urls>", "Public origins behind a proxy that signs people in or rewrites Host, by comma"),
  trustProxy: row("trust-proxy", null, "Believe X-Forwarded-For: only behind a proxy that sets it"),
  keepDays: row("keep-days", "<number>", "Remove what is older than so many days (default: keep all)"),
  logLevel: row("log-level", "<level>", "debug, info, warn, error or silent (default: info)"),
} as const satisfies Readonly<Record<string, SettingRow>>;

/** Settings that are given by the environment only. */
export const variables = {
  secrets: "WEBHOOK_SECRETS",
  database: "DATABASE_URL",
  operatorPassword: "FLOW_CONSOLE_OPERATOR_PASSWORD",
  viewerPassword: "FLOW_CONSOLE_VIEWER_PASSWORD",
} as const;

export type SettingName = keyof typeof table;

function row<const Flag extends string>(flag: Flag, value: string | null, meaning: string) {
  return { flag, value, variable: `FLOW_CONSOLE_${flag.toUpperCase().replaceAll("-", "_")}`, meaning };
}
