// What a bare clone installs from, on whatever machine and out of whatever registry.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: { readonly [name: string]: string };
}
const file = path.resolve(import.meta.dirname, "../../package-lock.json");
const { packages } = JSON.parse(readFileSync(file, "utf8")) as { readonly packages: { readonly [at: string]: Locked } };

test("the lock file lists the native parts of every platform: npm installs no other", () => {
  const listed = new Set(Object.keys(packages).map((at) => at.split("node_modules/").at(-1)));
  const wanted = new Set(Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {})));
  expect(wanted.size).toBeGreaterThan(100);
  expect([...wanted].filter((name) => !listed.has(name))).toEqual([]);
});

test("the lock file names no registry: the one that npm is set to is asked", () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.includes("//"))).toEqual([]);
});
