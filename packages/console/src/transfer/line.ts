import { createHash } from "node:crypto";
import type { AcceptedDelivery, EventFacts, KeptAccepted, KeptHeaders, KeptWarning } from "../flow/delivery.ts";

/**
 * One accepted delivery as a line of JSON. The body stands in `body` where its bytes are UTF-8, and in `bodyBase64`
 * otherwise; its digest goes along, so that a line that was damaged on the way is found. Which secret made the signature
 * does not: what stands for it means something under the key of its store only.
 */
export function lineOf(delivery: KeptAccepted): string {
  const { position, receivedAt, event, headers, digest, body, warnings, catalogVersion } = delivery;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const text = bytes.toString("utf8");
  const isText = Buffer.from(text, "utf8").equals(bytes);
  return JSON.stringify({
    position,
    receivedAt: new Date(receivedAt).toISOString(),
    event,
    headers,
    digest,
    ...(isText ? { body: text } : { bodyBase64: bytes.toString("base64") }),
    warnings,
    catalogVersion,
  });
}

/** What is wrong with a line, one sentence for each thing. Values are not quoted: they may be personal data. */
export class LineProblems extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join(" "));
    this.problems = problems;
  }
}

/**
 * Reads a line that `lineOf` wrote. The position is left out: the store that takes the delivery gives its own.
 *
 * @throws {@link LineProblems}
 */
export function deliveryOf(line: string): AcceptedDelivery {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new LineProblems(["It is not JSON."]);
  }
  if (!isObject(json)) throw new LineProblems(["It is not a JSON object."]);
  const problems: string[] = [];
  const take = <T>(path: string, value: unknown, is: (value: unknown) => value is T, expected: string): T => {
    if (!is(value)) problems.push(`${path} has to be ${expected}.`);
    return value as T;
  };
  const receivedAt = take("receivedAt", json.receivedAt, isMoment, "a time such as 2026-01-31T12:00:00.000Z");
  const event = take("event", json.event, isObject, "an object");
  const facts = isObject(event) ? factsOf(event, take) : null;
  const headers = take("headers", json.headers, isHeaders, "an object of texts");
  const digest = take("digest", json.digest, isDigest, "64 hexadecimal digits in lower case");
  const warnings = take("warnings", json.warnings, isWarnings, "a list of objects with code and path");
  const catalogVersion = take("catalogVersion", json.catalogVersion, isText, "a text");
  const body = bodyOf(json);
  if (body === null) problems.push("body has to be a text, or bodyBase64 a text in base64.");
  else if (isDigest(digest) && createHash("sha256").update(body).digest("hex") !== digest) {
    problems.push("digest is not that of the body: the line was changed.");
  }
  if (problems.length > 0 || body === null || facts === null) throw new LineProblems(problems);
  return {
    verdict: "accepted",
    receivedAt: Date.parse(receivedAt),
    event: facts,
    headers,
    secretId: null,
    digest,
    size: body.length,
    body,
    warnings,
    catalogVersion,
  };
}

type Take = <T>(path: string, value: unknown, is: (value: unknown) => value is T, expected: string) => T;

function factsOf(event: Record<string, unknown>, take: Take): EventFacts {
  const text = (name: string) => take(`event.${name}`, event[name], isText, "a text");
  const maybe = (name: string) => take(`event.${name}`, event[name] ?? null, isTextOrNull, "a text or null");
  return {
    sessionId: text("sessionId"),
    attemptId: maybe("attemptId"),
    action: text("action"),
    code: take("event.code", event.code, isNumber, "a number"),
    feature: maybe("feature"),
    reason: maybe("reason"),
    state: maybe("state"),
    vendorData: maybe("vendorData"),
    endUserId: maybe("endUserId"),
  };
}

function bodyOf({ body, bodyBase64 }: Record<string, unknown>): Uint8Array | null {
  if (isText(body)) return new Uint8Array(Buffer.from(body, "utf8"));
  if (!isText(bodyBase64)) return null;
  const bytes = Buffer.from(bodyBase64, "base64");
  return bytes.toString("base64") === bodyBase64 ? new Uint8Array(bytes) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || isText(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

/** Exactly as `toISOString` writes it, so that no time zone is guessed. From 1970 on. */
function isMoment(value: unknown): value is string {
  if (!isText(value)) return false;
  const moment = Date.parse(value);
  return moment >= 0 && new Date(moment).toISOString() === value;
}

function isDigest(value: unknown): value is string {
  return isText(value) && /^[0-9a-f]{64}$/.test(value);
}

function isHeaders(value: unknown): value is KeptHeaders {
  return isObject(value) && Object.values(value).every(isText);
}

function isWarnings(value: unknown): value is readonly KeptWarning[] {
  return Array.isArray(value) && value.every((one) => isObject(one) && isText(one.code) && isText(one.path));
}
