import { createWebhooks } from "@flow-catalog/webhook";
import { createWebhooksSync } from "@flow-catalog/webhook/node";
import type { Contender } from "./contender.ts";
import { secret, usualHeaders } from "./event.ts";
import { hexadecimal } from "./floor.ts";

const webhooks = createWebhooks({ secrets: secret });
const webhooksSync = createWebhooksSync({ secrets: secret });
const shared = { side: "kit", forms: ["bytes", "text"], sign: hexadecimal } as const;

/** This project's kit, in both of its forms. */
export const kit: readonly Contender[] = [
  {
    ...shared,
    name: "**@flow-catalog/webhook** `createWebhooksSync().receive`",
    waits: false,
    delivery(body, signature) {
      const headers = { ...usualHeaders, "x-hmac-signature": signature };
      return () => webhooksSync.receive({ body, headers });
    },
  },
  {
    ...shared,
    name: "**@flow-catalog/webhook** `createWebhooks().receive`",
    waits: true,
    delivery(body, signature) {
      const headers = { ...usualHeaders, "x-hmac-signature": signature };
      return () => webhooks.receive({ body, headers });
    },
  },
];
