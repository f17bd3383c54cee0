import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import { fetchPage } from "../../src/fetch/fetch-page.ts";
import { selfSigned } from "./certificate.ts";
import { page, refusal } from "./fetching.ts";
import { answer, listen, rawSite, redirect, site } from "./site.ts";

const certificate = selfSigned();

test("a page is fetched over https", async () => {
  trust();
  const url = await secureSite(answer(page));
  expect(await fetchPage(url)).toMatchObject({ kind: "page", text: page, finalUrl: url });
});

test("a certificate that nobody trusts is refused at once", async () => {
  const url = await secureSite(answer(page));
  const error = await refusal(url);
  expect(error).toMatchObject({ code: "certificate", family: "unreachable", tries: 1 });
  expect(error.message).toContain("the server's certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)");
  expect(error.hint).toContain("NODE_EXTRA_CA_CERTS");
});

test("a certificate for another host is refused", async () => {
  trust();
  const url = await secureSite(answer(page));
  expect(await refusal(url.replace("127.0.0.1", "localhost"))).toMatchObject({ code: "certificate", tries: 1 });
});

test("http may lead to https, and https never to http", async () => {
  trust();
  const secure = await secureSite(answer(page));
  const plain = await site(redirect(secure));
  expect(await fetchPage(plain.url())).toMatchObject({ finalUrl: secure });

  const back = await secureSite(redirect(plain.url()));
  const error = await refusal(back);
  expect(error).toMatchObject({ code: "redirect-refused", family: "refused", tries: 1 });
  expect(error.message).toContain(`it redirects from https to ${plain.url()}`);
});

test("https to a server that only speaks http is said", async () => {
  const { url } = await site(answer(page));
  const error = await refusal(url().replace("http:", "https:"));
  expect(error).toMatchObject({ code: "not-http", family: "unreachable", tries: 1 });
});

test("a TLS handshake that never ends is bounded", async () => {
  const url = await rawSite(() => {});
  const error = await refusal(url.replace("http:", "https:"), { limits: { answerMs: 50, retries: 0 } });
  expect(error).toMatchObject({ code: "no-answer", family: "unreachable" });
});

async function secureSite(listener: RequestListener): Promise<string> {
  const server = createServer(certificate, listener);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `https://127.0.0.1:${await listen(server)}/page`;
}

/** Until the end of this test. */
function trust(): void {
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, certificate.cert]);
  onTestFinished(() => setDefaultCACertificates(before));
}
