// Builds what runs: the screen by Vite, the programs by esbuild, into dist/. Does nothing when no source changed.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensurePackages, root } from "./prepare.mjs";
import { say } from "./say.mjs";

/** Each program lies in its own workspace, where its packages are found. The worker is bundled apart, by the kernel. */
const programs = [
  {
    outdir: "collab-server/dist",
    entries: {
      server: "collab-server/src/serve-main.ts",
      backup: "collab-server/src/backup-main.ts",
      record: "collab-server/src/record-main.ts",
      "password-worker": "collab-server/src/accounts/password-worker.mjs",
    },
  },
  { outdir: "dist", entries: { kernel: "kernel/src/service-main.ts", cli: "kernel/src/cli/main.ts" } },
];

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === "dist" || entry.name.startsWith(".")) continue;
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(at);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield at;
  }
}

/** Changes when a source, a migration or the lock file does. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const name of ["package-lock.json", "scripts/build.mjs", "kernel/worker-bundle.mjs"])
    hash.update(readFileSync(path.join(root, name)));
  for (const folder of ["cells", "storage", "kernel", "collab-server", "workspace"]) {
    for (const file of sources(path.join(root, folder))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

const stamp = path.join(root, "dist", ".fingerprint");
const isBuilt = (now) => existsSync(stamp) && readFileSync(stamp, "utf8") === now;

/** One build at a time, also when two commands are started at once: the second waits, and finds the work done. */
async function underLock(work) {
  const lock = path.join(root, "node_modules", ".genomecraft-build");
  for (let said = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      // Whoever was stopped in the middle of a build leaves the lock behind.
      if (isLeftBehind(lock)) rmSync(lock, { recursive: true, force: true });
      else {
        if (!said) say("Another command is building; waiting for it ...");
        said = true;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The lock holds the number of its process; for a moment nothing, while it is being written. */
function isLeftBehind(lock) {
  try {
    const owner = statSync(lock).isFile() ? Number(readFileSync(lock, "utf8")) : 0;
    if (!owner) return Date.now() - statSync(lock).mtimeMs > 2_000;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

export async function build() {
  if (isBuilt(fingerprint())) return;
  await underLock(buildAll);
}

async function buildAll() {
  const now = fingerprint();
  if (isBuilt(now)) return;
  say("Building (a few seconds) ...");
  const { build: bundle } = await import("esbuild");
  const { bundleWorker, viewsStayOutside } = await import(pathToFileURL(path.join(root, "kernel", "worker-bundle.mjs")).href);
  for (const { outdir, entries } of programs) {
    await bundle({
      entryPoints: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, path.join(root, entry)])),
      outdir: path.join(root, outdir),
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      chunkNames: "chunk-[hash]",
      format: "esm",
      platform: "node",
      target: "node20",
      sourcemap: true,
      logLevel: "error",
      plugins: [
        viewsStayOutside,
        {
          // Our own packages are bundled, everybody else's stay in node_modules.
          name: "packages-stay-outside",
          setup(setup) {
            setup.onResolve({ filter: /^[^./]/ }, (request) =>
              request.kind === "entry-point" || request.path.startsWith("@genomecraft/") || path.isAbsolute(request.path)
                ? undefined
                : { path: request.path, external: true },
            );
          },
        },
      ],
    });
  }
  await bundleWorker(path.join(root, "dist", "worker"));
  const { build: page } = await import("vite");
  // A test that builds says NODE_ENV=test, and would leave the screen with the slow React of developers.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    await page({
      configFile: path.join(root, "workspace", "vite.config.ts"),
      root: path.join(root, "workspace"),
      logLevel: "error",
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  ensurePackages();
  await build();
}
