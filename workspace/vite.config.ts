// Builds the screen into workspace/dist; `npm run dev` serves it at 4301 with hot reload and hands /api to the server.

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.GENOMECRAFT_SERVER ?? "http://127.0.0.1:4300";

export default defineConfig({
  plugins: [react()],
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 2500, assetsInlineLimit: 0 },
  define: { global: "globalThis" },
  server: { port: 4301, strictPort: true, proxy: { "/api": { target: server, ws: true } } },
});
