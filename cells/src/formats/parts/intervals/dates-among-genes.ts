// Gene symbols that a spreadsheet turned into dates, in a table that is read whole.

import { genesOfDate } from "../../../artifacts/genes/genes-of-dates.ts";
import type { Table } from "../../../artifacts/artifact.ts";
import type { Issue } from "../../../contract/format.ts";
import { namesTurnedIntoDates } from "../names-like-dates.ts";
import { words as loadWords } from "../words.ts";

export function datesAmongGenes(table: Table, lineOf: (row: number) => number): readonly Issue[] {
  const genes = { ...table, columns: table.columns.filter(({ semantic }) => semantic === "gene") };
  if (genes.columns.length === 0) return [];
  const header = genes.columns.map(({ name }) => name);
  const content = { shape: "table", table: genes } as const;
  const found = namesTurnedIntoDates({ content, header, issues: [], said: [], turnedIntoDates: [], lineOf, whole: true });
  const [first] = found;
  if (!first) return [];
  const cells = found.slice(0, 30).map(({ line, shown }) => `${shown} (${line})`);
  const message = loadWords.sentence("log-dates", { count: found.length, cells });
  const isOne = found.some(({ shown }) => genesOfDate(shown).length === 1);
  const step = isOne ? { step: { verb: "repair-genes" } } : {};
  return [{ rule: "excel-date", severity: "warning", line: first.line, field: header[0] ?? null, message, ...step }];
}
