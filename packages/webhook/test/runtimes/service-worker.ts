import { outcome } from "./program.ts";

// A service worker: answers the page's request for /outcome without the network.
addEventListener("fetch", (event) => {
  const { request, respondWith } = event as Event & {
    request: Request;
    respondWith(response: Promise<Response>): void;
  };
  if (new URL(request.url).pathname === "/outcome") {
    respondWith.call(
      event,
      outcome().then((result) => Response.json(result)),
    );
  }
});
