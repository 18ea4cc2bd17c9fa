// Nothing lives for its own test: what a source exports is used by the product, tests not counted as users, and every
// source is reached from a program. (knip takes every file of a package with `exports: ./*` for an entry, so it sees neither.)

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = import.meta.dirname;
const folders = ["cells/src", "storage/src", "kernel/src", "collab-server/src", "collab-server/contract", "workspace/src"];

/** Exported for tests alone, and why that is right. */
const exceptions: { readonly [name: string]: string } = {
  nothingHeld: "a plan run in place, as tests run them, holds nothing back",
  permissionTables: "the truth table of rights is laid out beside the one that is used",
  identityModelBytes: "a hostile worker loads the very model that the probe loads",
  deniedCalls: "the system calls that are tried are those of the filter",
  qualitySummary: "what reads are like, without a table of them: held to FastQC's numbers, and timed",
};
/**
 * Ground of statistics that stands before what is built on it: held to R, and used by the tests of differences, reports of quality
 * and enrichment that come next. A file that a program reaches does not stand here.
 */
const ground: readonly RegExp[] = [
  /^cells\/src\/stats\/distributions\//,
  /^cells\/src\/stats\/(?:adjusted-p|storey-q|lowess)\.ts$/,
  /^cells\/src\/stats\/clusters\/(?:cut-tree|cophenetic)\.ts$/,
  /^cells\/src\/stats\/tests\//,
];
const isGround = (file: string): boolean => ground.some((pattern) => pattern.test(file));
const programs = [
  "collab-server/src/serve-main.ts",
  "collab-server/src/backup-main.ts",
  "collab-server/src/record-main.ts",
  "kernel/src/service-main.ts",
  "kernel/src/cli/main.ts",
  "kernel/src/worker/main.ts",
  "kernel/src/worker/second-core.ts",
  "workspace/src/main.tsx",
  // The build of the screen.
  "cells/src/all-words.ts",
];

function* sourcesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!["node_modules", "dist", "migrations", "testing"].includes(entry.name)) yield* sourcesBelow(at);
    } else if (
      /\.tsx?$/.test(at) &&
      !/\.(test|d|fixture)\.tsx?$|\/cases\.ts$|^cells\/src\/(?:artifacts\/types|reports)\/[^/]+\/example\.ts$/.test(at)
    )
      yield at;
  }
}
/** Without comments: a name that only a comment says is not used. */
const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/[^\n]*/g, "$1");
const code = new Map(
  folders
    .flatMap((folder) => [...sourcesBelow(folder)])
    .map((file) => [file, codeOf(readFileSync(path.join(root, file), "utf8"))] as const),
);
/** What builds programs and starts them uses names, too. */
const builders = ["scripts", "bin", "workspace", "kernel"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map((entry) => codeOf(readFileSync(path.join(root, folder, entry.name), "utf8"))),
);
const wordsOf = (text: string): readonly string[] => text.match(/[A-Za-z_$][\w$]*/g) ?? [];

test("what is exported is used by the product", () => {
  const files = new Map<string, number>();
  for (const text of [...code.values(), ...builders])
    for (const word of new Set(wordsOf(text))) files.set(word, (files.get(word) ?? 0) + 1);
  const exported = /export\s+(?:async\s+)?(?:const|function\*?|(?:abstract\s+)?class|interface|type)\s+([A-Za-z_$][\w$]*)/g;
  const unused: string[] = [];
  const excepted = new Set<string>();
  for (const [file, text] of code) {
    if (isGround(file)) continue;
    const own = wordsOf(text);
    for (const [, name = ""] of text.matchAll(exported)) {
      if ((files.get(name) ?? 0) > 1 || own.filter((word) => word === name).length > 1) continue;
      if (Object.hasOwn(exceptions, name)) excepted.add(name);
      else unused.push(`${file}: ${name}`);
    }
  }
  expect(unused).toEqual([]);
  expect(Object.keys(exceptions).filter((name) => !excepted.has(name))).toEqual([]);
});

test("every source is reached from a program", () => {
  const reached = new Set(programs);
  const waiting = [...programs];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const [, name = ""] of (code.get(file) ?? "").matchAll(
      /(?:from\s+|import\s*\(\s*|import\s+|new URL\(\s*)["']([^"']+)["']/g,
    )) {
      const at = name.startsWith(".")
        ? path.posix.normalize(`${path.posix.dirname(file)}/${name}`)
        : name
            .replace(/^@genomecraft\/collab-server\/contract\//, "collab-server/contract/")
            .replace(/^@genomecraft\/([\w-]+)\//, "$1/src/");
      if (!code.has(at) || reached.has(at)) continue;
      reached.add(at);
      waiting.push(at);
    }
  }
  const unreached = [...code.keys()].filter((file) => !reached.has(file));
  expect(unreached.filter((file) => !isGround(file))).toEqual([]);
  expect(ground.filter((pattern) => !unreached.some((file) => pattern.test(file)))).toEqual([]);
});
