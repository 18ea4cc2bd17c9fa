// Text without columns is a table of one; where a delimiter is found after all, of several. Where that one divides the lines
// unequally it is no delimiter but a letter of free text: each line is a row, which is said.

import { FailureError } from "../../base/failure.ts";
import type { Issue, Read } from "../../contract/format.ts";
import { readAsDelimited, readerOf } from "../parts/delimited/read-as-delimited.ts";
import { words as loadWords } from "../parts/words.ts";

const byColumns = readerOf(null);
/** Stands in no text. */
const none = "\u001f";

export const read: Read = async (task) => {
  const { settings } = task;
  try {
    return await byColumns(task);
  } catch (error) {
    const isSet = settings.delimiter !== null || settings.ragged !== "fail";
    if (isSet || !(error instanceof FailureError) || error.failure.reason !== loadWords.key("rows-unequal")) throw error;
    const lines = await readAsDelimited({ ...task, settings: { ...settings, quotes: "none" } }, none);
    const fix = { path: ["ragged"], value: "fill" };
    const message = loadWords.sentence("issue-lines");
    const issue: Issue = { rule: "lines", severity: "note", line: null, field: null, message, fix };
    return { ...lines, issues: [issue, ...lines.issues] };
  }
};
