import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Input, SearchField } from "react-aria-components";
import { useExact } from "../screens/sessions/use-exact.ts";

/** From any screen to the sessions that an id belongs to, or straight to the one that has it. */
export function Find() {
  const [text, setText] = useState("");
  const navigate = useNavigate();
  const goToExact = useExact();
  const submit = async (search: string) => {
    if (search.trim() === "") return;
    setText("");
    if (!(await goToExact(search))) await navigate({ to: "/sessions", search: { search } });
  };
  return (
    <SearchField
      aria-label="Find a session"
      className="find"
      value={text}
      onChange={setText}
      onSubmit={(given) => void submit(given)}
    >
      <Input placeholder="Find a session…" autoComplete="off" spellCheck="false" />
    </SearchField>
  );
}
