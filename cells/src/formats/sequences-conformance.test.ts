// The conformance files of scikit-bio (FASTA) and Biopython (FASTQ), whose expected lines somebody else wrote from the files
// alone: what must pass has no errors, what must be refused is, with its line.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Finding } from "../contract/check.ts";
import type { Checker } from "../contract/format.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { loadText } from "../testing/load-text.ts";
import { recognise } from "../files/recognise.ts";
import { hasReference, referenceFile } from "../testing/reference-data.ts";
import * as ofFasta from "./fasta/check.ts";
import * as ofFastq from "./fastq/check.ts";

const checkers: { readonly [format: string]: Checker } = { fasta: ofFasta, fastq: ofFastq };
const root = path.resolve(import.meta.dirname, "../../..");
const rows = readFileSync(path.join(root, "fixtures/conformance-lines.tsv"), "utf8")
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"))
  .filter(([file = "", format = ""]) => /^fast[aq]\//.test(file) && Object.hasOwn(checkers, format));

async function findingsIn(file: string, format: string): Promise<readonly Finding[]> {
  const bytes = bytesOf(file);
  const findings: Finding[] = [];
  const source = bytesAsSource(bytes);
  await checkers[format]?.check({
    source,
    parts: null,
    at: null,
    beside: null,
    name: file,
    version: null,
    open: () => source.stream(),
    bytes: async () => bytes,
    fraction: () => null,
    report: (finding) => void findings.push(finding),
  });
  return findings;
}

const bytesOf = (file: string): Uint8Array => {
  const raw = readFileSync(referenceFile(`conformance/${file}`));
  return new Uint8Array(file.endsWith("gz") ? gunzipSync(raw) : raw);
};
const isThere = hasReference("conformance/fasta/fasta_10_seqs");

test.skipIf(!isThere)("sound files pass, the others are refused with their line", async () => {
  const matrix: {
    [format: string]: { pass: number; refused: number; accepted: number; wrongLine: number; falseAlarm: number };
  } = {};
  const wrong: string[] = [];
  for (const [file = "", format = "", expected, , line = ""] of rows) {
    const counts = (matrix[format] ??= { pass: 0, refused: 0, accepted: 0, wrongLine: 0, falseAlarm: 0 });
    const errors = (await findingsIn(file, format)).filter(({ rule }) => checkers[format]?.rules[rule]?.severity === "error");
    const lines = line.split(",").map(Number);
    if (expected === "pass") {
      if (errors.length === 0) counts.pass += 1;
      else {
        counts.falseAlarm += 1;
        wrong.push(`${file}: ${JSON.stringify(errors[0])}`);
      }
    } else if (errors.length === 0) {
      counts.accepted += 1;
      wrong.push(`${file} is accepted`);
    } else if (errors.some((error) => error.line !== null && lines.includes(error.line))) counts.refused += 1;
    else {
      counts.wrongLine += 1;
      wrong.push(`${file}: ${line} expected, ${JSON.stringify(errors)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(matrix).toEqual({
    fasta: { pass: 33, refused: 14, accepted: 0, wrongLine: 0, falseAlarm: 0 },
    fastq: { pass: 40, refused: 22, accepted: 0, wrongLine: 0, falseAlarm: 0 },
  });
});

test.skipIf(!isThere)("all of them are recognised by their content, but for those that begin as nothing known", () => {
  const unknown = rows
    .filter(([file = "", format]) => recognise(bytesOf(file), "x", true).format !== format)
    .map(([file]) => file);
  // No title at its beginning, or prose where sequences should stand.
  expect(unknown).toEqual([
    "fasta/fasta_description_newline_replacement_none",
    "fasta/fasta_id_whitespace_replacement_none",
    "fasta/fasta_invalid_legacy_format",
    "fasta/fasta_invalid_missing_header",
  ]);
});

test.skipIf(!isThere)("a sound file is read; of reads that are not, loading is refused with the line", async () => {
  const wrong: string[] = [];
  for (const [file = "", format = "", expected, , line = ""] of rows) {
    const { out, failure } = await loadText("x", bytesOf(file), { format });
    if (expected === "pass" && !out) wrong.push(`${file}: ${failure?.reason}`);
    if (expected === "fail" && format === "fastq") {
      const found = failure?.params["line"];
      if (!line.split(",").includes(String(found))) wrong.push(`${file}: ${line} expected, ${failure?.reason} ${String(found)}`);
    }
  }
  expect(wrong).toEqual([]);
});
