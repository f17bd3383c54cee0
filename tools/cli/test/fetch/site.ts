import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from "node:net";
import { onTestFinished } from "vitest";

/** A real server on loopback, gone when the test is over. */
export interface Site {
  url(path?: string): string;
  /** Every request, in order. */
  readonly requests: readonly IncomingMessage[];
  readonly server: Server;
}

export async function site(listener: RequestListener): Promise<Site> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const port = await listen(server);
  return { url: (path = "/page") => `http://127.0.0.1:${port}${path}`, requests, server };
}

/** A site that answers each path with its own listener, and any other with 404. */
export async function sitemap(paths: Readonly<Record<string, RequestListener>>): Promise<Site> {
  return await site((request, response) => {
    const listener = paths[request.url ?? ""] ?? ((_, missing) => missing.writeHead(404).end("not here"));
    listener(request, response);
  });
}

/** A server that speaks bytes: called once a request has begun to come. */
export async function rawSite(speak: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => speak(socket));
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `http://127.0.0.1:${await listen(server)}/page`;
}

/** An address at which nobody listens. */
export async function nobody(): Promise<string> {
  const server = createTcpServer();
  const port = await listen(server);
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}/page`;
}

export async function listen(server: Server | TcpServer): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

export function answer(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
  };
}

export function redirect(location: string, status = 302): RequestListener {
  return (_, response) => void response.writeHead(status, { location }).end();
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => void response.writeHead(code, headers).end("no page");
}

/** Answers with each listener once, and with the last one from then on. */
export function inTurn(...listeners: readonly RequestListener[]): RequestListener {
  let turn = 0;
  return (request, response) => listeners[Math.min(turn++, listeners.length - 1)]?.(request, response);
}

export type { IncomingMessage, ServerResponse };
