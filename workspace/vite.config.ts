// Builds the screen into workspace/dist; `npm run dev` serves it at 4301 with hot reload and hands /api to the server.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import type { Messages } from "../cells/src/messages/locale.ts";
import { noDescriptions } from "./no-descriptions.ts";
import { noReaders } from "./no-readers.ts";
import { noWork } from "./no-work.ts";
import { noJsonSchema } from "./no-json-schema.ts";
import { oneLanguage } from "./one-language.ts";
import { serverOnly } from "./server-only.ts";
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
      // A build that failed says why itself.
      if (!existsSync(assets)) return;
      for (const name of readdirSync(assets)) {
        if (/\.(js|css|svg)$/.test(name))
          writeFileSync(path.join(assets, `${name}.gz`), gzipSync(readFileSync(path.join(assets, name))));
      }
    },
  };
};

/** Letters of the first paint, asked for with the page and not when its styles are read. */
const early = ["inter-latin-wght-normal", "ibm-plex-mono-latin-400-normal"];
const preloadedFonts = (): Plugin => ({
  name: "preloaded-fonts",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => file.endsWith(".woff2") && early.some((name) => file.includes(`${name}-`)))
        .map((file) => ({
          tag: "link",
          injectTo: "head" as const,
          attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: "" },
        })),
  },
});

/** `before`: plug-ins that a test puts first; `words`: areas that it adds. */
export const screenBuild = (
  options: { readonly before?: readonly Plugin[]; readonly words?: ReadonlyMap<string, Messages>; readonly outDir?: string } = {},
): UserConfig => ({
  plugins: [
    ...(options.before ?? []),
    oneLanguage(options.words),
    stepsForTheScreen(),
    noWork(),
    noReaders(),
    noJsonSchema(),
    noDescriptions(),
    serverOnly(),
    react(),
    preloadedFonts(),
    packed(),
  ],
  build: {
    outDir: options.outDir ?? "dist",
    manifest: true,
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 2500,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What jsPDF asks for to draw pages of HTML, which nothing here does.
      external: ["html2canvas", "canvg", "dompurify"],
      output: {
        // A browser asks for six files at a time, and a notebook was sixty: what stands before the first paint is one, what
        // notebooks are with the cards of all kinds one, and the controls of more than one page. A kind's own comes apart.
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 1, test: (id) => !/[\\/](main\.tsx|index\.html)$/.test(id) },
            {
              name: "notebooks",
              test: /[\\/]cells[\\/]src[\\/]((notebook|session|base)[\\/].*|kind-cards|kinds[\\/][^\\/]+[\\/]card(-words)?)\.ts$/,
              minShareCount: 2,
            },
            // Sliders and lists below a field come with the forms that have them.
            { name: "controls", test: /[\\/]@mui[\\/](?!material[\\/](Slider|Popper)[\\/])/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  define: { global: "globalThis" },
  server: { port: 4301, strictPort: true, proxy: { "/api": { target: server, ws: true } } },
});

export default defineConfig(screenBuild());
