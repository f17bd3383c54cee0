import { createWebhooks } from "../src/index.ts";
const w = createWebhooks({ secrets: "" });
w.handler({ onEvent(event, delivery) { console.log(event.kind, delivery); } });
w.handler({ onEvent: (event) => event.kind });
w.handler({ onEvent: { started() {}, submitted() {}, waiting_complete() {}, waiting_continued() {}, flow_finished() {}, flow_cancelled(event) { event.kind } } });
