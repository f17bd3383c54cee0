import { registerHooks } from "node:module";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { WorkflowFile } from "./workflow.ts";

// GitHub's own language service imports JSON as bundlers do, without saying so.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
});
const { validate } = await import("@actions/languageservice");

let read = 0;

/** What GitHub would say of a workflow, each with its line. */
export async function lint({ file, text }: WorkflowFile): Promise<readonly string[]> {
  // What it has parsed it keeps by the name, whatever the text is.
  const found = await validate(TextDocument.create(`file:///${read++}/${file}`, "yaml", 1, text));
  return found.map(({ range, message }) => `${file}:${range.start.line + 1} ${message}`);
}
