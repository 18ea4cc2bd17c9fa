// Where the worker's program is: dist/worker in what was built, else a bundle made from source into the cache of this
// repository's node_modules, once per process that needs a worker.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface WorkerBundle {
  /** Folder that holds main.mjs and its chunks. */
  readonly folder: string;
  /** Native packages that it imports: name and folder, with all that they need in turn. */
  readonly packages: readonly { readonly name: string; readonly folder: string }[];
}

const atRunTime = /^(@duckdb\/|onnxruntime-|detect-libc$)/;
const here = path.dirname(fileURLToPath(import.meta.url));
const made = new Map<string, Promise<WorkerBundle>>();

/** The bundle of a worker program; `entry` (absolute) chooses another than the one that ships, for tests. */
export function workerBundle(entry?: string): Promise<WorkerBundle> {
  const name = entry ?? "";
  let bundle = made.get(name);
  if (!bundle) {
    bundle = findOrMake(entry);
    made.set(name, bundle);
    // The next worker tries again.
    bundle.catch(() => made.delete(name));
  }
  return bundle;
}

async function findOrMake(entry: string | undefined): Promise<WorkerBundle> {
  const built = path.join(here, "worker", "main.mjs");
  if (entry === undefined && existsSync(built)) {
    return { folder: path.dirname(built), packages: nativePackagesFrom(here) };
  }
  // From source this file is kernel/src/sandbox; bundled it is a chunk in dist.
  const kernel = [path.resolve(here, "..", ".."), path.resolve(here, "..", "kernel")].find((folder) =>
    existsSync(path.join(folder, "worker-bundle.mjs")),
  );
  if (!kernel) throw new Error(`The worker's program is missing: expected ${built}. Run npm run build.`);
  const script = path.join(kernel, "worker-bundle.mjs");
  const { bundleWorker } = (await import(pathToFileURL(script).href)) as {
    bundleWorker(outdir: string, entry?: string): Promise<void>;
  };
  const cache = path.resolve(kernel, "..", "node_modules", ".cache", "genomecraft");
  mkdirSync(cache, { recursive: true });
  dropOldBundles(cache);
  const folder = mkdtempSync(path.join(cache, "worker-"));
  await bundleWorker(folder, entry);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return { folder, packages: nativePackagesFrom(kernel) };
}

/** Bundles that a killed process left behind. */
function dropOldBundles(cache: string): void {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    if (name.startsWith("worker-") && Date.now() - statSync(folder).mtimeMs > 86_400_000) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Each native package with its dependencies, found as Node would find them; those that are not installed are left out. */
function nativePackagesFrom(folder: string): WorkerBundle["packages"] {
  const found = new Map<string, string>();
  const visit = (name: string, from: string): void => {
    if (found.has(name)) return;
    const at = folderOfPackage(name, from);
    if (at === null) return;
    found.set(name, at);
    const require = createRequire(path.join(at, "package.json"));
    const { dependencies = {}, optionalDependencies = {} } = require("./package.json") as {
      dependencies?: { [name: string]: string };
      optionalDependencies?: { [name: string]: string };
    };
    // Some dependencies serve a package's installation only and are no business of a sandbox.
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) if (atRunTime.test(next)) visit(next, at);
  };
  for (const name of ["@duckdb/node-api", "onnxruntime-node"]) visit(name, folder);
  return [...found].map(([name, at]) => ({ name, folder: at }));
}

function folderOfPackage(name: string, from: string): string | null {
  for (let at = from; ; at = path.dirname(at)) {
    const candidate = path.join(at, "node_modules", name);
    if (existsSync(path.join(candidate, "package.json"))) return candidate;
    if (at === path.dirname(at)) return null;
  }
}
