import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { clickAll, type Viewer } from "./viewer.ts";

const require = createRequire(import.meta.url);
const inPackage = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path);
const specification = (name: string) => fileURLToPath(import.meta.resolve(`@flow-catalog/schema/${name}.json`));

const redoc: Viewer = {
  name: "Redoc",
  html: `<div id="redoc"></div>
<script src="/redoc.js"></script>
<script>Redoc.init("/openapi.json", {}, document.getElementById("redoc"))</script>`,
  files: {
    "/redoc.js": inPackage("redoc", "bundles/redoc.standalone.js"),
    "/openapi.json": specification("openapi"),
  },
  expand: (page) => clickAll(page, 'button[aria-label^="expand "]'),
};

const swaggerUi: Viewer = {
  name: "Swagger UI",
  html: `<link rel="stylesheet" href="/swagger.css">
<div id="swagger"></div>
<script src="/swagger.js"></script>
<script>SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger" })</script>`,
  files: {
    "/swagger.js": inPackage("swagger-ui-dist", "swagger-ui-bundle.js"),
    "/swagger.css": inPackage("swagger-ui-dist", "swagger-ui.css"),
    "/openapi.json": specification("openapi"),
  },
  async expand(page) {
    await clickAll(page, '.opblock-summary-control[aria-expanded="false"]');
    await page.getByRole("tab", { name: "Schema" }).first().click();
    await clickAll(page, 'button:text-is("Expand all")');
  },
};

const asyncApi: Viewer = {
  name: "AsyncAPI's React component",
  html: `<link rel="stylesheet" href="/asyncapi.css">
<div id="asyncapi"></div>
<script src="/asyncapi.js"></script>
<script>AsyncApiStandalone.render({ schema: { url: "/asyncapi.json" } }, document.getElementById("asyncapi"))</script>`,
  files: {
    "/asyncapi.js": inPackage("@asyncapi/react-component", "browser/standalone/index.js"),
    "/asyncapi.css": inPackage("@asyncapi/react-component", "styles/default.min.css"),
    "/asyncapi.json": specification("asyncapi"),
  },
  expand: (page) => clickAll(page, 'button:text-is("Expand all")'),
};

export const viewers: readonly Viewer[] = [redoc, swaggerUi, asyncApi];
