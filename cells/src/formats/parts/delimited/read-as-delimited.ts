// Reads text between whose fields a certain character stands, or one that is found: what the formats of delimited text and
// of spreadsheets share.

import type { FileContent, Issue, Read, ReadTask } from "../../../contract/format.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { words as doubts } from "../doubts/words.ts";
import { type DelimitedFile, type DelimitedSource, readDelimited } from "./read-delimited.ts";
import { words } from "../words.ts";

export const readerOf =
  (delimiter: string | null): Read =>
  (task) =>
    readAsDelimited(task, task.settings.delimiter ?? delimiter);

export async function readAsDelimited(
  task: ReadTask,
  delimiter: string | null,
  source: DelimitedSource = task,
): Promise<FileContent> {
  const { settings, matrix, bytesWanted, signal } = task;
  const file = await readDelimited(source, {
    ragged: settings.ragged,
    matrix,
    bytesWanted,
    ...(delimiter === null ? {} : { delimiter }),
    ...(settings.header === null ? {} : { header: settings.header }),
    ...(signal ? { signal } : {}),
    progress: (fraction) => task.progress?.(fraction),
  });
  const { layout, repeatedNames, content, lineOf, whole } = file;
  const said: Sentence[] = layout.comments > 0 ? [words.sentence("log-comments", { count: layout.comments })] : [];
  const exponents = file.exponents.map(({ column, value, row, count }): Issue => {
    const message = doubts.sentence("exponents-taken", { column, value, count, line: lineOf(row), number: Number(value) });
    return { rule: "exponents-taken", severity: "warning", line: lineOf(row), field: column, message };
  });
  const long = file.longTexts ? [issueOfLongTexts(file.longTexts)] : [];
  if (layout.saysDelimiter) said.push(doubts.sentence("says-delimiter", { delimiter: nameOf(layout.delimiter) }));
  const issues = repeatedNames.map(issueOfRepeatedName);
  const header = layout.hasHeader ? layout.names : null;
  return { content, header, sheets: [], issues: [...long, ...issues, ...exponents], said, turnedIntoDates: [], lineOf, whole };
}

function issueOfLongTexts({ line, lines, count }: NonNullable<DelimitedFile["longTexts"]>): Issue {
  const message = doubts.sentence(count > 1 ? "long-texts" : "long-text", { line, lines, more: count - 1 });
  return { rule: "long-text", severity: "warning", line, field: null, message };
}

const nameOf = (delimiter: string): string => (delimiter === "\t" ? "TAB" : delimiter);

export const issueOfRepeatedName = ({ name, columns }: DelimitedFile["repeatedNames"][number]): Issue => ({
  rule: "repeated-column",
  severity: "warning",
  line: null,
  field: name,
  message: words.sentence("issue-repeated-column", { name, columns: [...columns] }),
});
