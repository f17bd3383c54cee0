import { useMutation } from "@tanstack/react-query";
import type { Revealed } from "../../../../src/api/types/index.ts";
import { post } from "../../api/client.ts";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/states.tsx";

/** Shows the ids of a session to somebody who sees them masked. It goes on the record, and says so. */
export function Reveal({
  sessionRef,
  onRevealed,
}: {
  readonly sessionRef: string;
  readonly onRevealed: (revealed: Revealed) => void;
}) {
  const reveal = useMutation({
    mutationFn: () => post<Revealed>(`/api/sessions/${encodeURIComponent(sessionRef)}/reveal`),
    onSuccess: onRevealed,
  });
  return (
    <>
      {reveal.error !== null && <Failure error={reveal.error} />}
      <Button onPress={() => reveal.mutate()} isDisabled={reveal.isPending}>
        Reveal ids (on the record)
      </Button>
    </>
  );
}
