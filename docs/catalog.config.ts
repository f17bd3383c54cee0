import { defineCatalog } from "@tools/compile/config";
import { eventPayload } from "./event-payload.ts";
import { eventWebhook } from "./event-webhook.ts";

const documents = { event: eventPayload };

/** What OpenAPI and AsyncAPI say besides the catalog. */
const specification = {
  description:
    "Event webhooks of Veriff's end-user flow, as documented. Not made by Veriff and not affiliated with it; the descriptions of reasons and states are Veriff's words, from its public documentation. Values are open: others than those listed can arrive.",
  license: { name: "MIT", url: "https://opensource.org/license/mit" },
  documents,
  webhooks: { event: eventWebhook },
};

/** A value as these pages write it. Plain text has lost the code formatting, so this is how a row is told from a text. */
const word = /[a-z]+(?:_[a-z]+)+/;

export default defineCatalog({
  title: "Veriff end-user flow events",
  pages: {
    "event-webhook": { file: "sources/event-webhook.md", url: null },
    "end-user-flow-events": {
      file: "sources/end-user-flow-events.md",
      url: "https://devdocs.veriff.com/docs/end-user-flow-events-table",
      text: {
        headings: [
          { text: "End-user flow events (table)", depth: 1 },
          { text: "Article versioning", depth: 2 },
        ],
        noise: ["Prev Next"],
        tables: [
          {
            columns: [
              { header: "Event name", pattern: word, code: true },
              { header: "`reason` value", pattern: word, code: true },
              { header: "Description", paragraphs: "many" },
            ],
            until: "The state string sends a value",
          },
          { columns: [{ header: "`state` value", pattern: word, code: true }, { header: "Description" }] },
          { columns: [{ header: "Date" }, { header: "Description" }] },
        ],
      },
    },
  },
  vocabularies: {
    event: {
      title: "Event",
      table: {
        page: "event-webhook",
        headers: ["Code", "Action", "Context", "Description"],
        under: "Codes and actions",
      },
      description: { page: "event-webhook", text: "An event tells that" },
      value: { column: "Action" },
      descriptions: [{ column: "Description" }],
      attributes: {
        code: {
          column: "Code",
          type: "integer",
          exports: { type: "EventCode", list: "eventCodes", module: "code", to: "codeOf", from: "actionOf" },
        },
        context: { column: "Context" },
      },
      evidence: { column: "Evidence", observed: /^observed/ },
      exports: { type: "EventAction", list: "eventActions", module: "action" },
    },
    reason: {
      title: "Reason",
      table: { page: "end-user-flow-events", headers: ["Event name", "reason value", "Description"] },
      description: { page: "end-user-flow-events", text: "reason string, which gives some context" },
      value: { column: "reason value" },
      descriptions: [{ column: "Description" }],
      relations: { event: { column: "Event name", to: "actionsOf", from: "reasonsOf" } },
      exports: { type: "FlowReason", list: "flowReasons", module: "reason" },
    },
    state: {
      title: "State",
      table: {
        page: "end-user-flow-events",
        headers: ["state value", "Description"],
        after: "explains the type of screen the end-user sees",
      },
      description: { page: "end-user-flow-events", text: "The state string sends a value" },
      value: { column: "state value" },
      descriptions: [{ column: "Description" }],
      // Where in the flow a state belongs is on no page: overlays/flow-stages.yaml says it, with reasons.
      sorted: {
        stage: {
          title: "Stage",
          values: {
            opening: "Opening",
            introduction: "Introduction",
            consent: "Consent",
            permissions: "Permissions",
            document: "Choice of document",
            capture: "Capture",
            feedback: "Feedback on images",
            submission: "Submission",
            decision: "Waiting for the decision",
            finish: "Finish",
            interruption: "Interruption",
          },
        },
        lane: {
          title: "Lane",
          values: {
            main: "Main",
            barcode: "Barcode",
            passport: "Passport",
            proof_of_address: "Proof of address",
            one_time_password: "One-time password",
            mobile_handover: "Mobile handover",
            errors: "Errors",
          },
        },
      },
      exports: { type: "FlowState", list: "flowStates", module: "state" },
    },
  },
  overlays: "overlays",
  output: {
    catalog: "../packages/catalog/catalog.json",
    ledger: "ledger.json",
    places: "places.json",
    version: "../packages/catalog/package.json",
    emit: [
      { emitter: "typescript", into: "../packages/events/src/generated" },
      { emitter: "json-schema", into: "../packages/schema/schemas", options: { documents } },
      { emitter: "json-schema-typescript", into: "../packages/schema/src/generated", options: { documents } },
      { emitter: "openapi", into: "../packages/schema/specifications", options: specification },
      { emitter: "asyncapi", into: "../packages/schema/specifications", options: specification },
      { emitter: "csv", into: "../packages/schema/tables" },
      { emitter: "markdown", into: "../packages/schema/tables" },
    ],
    insert: [
      { emitter: "markdown-values", into: "../packages/catalog/README.md" },
      { emitter: "markdown-values", into: "../packages/events/README.md", options: { names: true } },
      { emitter: "markdown-values", into: "../packages/schema/README.md" },
      { emitter: "markdown-values", into: "../packages/webhook/README.md", options: { vocabularies: ["event"] } },
    ],
  },
  release: {
    changesets: "../.changeset",
    tags: "@flow-catalog/catalog",
    packages: [
      { name: "@flow-catalog/catalog", follows: "catalog" },
      { name: "@flow-catalog/events", follows: "catalog" },
      { name: "@flow-catalog/schema", follows: "catalog" },
      { name: "@flow-catalog/webhook", follows: ["event"] },
    ],
  },
});
