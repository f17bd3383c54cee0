/** Why a delivery was quarantined or refused, in a word and in a sentence. */
export interface WhyNot {
  readonly code: string;
  readonly sentence: string;
}

/** All that there can be of them. */
export const whys: Readonly<Record<"quarantined" | "rejected", readonly WhyNot[]>> = {
  quarantined: [
    { code: "not_json", sentence: "It is signed, but its body is not JSON." },
    {
      code: "not_an_event",
      sentence: "It is signed JSON, but not an event: it has not all of id, action and code.",
    },
    { code: "too_deep", sentence: "It is signed, but nested deeper than any event, so it was not read." },
  ],
  rejected: [
    { code: "signature_missing", sentence: "It carried no signature." },
    { code: "signature_malformed", sentence: "Its signature is not 64 hexadecimal digits." },
    { code: "signature_conflict", sentence: "Its signature headers contradict each other." },
    { code: "signature_mismatch", sentence: "None of the configured secrets makes its signature." },
    { code: "client_mismatch", sentence: "It is signed, but for another integration." },
    { code: "body_not_raw", sentence: "Its body was changed before the signature could be checked." },
    { code: "body_too_large", sentence: "Its body is larger than what is taken." },
    { code: "unsupported_encoding", sentence: "Its body was compressed, which is not taken." },
    { code: "request_unreadable", sentence: "The request broke while it was read." },
    { code: "too_slow", sentence: "Its body took too long to come." },
    { code: "overloaded", sentence: "Too many deliveries were waiting." },
    { code: "store_failed", sentence: "The store did not take it." },
    { code: "handler_failed", sentence: "It could not be kept." },
  ],
};

const sentences: ReadonlyMap<string, WhyNot> = new Map(
  Object.values(whys).flatMap((all) => all.map((one) => [one.code, one])),
);

export function whyNot(code: string): WhyNot {
  return sentences.get(code) ?? { code, sentence: "It was refused." };
}
