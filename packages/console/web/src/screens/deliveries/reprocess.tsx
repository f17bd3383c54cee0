import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { DeliveryDetail, Reprocessed } from "../../../../src/api/types/index.ts";
import { post } from "../../api/client.ts";
import { deliveryQuery, meQuery } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/states.tsx";

/** Reads a quarantined delivery again, which helps once the console can read what it could not before. */
export function Reprocess({ delivery }: { readonly delivery: DeliveryDetail }) {
  const client = useQueryClient();
  const me = useQuery(meQuery);
  const reprocess = useMutation({
    mutationFn: () => post<Reprocessed>(`/api/deliveries/${delivery.position}/reprocess`),
    onSuccess: () => client.invalidateQueries({ queryKey: deliveryQuery(delivery.position).queryKey }),
  });
  const accepted = delivery.reprocessedAs ?? reprocess.data?.position ?? null;
  if (accepted !== null)
    return (
      <p role="status">
        It was read again and accepted as{" "}
        <Link to="/deliveries/$position" params={{ position: String(accepted) }}>
          delivery {accepted}
        </Link>
        .
      </p>
    );
  if (!delivery.hasBody || me.data?.person?.role !== "operator") return null;
  return (
    <>
      {reprocess.error !== null && <Failure error={reprocess.error} />}
      {reprocess.data !== undefined && <p role="status">{reprocess.data.why}</p>}
      <Button onPress={() => reprocess.mutate()} isDisabled={reprocess.isPending}>
        {reprocess.isPending ? "Reading…" : "Read it again"}
      </Button>
    </>
  );
}
