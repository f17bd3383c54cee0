import type { OptionHelp, VerbSummary } from "./verb.ts";

const config: OptionHelp = {
  type: "string",
  value: "<file>",
  help: "The configuration (default: docs/catalog.config.ts)",
};
const json: OptionHelp = { type: "boolean", help: "Print the result as JSON" };

const accept: OptionHelp = { type: "string", value: "<fingerprint>", help: "Accept one change that looks like damage" };

const state: OptionHelp = {
  type: "string",
  value: "<file>",
  help: "When pages were last seen (default: .catalog-state.json)",
};

/** Every verb of `catalog`, in the order of the help. A verb's code is loaded only when it is called. */
export const verbs: readonly VerbSummary[] = [
  {
    name: "generate",
    arguments: "",
    summary: "Make the catalog and the packages' sources from the pages",
    options: {
      config,
      json,
      force: { type: "boolean", help: "Do not trust the fingerprint: compute everything again" },
      accept,
    },
    examples: ["catalog generate", "catalog generate --config other/catalog.config.ts"],
    load: async () => (await import("./verbs/generate.ts")).generate,
  },
  {
    name: "check",
    arguments: "",
    summary: "Compute everything and compare it with the files, without writing",
    options: { config, json },
    examples: ["catalog check", "catalog check --json"],
    load: async () => (await import("./verbs/check.ts")).check,
  },
  {
    name: "watch",
    arguments: "",
    summary: "Generate whenever a page, an overlay or the configuration is saved",
    options: { config },
    examples: ["catalog watch"],
    load: async () => (await import("./verbs/watch.ts")).watch,
  },
  {
    name: "tables",
    arguments: "<file or page>",
    summary: "List the tables of a page with their headers",
    options: { config, json },
    examples: ["catalog tables docs/sources/end-user-flow-events.md", "catalog tables event-webhook --json"],
    load: async () => (await import("./verbs/tables.ts")).tables,
  },
  {
    name: "explain",
    arguments: "<value>",
    summary: "Say what a value means, where it comes from and what it relates to",
    options: { config, json },
    examples: ["catalog explain mobile_handover_screen_shown", "catalog explain 7007 --json"],
    load: async () => (await import("./verbs/explain.ts")).explain,
  },
  {
    name: "diff",
    arguments: "",
    summary: "Say what changed between two catalogs, and what it means for those who depend on it",
    options: {
      config,
      json,
      from: { type: "string", value: "<ref or file>", help: "The older catalog (default: the newest release's tag)" },
      to: { type: "string", value: "<ref or file>", help: "The newer catalog (default: the working tree)" },
      markdown: { type: "boolean", help: "Print Markdown for a pull request" },
    },
    examples: [
      "catalog diff",
      "catalog diff --from HEAD~5 --markdown",
      "catalog diff --from old.json --to new.json --json",
    ],
    load: async () => (await import("./verbs/diff.ts")).diff,
  },
  {
    name: "changeset",
    arguments: "",
    summary: "Write the changeset that the changes since the last release ask for",
    options: { config, json },
    examples: ["catalog changeset"],
    load: async () => (await import("./verbs/changeset.ts")).changeset,
  },
  {
    name: "replay",
    arguments: "<file, folder or git range ...>",
    summary: "Run past revisions of a page through the chain and say what each would have released",
    options: {
      config,
      json,
      page: { type: "string", value: "<id>", help: "The page that the revisions are of" },
      accept: { ...accept, value: "<revision,...>", help: "Accept what looked like damage at these revisions" },
    },
    examples: ["catalog replay --page event-webhook HEAD~5..HEAD", "catalog replay --page event-webhook old/ --json"],
    load: async () => (await import("./verbs/replay.ts")).replay,
  },
  {
    name: "update",
    arguments: "[page ...]",
    summary: "Look at the published pages and do all that follows: copy, catalog, packages, changeset",
    options: { config, json, state, accept },
    examples: ["catalog update", "catalog update end-user-flow-events --json"],
    load: async () => (await import("./verbs/update.ts")).update,
  },
  {
    name: "status",
    arguments: "",
    summary: "Say when each page was last seen and changed, and whether anybody looks",
    options: { config, json, state, strict: { type: "boolean", help: "Fail if a page was not seen within its limit" } },
    examples: ["catalog status", "catalog status --strict --state state.json"],
    load: async () => (await import("./verbs/status.ts")).status,
  },
  {
    name: "verify",
    arguments: "",
    summary: "Read the pages again and prove the place and the hash of every description",
    options: { config, json },
    examples: ["catalog verify"],
    load: async () => (await import("./verbs/verify.ts")).verify,
  },
  {
    name: "pull",
    arguments: "[page ...]",
    summary: "Bring pages in as Markdown, from where they are published or from a file",
    options: {
      config,
      json,
      from: {
        type: "string",
        value: "<file or url>",
        help: "Where the page is, as .md, .mdx, .html or .txt (default: its url)",
      },
      published: { type: "string", value: "<date>", help: "The date the page gives for itself, YYYY-MM-DD" },
      retrieved: { type: "string", value: "<date>", help: "The date of the copy, YYYY-MM-DD (default: today)" },
    },
    examples: ["catalog pull", "catalog pull end-user-flow-events --from page.txt --published 2025-05-07"],
    load: async () => (await import("./verbs/pull.ts")).pull,
  },
];
