// Bundles a worker into one folder that holds all it needs but the native engines: the sandbox then shows the worker
// this folder and those engines, and nothing else of the repository. Called by the build (dist/worker) and, where
// nothing is built, by src/sandbox/worker-bundle.ts.

import path from "node:path";
import { fileURLToPath } from "node:url";

/** Packages with native code: they stay outside, beside the bundle. */
export const nativePackages = ["@duckdb/node-api", "@duckdb/node-bindings", "onnxruntime-node"];

/** Forms that a list of variants names are loaded by the screen alone: no program holds them. */
export const viewsStayOutside = {
  name: "views-stay-outside",
  setup(setup) {
    setup.onResolve({ filter: /\.tsx$/ }, (request) =>
      request.kind === "dynamic-import" ? { path: request.path, external: true } : undefined,
    );
  },
};

const here = path.dirname(fileURLToPath(import.meta.url));

/** Writes `outdir`/main.mjs and its chunks. `entry` is absolute; absent = the worker that ships. */
export async function bundleWorker(outdir, entry = path.join(here, "src", "worker", "main.ts")) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: { main: entry, "second-core": path.join(here, "src", "worker", "second-core.ts") },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    chunkNames: "chunk-[hash]",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
    external: nativePackages,
    plugins: [viewsStayOutside],
    // Packages that were written as CommonJS ask for Node's own modules by require.
    banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
  });
}
