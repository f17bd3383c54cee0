import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { meQuery } from "../api/queries.ts";
import { keepFresh } from "./keep-fresh.ts";
import { createStream, type Stream } from "./stream.ts";

const StreamContext = createContext<Stream | null>(null);

/** Makes what is inside live, with one stream for all of it. */
export function Live({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [stream] = useState(() => createStream(() => void client.invalidateQueries(meQuery)));
  useEffect(() => {
    const leave = keepFresh(client, stream);
    stream.open();
    return () => {
      stream.close();
      leave();
    };
  }, [client, stream]);
  return <StreamContext value={stream}>{children}</StreamContext>;
}

export function useStream(): Stream {
  const stream = use(StreamContext);
  if (stream === null) throw new Error("There is no stream outside of Live");
  return stream;
}
