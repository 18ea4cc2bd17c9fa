// A sheet is read as lines of text; people know its rows. Whatever was said by line says the row that Excel shows.

import type { JsonObject } from "../../../base/json.ts";
import { FailureError } from "../../../base/failure.ts";
import type { FileContent, Fix, Issue } from "../../../contract/format.ts";
import { words as layoutWords } from "../layout/words.ts";
import type { Sentence } from "../../../messages/sentence.ts";

/** Which evidence of sentences counts lines of the file. */
const ofLines = ["line", "opens"];

/** Content, or a failure, of reading its lines. `rowOfLine`: the row of each line, both from 1. */
export async function inRows(rowOfLine: readonly number[], read: Promise<FileContent>): Promise<FileContent> {
  const rowOf = (line: number): number => rowOfLine[line - 1] ?? (rowOfLine.at(-1) ?? 0) + line - rowOfLine.length;
  const params = (of: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(of).map(([name, value]) => {
        if (ofLines.includes(name) && typeof value === "number") return [name, rowOf(value)];
        if (name === "lines" && Array.isArray(value))
          return [name, value.map((line) => (typeof line === "number" ? rowOf(line) : line))];
        return [name, value];
      }),
    );
  const said = <S extends Sentence>(sentence: S): S => {
    const own = params(sentence.params);
    // What stands above the names is counted as the setting counts it: in rows, empty ones too.
    const isAbove = sentence.key === layoutWords.key("lines-above") && typeof own["line"] === "number";
    return { ...sentence, params: isAbove ? { ...own, count: (own["line"] as number) - 1 } : own };
  };
  /** Lines above the table that a button sets are set in rows. */
  const inRowsOf = (fix: Fix): Fix =>
    fix.path[0] === "skip" && typeof fix.value === "number" && fix.value > 0 ? { ...fix, value: rowOf(fix.value) } : fix;
  try {
    const content = await read;
    return {
      ...content,
      lineOf: (row) => rowOf(content.lineOf(row)),
      said: content.said.map(said),
      issues: content.issues.map(
        (issue): Issue => ({
          ...issue,
          line: issue.line === null ? null : rowOf(issue.line),
          message: said(issue.message),
          ...(issue.fix ? { fix: inRowsOf(issue.fix) } : {}),
        }),
      ),
    };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { failure } = error;
    throw new FailureError({ ...failure, params: params(failure.params) }, { cause: error });
  }
}
