import { table, variables } from "../settings/table.ts";

/** What `--help` prints, by command. */
export const help = {
  "": `flow-console: receives, keeps and explains Veriff's end-user flow events

Usage
  flow-console serve [options]      Run the console
  flow-console demo [options]       Run it on made-up data, with a sender that posts to it
  flow-console import <file>        Take in deliveries that were exported
  flow-console export               Write all events out, as JSON Lines or CSV
  flow-console erase                Remove all that is kept about a session or an end-user
  flow-console rebuild              Add sessions and numbers up again from the deliveries
  flow-console doctor               Check Node, settings, database and catalog
  flow-console password             Turn a password into what the settings take
  flow-console help <command>       Options and examples of a command; also <command> --help
  flow-console --version

Exit code: 0 done, 1 failed, 2 wrong command line or settings, 130 stopped before it was done.

Examples
  flow-console demo
  ${variables.secrets}=... flow-console serve
  flow-console export --format csv > events.csv`,

  serve: `flow-console serve: run the console

Deliveries are taken at POST /webhooks/veriff and answered 200 once they are on disk.

Options, each with the variable that gives the same
${optionLines()}

By the environment only
  ${variables.secrets.padEnd(30)}  The integration's shared secrets, the newest first, by comma
  ${variables.database.padEnd(30)}  A PostgreSQL database instead of the folder
  ${variables.operatorPassword.padEnd(30)}  Asks for a password: what flow-console password printed
  ${variables.viewerPassword.padEnd(30)}  The same for viewers, who see ids masked

Examples
  flow-console serve --secrets-file /run/secrets/veriff
  flow-console serve --webhook-host 0.0.0.0 --webhook-port 8601
  ${variables.database}=postgres://console@db/console flow-console serve --host 0.0.0.0 --keep-days 90`,

  demo: `flow-console demo: run the console on made-up data

Fills a database with past days, then posts signed flows to it: several attempts, retries, repeats, disorder, values that
the catalog does not know, a decision now and then, signatures that are wrong.

Options
  --days <number>          Past days to make up, 730 at most (default: 60)
  --people <number>        People that begin in a minute (default: 40)
  --seed <number>          The same seed makes up the same people (default: 1)
  --data <folder>          Keep the data in this folder (default: one that is removed at the end)
  and all others of serve

Examples
  flow-console demo
  flow-console demo --port 3000 --people 600`,

  import: `flow-console import <file>: take in deliveries that were exported (- for standard input)

Reads the JSON Lines that export writes. Every line is checked; those that are wrong are reported with their number and
left out (exit code 1). Nothing is dropped as a duplicate: a file taken in twice is kept twice, and counts once.

Options
  --data <folder>          Folder of the embedded database (default: flow-console-data, or ${variables.database})
  --json                   The result as one line of JSON

Examples
  flow-console import deliveries.jsonl
  zcat deliveries.jsonl.gz | flow-console import - --data /var/lib/flow-console`,

  export: `flow-console export: write all events out

JSON Lines lose nothing and can be imported again. CSV is for spreadsheets. While the console runs on an embedded database,
download them there instead: on the health page.

Options
  --format <format>        jsonl or csv (default: jsonl)
  --output <file>          Write to a file (default: standard output)
  --data <folder>          Folder of the embedded database (default: flow-console-data, or ${variables.database})
  --json                   The result as one line of JSON, on standard error

Examples
  flow-console export --output deliveries.jsonl
  flow-console export --format csv | gzip > events.csv.gz`,

  erase: `flow-console erase: remove all that is kept about a session, or about every session of an end-user

Also what is in quarantine and has the id in its body, unless the id has fewer than 8 characters: so few might be anything.
Cannot be undone. While the console runs on an embedded database, erase there instead: on the page of a session.

Options
  --session <id>           The session
  --end-user <id>          The end-user
  --data <folder>          Folder of the embedded database (default: flow-console-data, or ${variables.database})
  --json                   The result as one line of JSON

Examples
  flow-console erase --session f04bdb47-d3be-4b28-b028-a652feb060b5
  flow-console erase --end-user a1b2c35d-e8f7-6d5e-3cd2-a1b2c35db3d4 --json`,

  rebuild: `flow-console rebuild: make sessions, attempts, numbers and seen values again from the deliveries

For after an upgrade whose notes say so. Deliveries stay as they are, and nothing is half done: whoever reads meanwhile
sees the old numbers, which stay where it is stopped by Ctrl+C. With PostgreSQL the consoles may run, and deliveries wait
for it; with an embedded database stop the console first.

Options
  --data <folder>          Folder of the embedded database (default: flow-console-data, or ${variables.database})
  --json                   The result as one line of JSON

Examples
  flow-console rebuild
  flow-console rebuild --data /var/lib/flow-console --json`,

  doctor: `flow-console doctor: check Node, settings, database and catalog

Takes the options and variables of serve, and makes nothing where there is no store yet. Exit code 1 if something would keep it from running.

Options
  --json                   The findings as JSON
  and all others of serve

Examples
  flow-console doctor
  flow-console doctor --json | jq '.[] | select(.ok | not)'`,

  password: `flow-console password: turn a password into what the settings take

Asks for it, or takes it from standard input. Prints what ${variables.operatorPassword} or
${variables.viewerPassword} is to be set to; the password cannot be found out from it.

Examples
  flow-console password
  export ${variables.operatorPassword}="$(pass show console | flow-console password)"`,
};

function optionLines(): string {
  const rows = Object.values(table).map(({ flag, value, variable, meaning }) => {
    const given = `--${flag}${value === null ? "" : ` ${value}`}`;
    return `  ${given.padEnd(26)} ${variable.padEnd(27)} ${meaning}`;
  });
  return rows.join("\n");
}
