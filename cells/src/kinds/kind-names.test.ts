// Nothing outside the kinds asks for a kind by its name: what others need to know of it stands on its card or in its spec.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { kinds } from "../kinds.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const folders = ["cells/src", "storage/src", "kernel/src", "collab-server/src", "collab-server/contract", "workspace/src"];
/** The kinds, the lists of them, and the words of the screen, whose keys are words. */
const home = /^cells\/src\/(kinds\/|(kinds|kind-cards|executors|inline-executors|views)\.ts$)|^workspace\/src\/words\//;

/** File: why it may name a kind. An entry that nothing needs any more fails. */
const exceptions: { readonly [file: string]: string } = {
  "cells/src/notebook/notebook-file.ts": "the file format writes notes as prose between the cells: a note is special there",
  "cells/src/notebook/print-notebook-file.ts": "the file format writes notes as prose between the cells: a note is special there",
  "kernel/src/cli/doctor-command.ts": "the smallest cell there is, to see whether a worker answers",
  "workspace/src/desk/note-title.ts": "the title of the notebook is the first heading of its first note",
  "kernel/src/headless/open-notebook.ts": "a value typed in a terminal is read as the parameter's control wants it",
};

const name = `(?:${Object.keys(kinds).join("|")})`;
const literal = `["'\`]${name}["'\`]`;
const asks: readonly RegExp[] = [
  // kind === "x", kind: "x", kindOf("x"), dataset.kind !== "x", and turned round.
  new RegExp(`\\b[kK]ind\\w*\\b\\??\\)?\\s*(?:===|!==|==|!=|:|\\(|=)\\s*${literal}`),
  new RegExp(`${literal}\\s*(?:===|!==)\\s*[\\w.?]*kind\\b`),
  // ["x", "y"].includes(cell.kind), new Set(["x"]).has(kind).
  new RegExp(`${literal}[^;]{0,80}\\.(?:includes|has|indexOf)\\([^)]*\\bkind\\b`),
  // switch (kind) { case "x": … }
  new RegExp(`switch \\([^)]*\\bkind\\b[^)]*\\)[^]{0,400}case ${literal}`),
  // kinds.x, views["x"], KindName | "x".
  new RegExp(`\\b(?:kinds|kindCards|views|executors)(?:\\.${name}\\b|\\[${literal}\\])`),
  new RegExp(`\\bKindName\\b[^;]{0,20}${literal}`),
  // A table by kind: { note: 3, parameter: 2 }[kind].
  new RegExp(`\\[kind: string\\][^=]*= \\{[^}]*\\b${name}:`),
  // import … from "…/kinds/x/…"; sentences may be quoted.
  new RegExp(`\\bfrom "[^"]*/kinds/${name}/(?!words\\.ts")`),
  // acts.add("x", …), addCell("x", …).
  new RegExp(`\\b(?:add|addCell)\\(\\s*${literal}`),
];

function* sourcesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const at = `${folder}/${entry.name}`;
    if (entry.name === "node_modules" || entry.name === "dist" || entry.name === "testing") continue;
    if (entry.isDirectory()) yield* sourcesBelow(at);
    else if (/\.tsx?$/.test(entry.name) && !/\.(test|d|fixture)\.tsx?$/.test(entry.name) && !home.test(at)) yield at;
  }
}

const asking = (text: string): string | null => {
  for (const pattern of asks) {
    const found = pattern.exec(text);
    if (found) return found[0].replaceAll(/\s+/g, " ").slice(0, 120);
  }
  return null;
};

test("no source outside the kinds asks for one by name, or it stands here with its reason", () => {
  const wrong: string[] = [];
  const used = new Set<string>();
  for (const file of folders.flatMap((folder) => [...sourcesBelow(folder)])) {
    const found = asking(readFileSync(path.join(root, file), "utf8"));
    if (found === null) continue;
    if (exceptions[file]) used.add(file);
    else wrong.push(`${file}: ${found}`);
  }
  expect(wrong).toEqual([]);
  expect(
    Object.keys(exceptions).filter((file) => !used.has(file)),
    "exceptions that nothing needs",
  ).toEqual([]);
});

test.each([
  'if (cell.kind === "note") return;',
  'const isChart = "chart" === tile.kind;',
  'cells.filter((cell) => !["note", "parameter"].includes(cell.kind))',
  'const found = kindOf("load");',
  'acts.add("transform", {})',
  "const rows: { readonly [kind: string]: number } = { parameter: 2, note: 3 };",
  'switch (cell.kind) {\n  case "chart":\n    return 1;\n}',
  "const schema = kinds.parameter.schema;",
])("asking by name is noticed: %s", (source) => {
  expect(asking(source)).not.toBeNull();
});

test.each(['issue.severity === "note"', 'c.req.valid("query")', 't("parameter")', 'Y.applyUpdate(doc, update, "load")'])(
  "a word that is no kind is none: %s",
  (source) => {
    expect(asking(source)).toBeNull();
  },
);
