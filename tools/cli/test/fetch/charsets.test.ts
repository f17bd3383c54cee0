import { expect, test } from "vitest";
import { fetchPage } from "../../src/fetch/fetch-page.ts";
import { refusal } from "./fetching.ts";
import { answer, site } from "./site.ts";

const words = "Sündmused – «старт»";
const utf8 = Buffer.from(html(words));
const utf16 = Buffer.from(`\uFEFF${html(words)}`, "utf16le");
const latin1 = Buffer.from(html("Sündmused"), "latin1");
const cyrillic = Buffer.from([0xd1, 0xf2, 0xe0, 0xf0, 0xf2]);

test.for([
  ["UTF-8, said in the header", utf8, "text/html; charset=UTF-8", words],
  ["UTF-8, said in quotes", utf8, 'text/html; charset="utf-8"', words],
  ["UTF-8, said nowhere", utf8, "text/html", words],
  ["UTF-8, by its mark", Buffer.concat([Buffer.from("\uFEFF"), utf8]), "text/html; charset=windows-1252", words],
  ["UTF-16, by its mark", utf16, "text/html", words],
  ["UTF-16, big end first", Buffer.from(utf16).swap16(), "text/html", words],
  ["latin 1, said in the header", latin1, "text/html; charset=ISO-8859-1", "Sündmused"],
  ["latin 1, said in the page", meta('<meta charset="iso-8859-1">'), "text/html", "Sündmused"],
  [
    "latin 1, said in the page's way of old",
    meta('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'),
    "text/html",
    "Sündmused",
  ],
  ["windows-1251", Buffer.concat([Buffer.from("<h1>"), cyrillic]), "text/html; charset=windows-1251", "Старт"],
  ["ASCII under another name", Buffer.from(html("Events")), "text/html; charset=iso-8859-1", "Events"],
] as const)("%s", async ([, bytes, type, expected]) => {
  const { url } = await site(answer(bytes, { "content-type": type }));
  const fetched = await fetchPage(url());
  expect(fetched).toMatchObject({ kind: "page", layout: "html" });
  expect(fetched.kind === "page" && fetched.text).toContain(expected);
  expect(fetched.kind === "page" && fetched.text).not.toContain("\uFEFF");
});

test.for([
  ["latin 1 called UTF-8", latin1, "text/html; charset=utf-8", "broken-text", "no text in utf-8"],
  ["latin 1 called nothing", latin1, "text/html", "broken-text", "no text in utf-8"],
  ["UTF-8 called latin 1", utf8, "text/html; charset=iso-8859-1", "charset", "iso-8859-1, but it is UTF-8"],
  ["a charset that does not exist", utf8, "text/html; charset=utf-9", "charset", '"utf-9" is not known'],
  ["UTF-8 cut within a character", utf8.subarray(0, 6), "text/html", "broken-text", "no text in utf-8"],
  ["half a surrogate", Buffer.from("<h1>\xed\xa0\x80", "latin1"), "text/html", "broken-text", "no text"],
  ["NUL characters", Buffer.from("# Events\0"), "text/plain", "broken-text", "NUL"],
  ["a picture called text", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "text/plain", "broken-text", "no text"],
] as const)("%s is refused: %s", async ([, bytes, type, code, says]) => {
  const { url } = await site(answer(bytes, { "content-type": type }));
  const error = await refusal(url());
  expect(error).toMatchObject({ code, family: "refused", tries: 1 });
  expect(error.message).toContain(says);
});

function html(text: string): string {
  return `<h1>${text}</h1>`;
}

function meta(tag: string): Buffer {
  return Buffer.concat([Buffer.from(`<html><head>${tag}</head>`), latin1]);
}
