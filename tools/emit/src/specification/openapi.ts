import type { EmitInput, Emitter } from "../emitter.ts";
import { jsonText } from "../escape.ts";
import { headerText, pagesOf } from "../header.ts";
import { componentsOf, schemaReference } from "./components.ts";
import { externalDocs, info } from "./head.ts";
import { readSpecificationOptions, type SpecificationOptions, type WebhookOptions } from "./options.ts";
import { openApiValues } from "./values.ts";

/** `openapi.json`: OpenAPI 3.1 with the webhooks. Takes `SpecificationOptions`. */
export const openapi: Emitter = {
  id: "openapi",
  emit(input) {
    return [{ path: "openapi.json", text: jsonText(specification(input, readSpecificationOptions(input.options))) }];
  },
};

function specification(input: EmitInput, options: SpecificationOptions): object {
  const { documents = {}, webhooks = {} } = options;
  const { schemas, used } = componentsOf(input, documents, openApiValues);
  const bodies = Object.entries(webhooks).map(([name, webhook]) => {
    const type = documents[webhook.document]?.type ?? webhook.document;
    return [name, { post: operation(name, webhook, type) }];
  });
  return {
    "x-comment": headerText(input.catalog, pagesOf(input.catalog, used)),
    openapi: "3.1.0",
    info: info(input, options),
    ...externalDocs(input.catalog),
    // A webhook is sent to an address of the receiver, who alone knows it.
    ...(bodies.length > 0 && { security: [], webhooks: Object.fromEntries(bodies) }),
    components: { schemas },
  };
}

function operation(
  name: string,
  { title, description, headers = {}, responses, examples }: WebhookOptions,
  type: string,
): object {
  return {
    operationId: name,
    summary: title,
    ...(description !== undefined && { description }),
    parameters: Object.entries(headers).map(([header, { description, required = false, schema }]) => {
      return { name: header, in: "header", description, required, schema };
    }),
    requestBody: {
      required: true,
      content: { "application/json": { schema: schemaReference(type), ...(examples && { examples }) } },
    },
    responses: Object.fromEntries(Object.entries(responses).map(([status, description]) => [status, { description }])),
  };
}
