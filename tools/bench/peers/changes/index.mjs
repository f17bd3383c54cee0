// What is compared, found from here because the peers are installed in this folder alone.
export { diff } from "@graphql-inspector/core";
export { buildSchema } from "graphql";
