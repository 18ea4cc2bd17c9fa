// How much script stands between a reader and her notebook: counted in the last build, packed as the server sends it; and how
// much more it would be with three times as many kinds. Fonts are counted apart, all that are shipped.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test, type TestContext } from "vitest";

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
type Manifest = { readonly [source: string]: Chunk };

const workspace = path.join(import.meta.dirname, "..");
const dist = path.join(workspace, "dist");
const limit = 270_000;
const limitOfFonts = 90_000;
/** Thirty kinds: 170 bytes each. */
const growth = 5_000;

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, ".vite", "manifest.json"), "utf8")) as Manifest;

/** Bytes of gzipped script that load before any of these sources runs. */
function weigh(folder: string, sources: readonly string[]): number {
  const manifest = manifestOf(folder);
  const files = new Map<string, number>();
  const open = [...sources];
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    const chunk = manifest[source];
    if (!chunk) throw new Error(`the build has no ${source}`);
    if (files.has(chunk.file)) continue;
    files.set(chunk.file, gzipSync(readFileSync(path.join(folder, chunk.file))).length);
    open.push(...(chunk.imports ?? []));
  }
  return [...files.values()].reduce((sum, size) => sum + size, 0);
}

/** The first paint of a notebook in each language. */
function firstPaint(folder: string): ReadonlyMap<string, number> {
  const languages = Object.keys(manifestOf(folder)).filter((source) => /virtual:language\/\w+$/.test(source));
  expect(languages).toHaveLength(2);
  return new Map(
    languages.map((source) => [
      source.slice(source.lastIndexOf("/") + 1),
      weigh(folder, ["index.html", "src/notebook/NotebookPage.tsx", source]),
    ]),
  );
}

/** A clone without a build is spared, but not where the tests are run to be believed. */
function needsBuild(context: TestContext): void {
  if (existsSync(path.join(dist, ".vite", "manifest.json"))) return;
  if (process.env["CI"]) expect.fail("there is no build to weigh: npm run build makes one");
  context.skip("there is no build: npm run build makes one");
}

test("a notebook is on the screen after less than 270 KB of script, in either language", (context) => {
  needsBuild(context);
  for (const [language, weight] of firstPaint(dist)) {
    process.stdout.write(`first paint in ${language}: ${weight} bytes of script, gzipped\n`);
    expect(weight, `${language} weighs ${weight} bytes`).toBeLessThan(limit);
  }
});

test("fonts of the screen weigh less than 90 KB; those that go into PDF files are asked for by these alone", (context) => {
  needsBuild(context);
  const assets = path.join(dist, "assets");
  const styles = readdirSync(assets)
    .filter((name) => name.endsWith(".css"))
    .map((name) => readFileSync(path.join(assets, name), "utf8"))
    .join("");
  const all = readdirSync(assets).filter((name) => /\.(woff2?|ttf|otf)$/.test(name));
  const fonts = all.filter((name) => styles.includes(name));
  // Each face only by what is set in it.
  const ofFiles = all.filter((name) => !fonts.includes(name));
  expect(ofFiles.filter((name) => !/^Inter_(400Regular|700Bold)(_Italic)?-.*\.ttf$/.test(name))).toEqual([]);
  expect(ofFiles.length).toBe(4);
  const weight = fonts.reduce((sum, name) => sum + statSync(path.join(assets, name)).size, 0);
  expect(weight, fonts.join(", ")).toBeLessThan(limitOfFonts);
});

test("thirty kinds more add less than 5 KB to it, and each comes by itself", { timeout: 180_000 }, async (context) => {
  needsBuild(context);
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-kinds-"));
  const { NODE_ENV } = process.env;
  process.env["NODE_ENV"] = "production";
  try {
    const file = pathToFileURL(path.join(workspace, "invented-kinds.ts")).href;
    const { buildWithKinds } = (await import(file)) as { buildWithKinds(count: number, outDir: string): Promise<void> };
    await buildWithKinds(30, folder);
    // The kinds that there are lie apart, each with its form and its output; so do the invented ones.
    const parts = (of: string): number =>
      Object.keys(manifestOf(of)).filter((source) => /cells\/src\/kinds\/\w+\/(spec\.ts|Editor\.tsx|Output\.tsx)$/.test(source))
        .length;
    expect(parts(folder)).toBe(parts(dist) + 90);
    const now = firstPaint(dist);
    for (const [language, weight] of firstPaint(folder)) {
      const more = weight - (now.get(language) ?? 0);
      process.stdout.write(`thirty kinds more in ${language}: ${more} bytes\n`);
      expect(more, `${language} grows by ${more} bytes`).toBeLessThan(growth);
      expect(more, "the kinds are there").toBeGreaterThan(30 * 20);
    }
  } finally {
    process.env["NODE_ENV"] = NODE_ENV;
    rmSync(folder, { recursive: true, force: true });
  }
});
