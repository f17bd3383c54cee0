import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Input, SearchField } from "react-aria-components";

/** From any screen to the sessions that an id belongs to. */
export function Find() {
  const [text, setText] = useState("");
  const navigate = useNavigate();
  const submit = (search: string) => {
    if (search.trim() === "") return;
    void navigate({ to: "/sessions", search: { search: search.trim() } });
    setText("");
  };
  return (
    <SearchField aria-label="Find a session" className="find" value={text} onChange={setText} onSubmit={submit}>
      <Input placeholder="Find a session…" autoComplete="off" spellCheck="false" />
    </SearchField>
  );
}
