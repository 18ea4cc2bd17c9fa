// The rules of docs/SPEC.md and the tests that quote them: each rule is quoted by a test, each quoted rule exists.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = import.meta.dirname;
const id = /\b[A-Z]-\d+[a-z]?\b/g;
const rules = [...readFileSync(path.join(root, "docs/SPEC.md"), "utf8").matchAll(/^- \*\*([A-Z]-\d+[a-z]?)\*\*/gm)].map(
  (found) => found[1] as string,
);

function* testsBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === "dist" || entry.name.startsWith(".")) continue;
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* testsBelow(at);
    // Contract suites are called by the tests of each kind.
    else if (/\.test\.tsx?$|[\\/]describe-[\w-]+\.ts$/.test(entry.name) && entry.name !== "spec-ids.test.ts") yield at;
  }
}

/** Titles of tests and of groups of tests: the string behind test(, it(, describe( and their tables. */
const titles = /^\s*(?:test|it|describe)(?:\.\w+)*(?:\([^\n]*\))?\(\s*["'`]([^\n]*)/gm;
const quoted = new Map<string, string[]>();
for (const file of ["cells", "storage", "kernel", "collab-server", "workspace", "e2e"].flatMap((folder) => [
  ...testsBelow(folder),
])) {
  const text = readFileSync(path.join(root, file), "utf8");
  const said = [...text.matchAll(titles)].map((found) => found[1] as string);
  // Titles behind a table, on its last line or on one of their own.
  said.push(...[...text.matchAll(/^\s*\]\)\(\s*["'`]([^\n]*)/gm)].map((found) => found[1] as string));
  said.push(
    ...[...text.matchAll(/^\s+["'`]([^"'`\n]*\([A-Z]-\d[^)\n]*\)[^"'`\n]*)["'`],$/gm)].map((found) => found[1] as string),
  );
  for (const title of said) for (const [rule] of title.matchAll(id)) quoted.set(rule, [...(quoted.get(rule) ?? []), file]);
}

test("every rule of SPEC.md is quoted by the title of a test", () => {
  expect(rules.length).toBeGreaterThan(40);
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
});

test("every rule that a test quotes is in SPEC.md", () => {
  expect([...quoted].filter(([rule]) => !rules.includes(rule))).toEqual([]);
});
