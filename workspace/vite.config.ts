// Builds the screen into workspace/dist; `npm run dev` serves it at 4301 with hot reload and hands /api to the server.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { noDescriptions } from "./no-descriptions.ts";
import { noJsonSchema } from "./no-json-schema.ts";
import { noReaders } from "./no-readers.ts";
import { oneLanguage } from "./one-language.ts";
import { stepsForTheScreen } from "./steps-for-the-screen.ts";

const server = process.env.GENOMECRAFT_SERVER ?? "http://127.0.0.1:4300";

/** Writes each asset packed beside it, once, so that the server need not pack it for every reader. */
const packed = () => {
  let folder = "dist";
  return {
    name: "packed",
    apply: "build" as const,
    configResolved: (config: { root: string; build: { outDir: string } }) => {
      folder = path.resolve(config.root, config.build.outDir);
    },
    closeBundle: () => {
      const assets = path.join(folder, "assets");
      for (const name of readdirSync(assets)) {
        if (/\.(js|css|svg)$/.test(name))
          writeFileSync(path.join(assets, `${name}.gz`), gzipSync(readFileSync(path.join(assets, name))));
      }
    },
  };
};

export default defineConfig({
  plugins: [oneLanguage(), stepsForTheScreen(), noReaders(), noJsonSchema(), noDescriptions(), react(), packed()],
  build: {
    outDir: "dist",
    manifest: true,
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 2500,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // A browser asks for six files at a time, and a notebook was sixty: what stands before the first paint is one,
        // what all kinds share one, and the controls of more than one page.
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 1, test: (id) => !/[\\/](main\.tsx|index\.html)$/.test(id) },
            {
              name: "kinds",
              test: /[\\/]cells[\\/]src[\\/](kinds|notebook|session|base)[\\/].*\.ts$|[\\/]cells[\\/]src[\\/]kinds\.ts$/,
              minShareCount: 2,
            },
            { name: "controls", test: /[\\/]@mui[\\/]/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  define: { global: "globalThis" },
  server: { port: 4301, strictPort: true, proxy: { "/api": { target: server, ws: true } } },
});
