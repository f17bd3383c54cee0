export { type FakeSender, type FakeSenderOptions, fakeSender, type Post } from "./fake-sender.ts";
export { type EventFixture, eventFixtures } from "./fixtures.ts";
export { type EventPayload, eventPayload } from "./payload.ts";
export { type SignedRequestOptions, signedRequest } from "./request.ts";
export type { Session, SessionOptions } from "./session.ts";
export { sign } from "./sign.ts";
