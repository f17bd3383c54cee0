import { useMutation, useQuery } from "@tanstack/react-query";
import type { DeliveryDetail } from "../../../../src/api/types/index.ts";
import { post } from "../../api/client.ts";
import { deliveryQuery } from "../../api/queries.ts";
import { prettyJson } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Failure, Loaded } from "../../ui/states.tsx";
import { Listing } from "../../ui/text.tsx";

/** The body of a delivery; for somebody who sees ids masked, after a press that goes on the record. */
export function Body({ position }: { readonly position: number }) {
  const query = useQuery(deliveryQuery(position));
  const reveal = useMutation({
    mutationFn: () => post<{ readonly body: string | null }>(`/api/deliveries/${position}/reveal`),
  });
  return (
    <Loaded query={query}>
      {({ body, hasBody, masked, verdict, why }) => {
        const text = body ?? reveal.data?.body ?? null;
        if (text !== null) return <Listing what="Body" text={prettyJson(text)} />;
        if (hasBody && masked)
          return (
            <>
              {reveal.error !== null && <Failure error={reveal.error} />}
              <Button onPress={() => reveal.mutate()} isDisabled={reveal.isPending}>
                Reveal the body (on the record)
              </Button>
            </>
          );
        return <p className="note">{whyNoBody(verdict, why?.code)}</p>;
      }}
    </Loaded>
  );
}

function whyNoBody(verdict: DeliveryDetail["verdict"], why: string | undefined): string {
  if (verdict === "rejected") return "The body of a refused delivery is never kept.";
  if (why === "too_deep") return "The body is not kept, because nobody looked whether it holds personal data.";
  return "The body is not kept, because it may hold personal data: only its digest and the names of its members.";
}
