import { loadPeers, peerVersions } from "../peers/peers.ts";
import type { Body, Contender } from "./contender.ts";
import { secret, usualHeaders } from "./event.ts";
import { hexadecimal } from "./floor.ts";

/** What is called of each peer. */
interface Peers {
  readonly OctokitWebhooks: new (options: {
    readonly secret: string;
  }) => {
    verifyAndReceive(delivery: Readonly<Record<"id" | "name" | "payload" | "signature", unknown>>): Promise<void>;
  };
  readonly Stripe: {
    readonly webhooks: {
      constructEvent(payload: Body, header: string, secret: string): unknown;
      constructEventAsync(payload: Body, header: string, secret: string): Promise<unknown>;
      generateTestHeaderString(options: { readonly payload: string; readonly secret: string }): string;
    };
  };
  readonly SvixWebhook: StandardWebhook;
  readonly StandardWebhook: StandardWebhook;
}

type StandardWebhook = new (
  secret: string,
) => {
  sign(id: string, time: Date, payload: string): string;
  verify(payload: Body, headers: Readonly<Record<string, string>>): unknown;
};

/** The kits that are compared, each with its own scheme, in every form of a body that it takes. */
export async function peers(): Promise<readonly Contender[]> {
  const { OctokitWebhooks, Stripe, SvixWebhook, StandardWebhook } = (await loadPeers("webhook")) as Peers;
  const versions = peerVersions("webhook");
  return [
    octokit(`@octokit/webhooks ${versions["@octokit/webhooks"]}`, OctokitWebhooks),
    ...stripe(`stripe ${versions.stripe}`, Stripe),
    standard(`svix ${versions.svix}`, SvixWebhook, "svix"),
    standard(`standardwebhooks ${versions.standardwebhooks}`, StandardWebhook, "webhook"),
  ];
}

function octokit(name: string, Webhooks: Peers["OctokitWebhooks"]): Contender {
  const webhooks = new Webhooks({ secret });
  return {
    name: `${name} \`verifyAndReceive\``,
    side: "peer",
    waits: true,
    forms: ["text"],
    sign: (body) => `sha256=${hexadecimal(body)}`,
    delivery: (payload, signature) => () => webhooks.verifyAndReceive({ id: "1", name: "ping", payload, signature }),
  };
}

/** Takes bytes and text. Its two forms differ in nothing else that is seen from here. */
function stripe(name: string, { webhooks }: Peers["Stripe"]): readonly Contender[] {
  const shared = {
    side: "peer",
    forms: ["bytes", "text"],
    sign: (payload: string) => webhooks.generateTestHeaderString({ payload, secret }),
  } as const;
  return [
    {
      ...shared,
      name: `${name} \`constructEvent\``,
      waits: false,
      delivery: (body, signature) => () => webhooks.constructEvent(body, signature, secret),
    },
    {
      ...shared,
      name: `${name} \`constructEventAsync\``,
      waits: true,
      delivery: (body, signature) => () => webhooks.constructEventAsync(body, signature, secret),
    },
  ];
}

function standard(name: string, Webhook: StandardWebhook, prefix: string): Contender {
  const webhook = new Webhook(Buffer.from(secret).toString("base64"));
  const id = "msg_2b7f5c1e7c444b0e9a53";
  const time = new Date();
  return {
    name: `${name} \`verify\``,
    side: "peer",
    waits: false,
    forms: ["bytes", "text"],
    sign: (body) => webhook.sign(id, time, body),
    delivery(body, signature) {
      const headers = {
        ...usualHeaders,
        [`${prefix}-id`]: id,
        [`${prefix}-timestamp`]: String(Math.floor(time.getTime() / 1_000)),
        [`${prefix}-signature`]: signature,
      };
      return () => webhook.verify(body, headers);
    },
  };
}
