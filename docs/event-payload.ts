/** A UUID. Stated as a pattern: `format` is an annotation that strict validators refuse to pass over. */
const uuid = "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

/**
 * The body of an event webhook, for the schemas that are emitted. It is in the words of the strict form; the tolerant
 * form, which is the one for receiving events, follows from it: values and properties that are not known yet pass.
 * `{ "$vocabulary": ... }` stands for the values of a vocabulary.
 */
export const eventPayload = {
  type: "FlowEvent",
  title: "End-user flow event",
  description:
    "The body of an event webhook. There is no event id, no timestamp and no sequence number, and the order of arrival is not promised.",
  schema: {
    type: "object",
    required: ["id", "feature", "code", "action"],
    properties: {
      id: {
        type: "string",
        pattern: uuid,
        description: "The session. Several attempts, and so several events of one kind, are normal.",
      },
      attemptId: {
        type: "string",
        pattern: uuid,
        description: "The attempt within the session. Older events lack it.",
      },
      feature: { type: "string", description: "What the session is for: `selfid`." },
      code: { $vocabulary: "event", attribute: "code" },
      action: { $vocabulary: "event" },
      context: {
        type: ["object", "null"],
        description: "What is known of how the flow stopped. Only some events carry it.",
        properties: {
          reason: { $vocabulary: "reason", nullable: true },
          state: { $vocabulary: "state", nullable: true },
        },
      },
      vendorData: {
        type: ["string", "null"],
        maxLength: 1000,
        description: "What the integration gave to recognise the session by.",
      },
      endUserId: {
        type: ["string", "null"],
        pattern: uuid,
        description: "The end-user, where the integration named one.",
      },
    },
  },
};
