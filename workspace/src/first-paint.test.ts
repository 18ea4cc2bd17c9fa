// How much script stands between a reader and her notebook: counted in the last build, packed as the server sends it.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
type Manifest = { readonly [source: string]: Chunk };

const dist = path.join(import.meta.dirname, "..", "dist");
const manifestFile = path.join(dist, ".vite", "manifest.json");
const limit = 300_000;

/** Bytes of gzipped script that load before any of these sources runs. */
function weigh(manifest: Manifest, sources: readonly string[]): number {
  const files = new Map<string, number>();
  const open = [...sources];
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    const chunk = manifest[source];
    if (!chunk) throw new Error(`the build has no ${source}`);
    if (files.has(chunk.file)) continue;
    files.set(chunk.file, gzipSync(readFileSync(path.join(dist, chunk.file))).length);
    open.push(...(chunk.imports ?? []));
  }
  return [...files.values()].reduce((sum, size) => sum + size, 0);
}

test("a notebook is on the screen after less than 300 KB of script, in either language", (context) => {
  if (!existsSync(manifestFile)) return context.skip("there is no build: npm run build makes one");
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;
  const languages = Object.keys(manifest).filter((source) => source.includes("virtual:language/"));
  expect(languages).toHaveLength(2);
  for (const language of languages) {
    const weight = weigh(manifest, ["index.html", "src/notebook/NotebookPage.tsx", language]);
    expect(weight, `${language} weighs ${weight} bytes`).toBeLessThan(limit);
  }
  return undefined;
});
