// What is compared, found from here because the peers are installed in this folder alone.
export { Webhooks as OctokitWebhooks } from "@octokit/webhooks";
export { Webhook as StandardWebhook } from "standardwebhooks";
export { default as Stripe } from "stripe";
export { Webhook as SvixWebhook } from "svix";
