/** The command that posts a signed event to this console. */
export function SendByHand({ what }: { readonly what: "--action started" | "--all" }) {
  const address = `${window.location.origin}/webhooks/veriff`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
    <pre tabIndex={0}>
      FLOW_WEBHOOK_SECRET=&lt;the shared secret&gt; npx -p @flow-catalog/webhook flow-webhook send {address} {what}
    </pre>
  );
}
