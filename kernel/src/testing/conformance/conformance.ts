// The files of ../shared/data/conformance held to the rules of their formats, and what was expected of each
// (fixtures/conformance-lines.tsv, written from the files alone). For the test and for `npm run conformance`.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkerOf } from "@genomecraft/cells/checkers.ts";
import type { Severity } from "@genomecraft/cells/contract/check.ts";
import { checkFile, type FileCheck } from "@genomecraft/cells/files/check-file.ts";
import { sharedData } from "@genomecraft/cells/testing/reference-data.ts";
import { inflateOnNode } from "../../engines/inflate-on-node.ts";
import { localFile } from "../../headless/local-file.ts";

export const conformanceFolder = path.join(sharedData, "conformance");
export const hasConformance = existsSync(path.join(conformanceFolder, "NOTE.md"));

export interface Expectation {
  /** Path in the folder. */
  readonly file: string;
  readonly format: string;
  readonly passes: boolean;
  /** Of what must be refused: where its fault lies. */
  readonly part: "header" | "body" | null;
  /** The line that was meant, then others that are wrong as well. */
  readonly lines: readonly number[];
  readonly reason: string;
  readonly doubt: string;
}

const root = path.resolve(import.meta.dirname, "../../../..");

export function expectations(): readonly Expectation[] {
  const [, ...rows] = readFileSync(path.join(root, "fixtures", "conformance-lines.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return rows.map((row) => {
    const [file = "", format = "", expect = "", part = "", lines = "", , reason = "", doubt = ""] = row.split("\t");
    return {
      file,
      format,
      passes: expect === "pass",
      part: part === "header" || part === "body" ? part : null,
      lines: lines === "-" ? [] : lines.split(",").map(Number),
      reason,
      doubt: doubt === "-" ? "" : doubt,
    };
  });
}

export interface Verdict {
  readonly expected: Expectation;
  /** What it was recognised as where nobody says. */
  readonly recognised: string;
  /** It has errors. */
  readonly isRefused: boolean;
  /** It has errors or warnings. */
  readonly isWarned: boolean;
  /** Lines of errors (of warnings where there are none); of a fault of the header, of both. */
  readonly lines: readonly (number | null)[];
  /** One of them is a line that was expected. */
  readonly isLineRight: boolean;
  /** The first of them is. */
  readonly isFirstRight: boolean;
  readonly check: FileCheck;
}

/** Of each file whose format has rules, read as that format. */
export async function verdicts(isStrict: boolean): Promise<readonly Verdict[]> {
  const found: Verdict[] = [];
  for (const expected of expectations()) {
    if (!checkerOf(expected.format)) continue;
    const source = await localFile(path.join(conformanceFolder, expected.file));
    if (!source) throw new Error(`${expected.file} is not there`);
    const options = { strict: isStrict, inflate: inflateOnNode };
    const recognised = await checkFile(source, expected.file, options);
    const check =
      recognised.format === expected.format
        ? recognised
        : await checkFile(source, expected.file, { ...options, format: expected.format });
    // A header is asked to be warned of, a body to be refused.
    const isAsked = (severity: Severity): boolean =>
      expected.part === "header" ? severity !== "note" : severity === (check.errors > 0 ? "error" : "warning");
    const grave = check.findings.filter(({ severity }) => isAsked(severity));
    const lines = [...new Set(grave.map(({ line }) => line))];
    const isExpected = (line: number | null | undefined): boolean => typeof line === "number" && expected.lines.includes(line);
    found.push({
      expected,
      recognised: recognised.format,
      isRefused: check.errors > 0,
      isWarned: check.errors + check.warnings > 0,
      lines,
      isLineRight: lines.some(isExpected),
      isFirstRight: isExpected(lines[0]),
      check,
    });
  }
  return found;
}
