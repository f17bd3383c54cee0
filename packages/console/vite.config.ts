import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The web app. Under the console's Content-Security-Policy nothing may stand inline: no script, no style, no data URL. */
export default defineConfig({
  root: "web",
  plugins: [react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    chunkSizeWarningLimit: 700,
    // Whose code is in the bundle, and under which licences.
    license: { fileName: "licenses.md" },
  },
});
