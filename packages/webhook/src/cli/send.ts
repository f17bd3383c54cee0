import { parseArgs } from "node:util";
import { defined } from "../testing/defined.ts";
import { eventFixtures } from "../testing/fixtures.ts";
import { type EventPayload, eventPayload } from "../testing/payload.ts";
import { type SignedRequestOptions, signedRequest } from "../testing/request.ts";
import { numberOf } from "./number.ts";
import { secretsOf } from "./secrets.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

const options = {
  action: { type: "string" },
  code: { type: "string" },
  reason: { type: "string" },
  state: { type: "string" },
  session: { type: "string" },
  attempt: { type: "string" },
  "vendor-data": { type: "string" },
  body: { type: "string" },
  all: { type: "boolean" },
  "client-id": { type: "string" },
  secret: { type: "string" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
type Sendable = EventPayload | Uint8Array;

/** Posts one event, or one for every value. Exit code 0 where every answer is 200. */
export async function send(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const url = urlOf(positionals);
  const [secret] = secretsOf(values.secret === undefined ? undefined : [values.secret], terminal);
  const request = { url, secret: secret!, ...defined({ clientId: values["client-id"] }) };
  let refused = 0;
  for (const [name, payload] of await payloadsOf(values, terminal)) {
    const { ok, answer } = await post(payload, request, terminal.stop);
    terminal.out(`${answer}  ${name}`);
    if (!ok) refused++;
  }
  return refused === 0 ? 0 : 1;
}

function urlOf([url, ...others]: readonly string[]): string {
  if (url === undefined || others.length > 0 || !/^https?:/.test(url) || !URL.canParse(url)) {
    throw new UsageError("Give one URL to post to, such as http://localhost:3000/webhooks/veriff.");
  }
  return url;
}

async function payloadsOf(values: Values, terminal: Terminal): Promise<(readonly [name: string, payload: Sendable])[]> {
  if (values.body !== undefined) return [[values.body, new Uint8Array(await terminal.read(values.body))]];
  if (values.all) return eventFixtures.map(({ vocabulary, value, payload }) => [`${vocabulary} ${value}`, payload]);
  const { action, reason, state, session: id, attempt: attemptId, "vendor-data": vendorData } = values;
  const code = values.code === undefined ? undefined : numberOf(values.code, "--code", 0, 999_999_999);
  const context = reason === undefined && state === undefined ? undefined : defined({ reason, state });
  const payload = eventPayload(defined({ action, code, context, id, attemptId, vendorData }));
  return [[`${payload.code} ${payload.action}`, payload]];
}

async function post(
  payload: Sendable,
  options: SignedRequestOptions,
  signal: AbortSignal,
): Promise<{ readonly ok: boolean; readonly answer: string }> {
  try {
    const response = await fetch(await signedRequest(payload, options), { signal });
    const text = (await response.text()).trim().slice(0, 200);
    if (response.status === 200) return { ok: true, answer: "200" };
    return { ok: false, answer: `${response.status} ${text}`.trim() };
  } catch (error) {
    const { cause, message } = error as Error;
    return { ok: false, answer: `no answer (${cause instanceof Error ? cause.message : message})` };
  }
}
