// What is doubtful in a file that was read, whatever is made of it: for the intake card, and for a load with its log.

import type { JsonObject } from "../base/json.ts";
import type { Issue } from "../contract/format.ts";
import { columnIssues, type MarksSet } from "../formats/parts/column-issues.ts";
import { namesTurnedIntoDates } from "../formats/parts/names-like-dates.ts";
import { words as loadWords } from "../formats/parts/words.ts";
import { otherEnding } from "./other-ending.ts";
import type { ReadFile } from "./read-file.ts";

/** `mostColumns`: so many are looked at. `set`: as the load has it. */
export function issuesOfFile(file: ReadFile, name: string, mostColumns: number, set: MarksSet): Issue[] {
  const issues: Issue[] = [];
  const add = (
    rule: "ending" | "excel-date" | "part",
    severity: Issue["severity"],
    params: JsonObject,
    line: number | null = null,
  ): void => {
    issues.push({ rule, severity, line, field: null, message: loadWords.sentence(`issue-${rule}`, params) });
  };
  const other = otherEnding(name, file.listed.format.name, file.compression);
  if (other) add("ending", "warning", { name, ending: other.ending, format: other.content });
  const { content } = file;
  const dates = content.shape === "whole" ? [] : namesTurnedIntoDates({ ...file, content });
  const [firstDate] = dates;
  if (firstDate && dates.length === 1) add("excel-date", "warning", { shown: firstDate.shown }, firstDate.line);
  else if (firstDate) {
    const cells = dates.slice(0, 30).map(({ line, shown }) => `${shown} (${line})`);
    const message = loadWords.sentence("log-dates", { count: dates.length, cells });
    issues.push({ rule: "excel-date", severity: "warning", line: firstDate.line, field: null, message });
  }
  issues.push(...file.issues);
  if (!file.whole) add("part", "note", {});
  if (content.shape === "table") issues.push(...columnIssues(content.table, file.lineOf, mostColumns, file.issues, set));
  return issues;
}
