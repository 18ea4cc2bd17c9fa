// What `genomecraft backup` and `restore` say of what the server's program tells them, and how they end.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backupCommand } from "./backup-command.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-backup-command-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** With a program that says these lines. */
async function told(what: "backup" | "restore", lines: readonly object[], locale: "en" | "ru" = "en") {
  const program = path.join(folder, "program.mjs");
  writeFileSync(program, lines.map((line) => `console.log(${JSON.stringify(JSON.stringify(line))});\n`).join(""));
  const said = { out: [] as string[], progress: [] as string[] };
  const terminal: Terminal = {
    ...openTerminal({ LANG: locale === "ru" ? "ru_RU.UTF-8" : "C" }),
    out: (text) => said.out.push(text),
    progress: (text) => said.progress.push(text),
  };
  return { exit: await backupCommand(what, "copy", terminal, program), ...said };
}

const end = { home: "home", rows: 3, blobs: 9, lost: 0, by: "sums" };
const damagedFiles = (n: number, dataset: string | null) =>
  Array.from({ length: n }, (_, at) => ({ damaged: { id: `blob_${at}`, dataset } }));

test("how far it is is told while it works, and at last that the database itself is not encrypted", async () => {
  const { exit, progress, out } = await told("backup", [{ done: 1_000_000, of: 2_500_000_000 }, end]);
  expect(out).toEqual([
    "The server of home is copied to copy: 3 rows and 9 files. All of it but the list of its files is encrypted under the master key, which is not in it: keep the key apart.",
    "The copy is encrypted; the database that it was taken of is not: names, texts and small results (figures, reports, first rows) lie in it as they are. Keep it on an encrypted disk (SECURITY.md).",
  ]);
  expect([exit, progress]).toEqual([0, ["1\u202fMB of 2.5\u202fGB ...", ""]]);
});

test("a damaged data set is named, and the copy ends with 1; damaged results are counted, and it ends with 0", async () => {
  const data = await told("backup", [...damagedFiles(1, "cohort.csv"), end]);
  expect([data.exit, data.out.length, data.out[1]]).toEqual([
    1,
    3,
    "DAMAGED: the bytes of 1 data set are not those that were kept: cohort.csv (blob_0). They are copied as they are, and marked. Fetch it from an earlier copy, or upload it again; do not throw earlier copies away.",
  ]);
  const results = await told("backup", [...damagedFiles(7, null), end]);
  expect([results.exit, results.out[1]]).toEqual([
    0,
    "7 files of results are damaged (blob_0, blob_1, blob_2, blob_3, blob_4, …) and were copied as they are, marked: they are made again when somebody asks.",
  ]);
  expect((await told("restore", [...damagedFiles(1, "cohort.csv"), end])).exit).toBe(0);
  expect((await told("backup", [...damagedFiles(2, "cohort.csv"), end], "ru")).out[1]).toContain("наборов данных");
});

test("a copy without sums says by what it was looked at instead", async () => {
  const { out } = await told("restore", [{ ...end, by: "seals" }]);
  expect(out[1]).toContain("kept no sums of the encrypted files");
  expect((await told("restore", [end])).out).toHaveLength(1);
});
