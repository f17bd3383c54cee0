import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** One port that answers. */
export interface Listening {
  /** Where it can be reached from this machine. */
  readonly url: string;
  /** Takes no new connection and closes those that are idle; resolves when the last one is gone. */
  close(): Promise<void>;
}

/** A whole head, and a whole request, must have arrived after so many milliseconds. */
const headersTimeout = 10_000;
const requestTimeout = 30_000;
/** Longer than the minute after which proxies usually drop an idle connection, so that they drop it, and not we. */
const keepAliveTimeout = 75_000;
/**
 * A client that neither sends nor takes anything for so long is gone. Live streams have a heartbeat far below, and to
 * erase from a large file takes minutes.
 */
const inactivity = 300_000;
const maxConnections = 5_000;
/** Requests of one connection that may wait for their answers. Browsers and proxies send the next one after the answer. */
const mostAtOnce = 16;
/** What still runs after this many milliseconds of closing is cut off. */
const patience = 10_000;

/**
 * Listens on an address.
 *
 * @param port 0 for any that is free.
 * @throws Error where the address cannot be had; the message says what to do.
 */
export async function listen(listener: RequestListener, host: string, port: number): Promise<Listening> {
  let closing = false;
  const options = { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval: 1_000 };
  const unanswered = new WeakMap<Socket, number>();
  const server = createServer(options, (request, response) => {
    const { socket } = request;
    const atOnce = unanswered.get(socket) ?? 0;
    // Thousands fit into one packet, and all their answers would be made, and held, before the first one is read.
    if (atOnce === mostAtOnce) return void socket.destroy();
    unanswered.set(socket, atOnce + 1);
    response.once("close", () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    if (closing) response.shouldKeepAlive = false;
    listener(request, response);
  });
  server.maxConnections = maxConnections;
  server.timeout = inactivity;
  // Node would leave out what comes after the first thousand, such as what a proxy adds; their size is bounded anyway.
  server.maxHeadersCount = 0;
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const closeIdle = () => {
    server.closeIdleConnections();
    // Browsers keep connections in reserve, and Node counts one that never asked for anything as busy.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
  // The system keeps so many that are not accepted yet, and drops parts of further ones, whose senders then wait for
  // seconds.
  server.listen({ port, host, backlog: maxConnections });
  try {
    await once(server, "listening");
  } catch (error) {
    throw new Error(explained(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${reachable(host)}:${actual}`,
    async close() {
      closing = true;
      const closed = once(server, "close");
      server.close();
      const idle = setInterval(closeIdle, 50);
      const timer = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearInterval(idle);
      clearTimeout(timer);
    },
  };
}

function explained({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE") return `Port ${port} of ${host} is taken. Give another one, or stop what listens there.`;
  if (code === "EACCES") return `Port ${port} needs rights that this user does not have. Give one above 1023.`;
  if (code === "EADDRNOTAVAIL") return `${host} is no address of this machine.`;
  return `Cannot listen on ${host}, port ${port}: ${message}`;
}

function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
