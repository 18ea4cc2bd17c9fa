// What is doubtful in a file that was read, whatever is made of it: for the intake card, and for a load with its log.

import type { JsonObject } from "../base/json.ts";
import type { Issue } from "../contract/format.ts";
import { columnIssues, type MarksSet } from "../formats/parts/column-issues.ts";
import { genesInWords, genesOfDate } from "../artifacts/genes/genes-of-dates.ts";
import { namesTurnedIntoDates } from "../formats/parts/names-like-dates.ts";
import { words as loadWords } from "../formats/parts/words.ts";
import { otherEnding } from "./other-ending.ts";
import type { ReadFile } from "./read-file.ts";

/** Below the load: of a date that one gene alone can have become. */
const repair = { verb: "repair-genes" };

/** `mostColumns`: so many are looked at. `set`: as the load has it. */
export function issuesOfFile(file: ReadFile, name: string, mostColumns: number, set: MarksSet): Issue[] {
  const issues: Issue[] = [];
  const add = (rule: "ending" | "part", severity: Issue["severity"], params: JsonObject, line: number | null = null): void => {
    issues.push({ rule, severity, line, field: null, message: loadWords.sentence(`issue-${rule}`, params) });
  };
  const other = otherEnding(name, file.listed.format.name, file.compression);
  if (other) add("ending", "warning", { name, ending: other.ending, format: other.content });
  const { content } = file;
  const dates = content.shape === "whole" ? [] : namesTurnedIntoDates({ ...file, content });
  const [firstDate] = dates;
  const genesOf = [...new Set(dates.map(({ shown }) => shown))].flatMap((shown) => {
    const genes = genesOfDate(shown);
    return genes.length === 0 ? [] : [{ shown, genes: genesInWords(genes), isOne: genes.length === 1 }];
  });
  const step = genesOf.some(({ isOne }) => isOne) ? { step: repair } : {};
  if (firstDate && dates.length === 1) {
    const { shown } = firstDate;
    const [known] = genesOf;
    const message = known
      ? loadWords.sentence("issue-excel-date-of", { shown, genes: known.genes })
      : loadWords.sentence("issue-excel-date", { shown });
    issues.push({ rule: "excel-date", severity: "warning", line: firstDate.line, field: null, message, ...step });
  } else if (firstDate) {
    const cells = dates.slice(0, 30).map(({ line, shown }) => `${shown} (${line})`);
    const said = { count: dates.length, cells };
    const genes = genesOf.slice(0, 12).map((each) => `${each.shown} = ${each.genes}`);
    const message =
      genes.length > 0 ? loadWords.sentence("log-dates-of", { ...said, genes }) : loadWords.sentence("log-dates", said);
    issues.push({ rule: "excel-date", severity: "warning", line: firstDate.line, field: null, message, ...step });
  }
  issues.push(...file.issues);
  if (!file.whole) add("part", "note", {});
  if (content.shape === "table") issues.push(...columnIssues(content.table, file.lineOf, mostColumns, file.issues, set));
  return issues;
}
