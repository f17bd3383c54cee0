import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/states.tsx";

/** A button that asks before it erases. */
export function EraseDialog({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (close: () => void) => ReactNode;
}) {
  return (
    <DialogTrigger>
      <Button kind="plain">{label}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog role="alertdialog" className="dialog">
            {({ close }) => children(close)}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

/** Erases for good, after the person has said so in a word. */
export function Confirmation({
  title,
  erase: run,
  isReady = true,
  close,
  children,
}: {
  readonly title: string;
  readonly erase: () => Promise<unknown>;
  /** Whether it is known yet what there is to confirm. */
  readonly isReady?: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
}) {
  const [word, setWord] = useState("");
  const navigate = useNavigate();
  const client = useQueryClient();
  const erase = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      close();
      await navigate({ to: "/sessions", replace: true });
      client.removeQueries({ queryKey: ["session"] });
      await client.invalidateQueries();
    },
  });
  const mayErase = isReady && word === "erase" && !erase.isPending;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (mayErase) erase.mutate();
      }}
    >
      <Heading slot="title">{title}</Heading>
      {children}
      <label>
        <span>
          Type <strong>erase</strong> to confirm
        </span>
        <input value={word} onChange={(event) => setWord(event.target.value)} autoComplete="off" spellCheck="false" />
      </label>
      {erase.error !== null && <Failure error={erase.error} />}
      <p className="dialog-actions">
        <Button onPress={close}>Cancel</Button>
        <Button kind="danger" type="submit" isDisabled={!mayErase}>
          {erase.isPending ? "Erasing…" : "Erase for good"}
        </Button>
      </p>
    </form>
  );
}
