import type { EmitInput, Emitter } from "../emitter.ts";
import { jsonText } from "../escape.ts";
import { headerText, pagesOf } from "../header.ts";
import { componentsOf, schemaReference } from "./components.ts";
import { externalDocs, info } from "./head.ts";
import {
  type HeaderOptions,
  readSpecificationOptions,
  type SpecificationOptions,
  type WebhookOptions,
} from "./options.ts";
import { asyncApiValues } from "./values.ts";

/** `asyncapi.json`: AsyncAPI 3 of an application that receives the webhooks. Takes `SpecificationOptions`. */
export const asyncapi: Emitter = {
  id: "asyncapi",
  emit(input) {
    return [{ path: "asyncapi.json", text: jsonText(specification(input, readSpecificationOptions(input.options))) }];
  },
};

function specification(input: EmitInput, options: SpecificationOptions): object {
  const { documents = {}, webhooks = {} } = options;
  const { schemas, used } = componentsOf(input, documents, asyncApiValues);
  const all = Object.entries(webhooks);
  const messages = all.map(([name, webhook]) => {
    return [name, message(webhook, documents[webhook.document]?.type ?? webhook.document)];
  });
  return {
    "x-comment": headerText(input.catalog, pagesOf(input.catalog, used)),
    asyncapi: "3.0.0",
    info: { ...info(input, options), ...externalDocs(input.catalog) },
    defaultContentType: "application/json",
    ...(all.length > 0 && {
      channels: Object.fromEntries(all.map(([name, webhook]) => [name, channel(name, webhook)])),
      operations: Object.fromEntries(
        all.map(([name, webhook]) => [`receive${capital(name)}`, operation(name, webhook)]),
      ),
    }),
    components: { ...(all.length > 0 && { messages: Object.fromEntries(messages) }), schemas },
  };
}

/** A webhook is sent to an address of the receiver, who alone knows it. */
function channel(name: string, { title }: WebhookOptions): object {
  return { address: null, title, messages: { [name]: { $ref: `#/components/messages/${name}` } } };
}

function operation(name: string, { title, description, responses }: WebhookOptions): object {
  const answers = Object.entries(responses).map(([status, meaning]) => `- \`${status}\`: ${meaning}`);
  return {
    action: "receive",
    channel: { $ref: `#/channels/${name}` },
    title,
    description: [...(description === undefined ? [] : [description]), `Answers:\n\n${answers.join("\n")}`].join(
      "\n\n",
    ),
    bindings: { http: { method: "POST", bindingVersion: "0.3.0" } },
    messages: [{ $ref: `#/channels/${name}/messages/${name}` }],
  };
}

function message({ title, headers, examples = {} }: WebhookOptions, type: string): object {
  return {
    name: type,
    title,
    contentType: "application/json",
    ...(headers && { headers: headersSchema(headers) }),
    payload: schemaReference(type),
    ...(Object.keys(examples).length > 0 && {
      examples: Object.entries(examples).map(([name, { summary, value }]) => ({ name, summary, payload: value })),
    }),
  };
}

function headersSchema(headers: Readonly<Record<string, HeaderOptions>>): object {
  const all = Object.entries(headers);
  return {
    type: "object",
    required: all.filter(([, { required = false }]) => required).map(([name]) => name),
    properties: Object.fromEntries(all.map(([name, { schema, description }]) => [name, { ...schema, description }])),
  };
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
