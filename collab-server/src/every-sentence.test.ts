// The words of every area: each is known, both languages fill in the same names, and no sentence lies unsaid. That both
// languages have all keys, and that nobody asks for another one, is said by the compiler (define-words.test.ts).

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { allWords } from "@genomecraft/cells/all-words.ts";
import "./feature-store/words.ts";
import "./mail/words.ts";
import "./publications/words.ts";

const root = path.join(import.meta.dirname, "..", "..");
const isWords = /(?:^|\/)(?:card-|check-)?words\.ts$/;

interface Source {
  readonly file: string;
  readonly text: string;
  /** What it imports, as paths from the root. */
  readonly imports: ReadonlySet<string>;
}

const packages = { "@genomecraft/cells/": "cells/src/", "@genomecraft/collab-server/": "collab-server/src/" };

function source(file: string): Source {
  const text = readFileSync(path.join(root, file), "utf8");
  const imports = [...text.matchAll(/\bfrom "([^"]+)"/g)].map(([, name = ""]) => {
    if (name.startsWith(".")) return path.posix.join(path.posix.dirname(file), name);
    const owner = Object.entries(packages).find(([start]) => name.startsWith(start));
    return owner ? name.replace(...owner) : name;
  });
  return { file, text, imports: new Set(imports) };
}

const sources = ["cells/src", "kernel/src", "collab-server/src", "workspace/src"]
  .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((at) => `${folder}/${at}`))
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.includes("/testing/"))
  .map(source);

const files = sources.flatMap(({ file, text }) => {
  const area = isWords.test(file) ? /\bdefineWords\(\s*"([\w-]+)"/.exec(text)?.[1] : undefined;
  return area === undefined ? [] : [{ file, area }];
});

test("the words of all areas are known, and each area stands in one file", () => {
  expect(files.map(({ area }) => area).sort()).toEqual([...allWords.keys()].sort());
});

/** Names that Russian leaves out: they come as English words, which no Russian sentence takes. */
const leftOut: { readonly [key: string]: string } = {
  "chart.field-empty": "chart",
  "learn.feature-missing": "noun",
  "learn.feature-near": "noun",
  "step-select-features.missing": "noun",
  "step-select-features.near": "noun",
};

const slots = (template = ""): string[] => [...template.matchAll(/\{([\w-]+)/g)].map(([, name = ""]) => name);

test.each([...allWords])("%s: Russian fills in what English fills in, and nothing is empty", (area, { en, ru }) => {
  expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort());
  for (const [key, template] of Object.entries(en)) {
    const wanted = new Set(slots(template).filter((name) => name !== leftOut[`${area}.${key}`]));
    expect(new Set(slots(ru[key])), key).toEqual(wanted);
    expect(template.trim(), key).not.toBe("");
    expect(ru[key]?.trim(), key).not.toBe("");
  }
});

/** Said by whoever holds a card of an axis, without importing its words. */
const byContract = new Set(["title", "name", "does", "line", "menu", "menu-line", "menu-words"]);
/** Every form of every noun of a closed list, typed so (artifacts/rows-called.ts). */
const byList: ReadonlySet<string> = new Set(["rows-called"]);
/** Said by functions that take keys: of the server's refusals, of the terminal's lines. */
const sayers: { readonly [area: string]: string } = { server: "collab-server/", cli: "kernel/" };

/** Keys that stand in a text, and those that its templates may make. */
function saidIn(text: string): (key: string) => boolean {
  const names = new Set([...text.matchAll(/"([\w-]+)"|\b(\w+):/g)].map(([, literal, field]) => literal ?? field));
  const templates = [...text.matchAll(/`([\w-]*(?:\$\{[^{}`]*\}[\w-]*)+)`/g)]
    .map(([, template = ""]) => template.replaceAll(/\$\{[^{}]*\}/g, ".*"))
    .filter((pattern) => /[a-z]{2}/.test(pattern))
    .map((pattern) => new RegExp(`^${pattern}$`));
  return (key) => names.has(key) || templates.some((template) => template.test(key));
}

test("no sentence lies unsaid", () => {
  // What cards of kinds say follows from their entries and fields (defineCard, describeKind).
  const own = files.filter(({ file }) => /\/(?:check-)?words\.ts$/.test(file));
  const unsaid = own.flatMap(({ file, area }) => {
    if (byList.has(area)) return [];
    const folder = path.posix.dirname(file);
    const near = sources.filter(
      (one) =>
        !isWords.test(one.file) &&
        (one.imports.has(file) || path.posix.dirname(one.file) === folder || one.file.startsWith(sayers[area] ?? "-")),
    );
    const isSaid = saidIn(near.map(({ text }) => text).join("\n"));
    return Object.keys(allWords.get(area)?.en ?? {})
      .filter((key) => !byContract.has(key) && !isSaid(key))
      .map((key) => `${area}.${key}`);
  });
  expect(unsaid).toEqual([]);
});
