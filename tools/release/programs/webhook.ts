// Receives a signed event that is newer than the catalog may be.
import { createWebhooks } from "@flow-catalog/webhook";
import { signedRequest } from "@flow-catalog/webhook/testing";
import { createVerifier } from "@flow-catalog/webhook/verify";

const secrets = "rehearsal";
const payload = JSON.stringify({
  id: "f04bdb47-d3be-4b28-b028-a652feb060b5",
  attemptId: "e30122d1-740b-4764-853f-470374a7abf4",
  feature: "selfid",
  code: 7007,
  action: "waiting_complete",
  context: { state: "rehearsal_screen_shown" },
});
const request = () => signedRequest(payload, { secret: secrets });
const result = await createWebhooks({ secrets }).receive(await request());
const forged = await createWebhooks({ secrets: "another" }).receive(await request());
const verified = await createVerifier({ secrets })(await request());
console.log(
  JSON.stringify({
    kind: result.ok ? result.event.kind : result.error.code,
    state: result.ok ? result.event.context.state : null,
    warnings: result.ok ? result.delivery.warnings.map(({ code, path }) => `${code} ${path}`) : [],
    forged: forged.ok ? "taken" : forged.error.code,
    verified: verified.ok,
  }),
);
