/** The event that everybody receives, of some 300 bytes. */
export const body: string = JSON.stringify({
  id: "5b0f2c1e-7c44-4b0e-9a53-0d6f1f5a7e21",
  attemptId: "c9a4de07-2f5b-4f0a-8f0c-6a1b3e9d5f42",
  feature: "selfid",
  code: 7007,
  action: "waiting_complete",
  context: { reason: "final_decision_received" },
  vendorData: "customer-0123456789",
  endUserId: "0e8d7c6b-5a49-4382-9170-6f5e4d3c2b1a",
});

export const secret = "3f1c9a52-8e0d-4b67-a4f3-d2c5b6e7f809";

/** What a sender and the servers in between add to every request. Who takes headers, takes these too. */
export const usualHeaders: Readonly<Record<string, string>> = {
  host: "hooks.example.com",
  "user-agent": "sender/1.0",
  "content-type": "application/json",
  "content-length": String(Buffer.byteLength(body)),
  accept: "*/*",
  "accept-encoding": "gzip, deflate, br",
  "x-forwarded-for": "192.0.2.7",
  "x-forwarded-proto": "https",
  "x-auth-client": "a2f4c6e8-0b1d-4c3e-8f5a-7b9d1e3f5a7c",
};
