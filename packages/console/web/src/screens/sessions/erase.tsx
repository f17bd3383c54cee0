import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { SessionItem } from "../../../../src/api/types/index.ts";
import { post } from "../../api/client.ts";
import { formatMany } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/states.tsx";

/** Erases a session for good, after the person has said so in a word. */
export function Erase({ session }: { readonly session: SessionItem }) {
  return (
    <DialogTrigger>
      <Button kind="plain">Erase…</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog role="alertdialog" className="dialog">
            {({ close }) => <Confirmation session={session} close={close} />}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

function Confirmation({ session, close }: { readonly session: SessionItem; readonly close: () => void }) {
  const [word, setWord] = useState("");
  const navigate = useNavigate();
  const client = useQueryClient();
  const erase = useMutation({
    mutationFn: () => post(`/api/sessions/${encodeURIComponent(session.ref)}/erase`),
    onSuccess: async () => {
      close();
      await navigate({ to: "/sessions", replace: true });
      client.removeQueries({ queryKey: ["session", session.ref] });
      await client.invalidateQueries();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (word === "erase") erase.mutate();
      }}
    >
      <Heading slot="title">Erase this session?</Heading>
      <p>
        Its {formatMany(session.deliveries, "delivery", "deliveries")} and {formatMany(session.attempts, "attempt")} are
        deleted, and the numbers of the overview change with them. This cannot be undone; that it was done, and by whom,
        goes on the record.
      </p>
      <label>
        <span>
          Type <strong>erase</strong> to confirm
        </span>
        <input value={word} onChange={(event) => setWord(event.target.value)} autoComplete="off" spellCheck="false" />
      </label>
      {erase.error !== null && <Failure error={erase.error} />}
      <p className="dialog-actions">
        <Button onPress={close}>Cancel</Button>
        <Button kind="danger" type="submit" isDisabled={word !== "erase" || erase.isPending}>
          {erase.isPending ? "Erasing…" : "Erase for good"}
        </Button>
      </p>
    </form>
  );
}
