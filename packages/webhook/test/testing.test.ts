import { eventActions, eventCodes, flowReasons, flowStates } from "@flow-catalog/events";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWebhooks, type FlowEvent } from "../src/index.node.ts";
import {
  eventFixtures,
  eventPayload,
  type FakeSenderOptions,
  fakeSender,
  sign,
  signedRequest,
} from "../src/testing/index.ts";
import { knownAnswer } from "./known-answer.ts";

const { secret } = knownAnswer;
const hour = 3_600_000;

test("sign makes the known answer", async () => {
  expect(await sign(knownAnswer.body, secret)).toBe(knownAnswer.signature);
  expect(await sign(new TextEncoder().encode(knownAnswer.body), secret)).toBe(knownAnswer.signature);
});

test("a signed request carries what it is given", async () => {
  const options = { secret, url: "https://a.test/b", clientId: "key", headers: "vrf" } as const;
  const request = await signedRequest(knownAnswer.body, options);
  expect([request.method, request.url]).toEqual(["POST", "https://a.test/b"]);
  expect(request.headers.get("vrf-hmac-signature")).toBe(knownAnswer.signature);
  expect(request.headers.get("vrf-auth-client")).toBe("key");
  expect(await request.text()).toBe(knownAnswer.body);
});

test("there is a fixture for every value of the catalog", () => {
  const of = (vocabulary: string) => eventFixtures.flatMap((f) => (f.vocabulary === vocabulary ? [f.value] : []));
  expect(of("action")).toEqual(eventActions);
  expect(of("code")).toEqual(eventCodes);
  expect(of("reason")).toEqual(flowReasons);
  expect(of("state")).toEqual(flowStates);
  expect(eventFixtures).toHaveLength(eventActions.length + eventCodes.length + flowReasons.length + flowStates.length);
});

/** A receiver that notes events, and a sender on one clock with it. */
function pair(options: Partial<FakeSenderOptions> = {}, answer: (time: number) => number = () => 200) {
  const events: FlowEvent[] = [];
  const times: number[] = [];
  const webhooks = createWebhooks({ secrets: secret, now: () => sender.now() });
  const handle = async (request: Request) => {
    const { event, delivery } = await webhooks.unwrap(request);
    times.push(delivery.receivedAt.getTime() - start.getTime());
    const status = answer(times.at(-1)!);
    if (status === 200) events.push(event);
    return new Response("", { status });
  };
  const start = new Date("2026-05-07T00:00:00Z");
  const sender = fakeSender({ to: handle, secret, start, ...options });
  return { sender, events, times };
}

describe("the fake sender", () => {
  test("posts when its clock gets there, and not before", async () => {
    const { sender, times } = pair();
    sender.send(eventPayload(), 5_000);
    sender.send(eventPayload());
    await sender.advance(4_999);
    expect(times).toEqual([0]);
    await sender.advance(1);
    expect(times).toEqual([0, 5_000]);
    expect(sender.now().toISOString()).toBe("2026-05-07T00:00:05.000Z");
  });

  test("tries again every hour until the answer is exactly 200", async () => {
    const { sender, times, events } = pair({}, (time) => (time < 2 * hour ? 500 : time < 3 * hour ? 202 : 200));
    sender.send(eventPayload());
    await sender.settle();
    expect(times).toEqual([0, hour, 2 * hour, 3 * hour]);
    expect(sender.posts.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 500],
      [3, 202],
      [4, 200],
    ]);
    expect(events).toHaveLength(1);
    expect(sender.lost).toEqual([]);
  });

  test("gives up after seven days", async () => {
    const { sender, times } = pair({}, () => 503);
    const payload = eventPayload();
    sender.send(payload);
    await sender.settle();
    expect(times.at(-1)).toBe(7 * 24 * hour);
    expect(times).toHaveLength(7 * 24 + 1);
    expect(sender.lost).toEqual([payload]);
  });

  test("counts no answer as a failure", async () => {
    const thrown = new Error("down");
    const sender = fakeSender({ to: () => Promise.reject(thrown), secret, giveUpAfter: hour });
    sender.send(eventPayload());
    await sender.settle();
    expect(sender.posts).toMatchObject([
      { status: null, error: thrown },
      { status: null, attempt: 2 },
    ]);
  });

  test("makes up sessions of several attempts", async () => {
    const { sender, events } = pair();
    const { sessionId, attemptIds } = sender.session({ attempts: 2, end: "flow_cancelled", state: "otp_screen_shown" });
    await sender.settle();
    const [first, second] = attemptIds;
    expect(events.map(({ kind, attemptId }) => [kind, attemptId])).toEqual([
      ["started", first],
      ["submitted", first],
      ["started", second],
      ["submitted", second],
      ["flow_cancelled", second],
    ]);
    expect(new Set(events.map((event) => event.sessionId))).toEqual(new Set([sessionId]));
    expect(events.at(-1)?.context).toEqual({ reason: null, state: "otp_screen_shown" });
  });

  test("delivers late, out of order and twice, and the same for the same seed", async () => {
    const run = async (seed: number) => {
      const { sender, events } = pair({ seed, duplicates: 0.3, maxDelay: hour });
      for (let session = 0; session < 20; session++) sender.session({ attempts: 2 });
      await sender.settle();
      return events.map(({ kind, attemptId }) => `${kind} ${attemptId}`);
    };
    const arrived = await run(7);
    expect(await run(7)).toEqual(arrived);
    expect(await run(8)).not.toEqual(arrived);
    expect(arrived.length).toBeGreaterThan(new Set(arrived).size);
    expect(new Set(arrived).size).toBe(100);
    const late = arrived.filter(
      (event) =>
        event.startsWith("started") && arrived.indexOf(event.replace("started", "submitted")) < arrived.indexOf(event),
    );
    expect(late.length).toBeGreaterThan(0);
  });

  test("loses and invents nothing, however it is answered", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          seed: fc.nat(),
          duplicates: fc.double({ min: 0, max: 1, noNaN: true }),
          maxDelay: fc.nat(3 * hour),
        }),
        fc.array(fc.constantFrom(200, 200, 200, 201, 401, 500, 503), { minLength: 1 }),
        async (options, answers) => {
          let posts = 0;
          const { sender, events } = pair(options, () => answers[posts++ % answers.length]!);
          const sessions = [sender.session(), sender.session({ attempts: 3 })];
          await sender.settle();
          const planned = sessions.flatMap((session) => session.events.map(({ payload }) => JSON.stringify(payload)));
          const ended = [...events.map((event) => event.payload), ...sender.lost].map((payload) =>
            JSON.stringify(payload),
          );
          expect(new Set(ended)).toEqual(new Set(planned));
          const times = sender.posts.map(({ at }) => at.getTime());
          expect(times).toEqual([...times].sort((a, b) => a - b));
        },
      ),
      { numRuns: 60 },
    );
  });
});
