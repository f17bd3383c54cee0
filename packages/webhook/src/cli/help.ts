import { secretVariable } from "./secrets.ts";

/** What `--help` prints, by command. */
export const help = {
  "": `flow-webhook: try out event webhooks

Usage
  flow-webhook send <url> [options]         Post a signed event to a URL
  flow-webhook verify <file> [options]      Check a saved body against its signature
  flow-webhook listen [options]             Receive events and print them in words
  flow-webhook help <command>               Options and examples of a command; also <command> --help
  flow-webhook --version

The integration's shared secret is read from ${secretVariable}, or from --secret.
Exit code: 0 done, 1 refused or not verified, 2 wrong command line.`,

  send: `flow-webhook send <url>: post a signed event to a URL

Options
  --action <action>      Action of the event (default: started). Any text: tomorrow's events can be tried too
  --code <number>        Code of the event (default: the one that goes with the action)
  --reason <reason>      Reason in its context
  --state <state>        State in its context
  --session <id>         Session id
  --attempt <id>         Attempt id
  --vendor-data <text>   Vendor data
  --body <file>          Post this file as it is instead (- for standard input)
  --all                  Post one event for every value of the catalog
  --client-id <key>      API key for the client header
  --secret <secret>      Secret to sign with (default: ${secretVariable})

Examples
  flow-webhook send http://localhost:3000/webhooks/veriff
  flow-webhook send http://localhost:3000/webhooks/veriff --action flow_cancelled --state error_screen_shown
  flow-webhook send http://localhost:3000/webhooks/veriff --all`,

  verify: `flow-webhook verify <file>: check a saved body against its signature (- for standard input)

Options
  --signature <hex>      Value of the header x-hmac-signature or vrf-hmac-signature
  --secret <secret>      Secret to check with; may be given several times (default: ${secretVariable})

Example
  flow-webhook verify body.json --signature 0dcab73ddd20062616d104231c7439657546a5c24e4691977da93bb854c31e25`,

  listen: `flow-webhook listen: receive events and print them in words

Options
  --port <number>        Port on this machine (default: 8787)
  --json                 One line of JSON for each delivery
  --client-id <key>      Take only deliveries with this API key
  --secret <secret>      Secret to check with; may be given several times (default: ${secretVariable})

Examples
  flow-webhook listen
  flow-webhook listen --port 3000 --json | jq .event.action`,
};
