import type { OptionHelp, Paint, VerbSummary } from "./verb.ts";

/** What `catalog --help` says. */
export function helpAll(verbs: readonly VerbSummary[], paint: Paint): string {
  const rows = verbs.map((verb) => [`${verb.name} ${verb.arguments}`.trim(), verb.summary] as const);
  return [
    `${paint("bold", "catalog")} reads documentation tables and makes typed packages of them.`,
    "",
    `${paint("bold", "Usage")}  catalog <verb> [options]`,
    "",
    paint("bold", "Verbs"),
    ...columns(rows),
    "",
    paint("bold", "Exit codes"),
    ...columns([
      ["0", "done, nothing is wrong"],
      ["1", "the answer is no: files are stale, a value is not known"],
      ["2", "the command line or the configuration is wrong"],
      ["3", "a page or an overlay is refused"],
      ["4", "the change looks like damage; the message has the flag that accepts it"],
      ["5", "a page could not be seen, so that nothing can be said of it"],
      ["70", "a bug in this program"],
    ]),
    "",
    "`catalog <verb> --help` explains one verb. Rules are explained in docs/diagnostics.md.",
    "",
  ].join("\n");
}

/** What `catalog <verb> --help` says. */
export function helpVerb(verb: VerbSummary, paint: Paint): string {
  const options: readonly [string, OptionHelp][] = [
    ...Object.entries(verb.options),
    ["help", { type: "boolean", help: "Print this" }],
  ];
  return [
    `${verb.summary}.`,
    "",
    `${paint("bold", "Usage")}  catalog ${`${verb.name} ${verb.arguments}`.trim()} [options]`,
    "",
    paint("bold", "Options"),
    ...columns(options.map(([name, { value, help }]) => [`--${name}${value === undefined ? "" : ` ${value}`}`, help])),
    "",
    paint("bold", verb.examples.length === 1 ? "Example" : "Examples"),
    ...verb.examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
