import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { ReprocessedPage } from "../../../../src/api/types/index.ts";
import { post } from "../../api/client.ts";
import { meQuery } from "../../api/queries.ts";
import { formatCount } from "../../lib/format.ts";
import { stringifySearch } from "../../lib/url.ts";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/states.tsx";

type Sum = Pick<ReprocessedPage, "read" | "unreadable">;

/** Reads everything in quarantine again, a page at a time for as long as the screen is open. */
export function ReprocessAll({ why }: { readonly why: string | undefined }) {
  const client = useQueryClient();
  const me = useQuery(meQuery);
  const [sum, setSum] = useState<Sum | null>(null);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const reprocess = useMutation({
    mutationFn: async () => {
      let sum: Sum = { read: 0, unreadable: 0 };
      let cursor: string | null = null;
      do {
        const page: ReprocessedPage = await post(`/api/deliveries/reprocess${stringifySearch({ why, cursor })}`);
        sum = { read: sum.read + page.read, unreadable: sum.unreadable + page.unreadable };
        cursor = page.next;
        setSum(sum);
      } while (cursor !== null && isOpen.current);
    },
    onMutate: () => setSum(null),
    onSettled: () => client.invalidateQueries({ queryKey: ["deliveries"] }),
  });
  if (me.data?.person?.role !== "operator") return null;
  return (
    <>
      <Button onPress={() => reprocess.mutate()} isDisabled={reprocess.isPending}>
        {reprocess.isPending ? "Reading…" : "Read all again"}
      </Button>
      {sum !== null && <span role="status">{wordsOf(sum)}</span>}
      {reprocess.error !== null && <Failure error={reprocess.error} />}
    </>
  );
}

function wordsOf({ read, unreadable }: Sum): string {
  if (read === 0 && unreadable === 0) return "There is none left whose body is kept.";
  return `${formatCount(read)} read, ${formatCount(unreadable)} still unreadable`;
}
