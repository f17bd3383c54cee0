/**
 * How an event webhook arrives, for the specifications that are emitted: what is known of its signature and of the
 * answers, and no more. Descriptions are Markdown.
 */
export const eventWebhook = {
  document: "event",
  title: "An event of the end-user flow",
  description: [
    "Says that the end-user flow of a session has reached a certain point. An event is not a decision.",
    "Order is not promised. Up to ten attempts per session are normal, and so `started` and `submitted` repeat with another `attemptId`. A retry and a genuine repeat can be the same bytes.",
  ].join("\n\n"),
  headers: {
    "x-hmac-signature": {
      description:
        "HMAC-SHA256 over the raw body with the integration's shared secret: 64 hexadecimal digits in either letter case. `vrf-hmac-signature` can stand in its place.",
      schema: { type: "string" },
    },
    "vrf-hmac-signature": {
      description: "The same signature under its other name.",
      schema: { type: "string" },
    },
    "x-auth-client": {
      description: "The integration's API key. `vrf-auth-client` can stand in its place.",
      schema: { type: "string" },
    },
    "vrf-auth-client": {
      description: "The same key under its other name.",
      schema: { type: "string" },
    },
  },
  responses: {
    "200": "Received. Unknown values are answered like this, too.",
    default:
      "Not received: the event is sent again. Documented for the decisions of the same sender: about every hour, for up to seven days.",
  },
  examples: {
    waitingComplete: {
      summary: "The wait for the decision is over",
      value: {
        id: "f04bdb47-d3be-4b28-b028-a652feb060b5",
        attemptId: "e30122d1-740b-4764-853f-470374a7abf4",
        feature: "selfid",
        code: 7007,
        action: "waiting_complete",
        context: { reason: "final_decision_received" },
        vendorData: "QWE123",
        endUserId: "a1b2c35d-e8f7-6d5e-3cd2-a1b2c35db3d4",
      },
    },
  },
};
