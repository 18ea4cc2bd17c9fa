// A document of JSON as a table. One level of objects in cells becomes columns of their own; what lies deeper stays JSON.

import type { Column } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import { firstTwice, keysOf } from "../../base/keys-of-json.ts";
import type { FileContent, Issue, Read } from "../../contract/format.ts";
import { issueOfRepeatedName } from "../parts/delimited/read-as-delimited.ts";
import { uniqueNames } from "../parts/delimited/read-delimited.ts";
import { cellOf, columnOfCells, deepestValue, refuseHollow, withWordsAndLongNumbers } from "../parts/json/json-cells.ts";
import { mostColumns, refuseWide } from "../parts/wide-tables.ts";
import { words as loadWords } from "../parts/words.ts";
import { type Measure, measureOfJson } from "./measure.ts";
import { type JsonTable, noTable, shown, tableOfJson } from "./shapes.ts";
import { words } from "./words.ts";

/** No text is longer in the engines that read it (V8). */
const longestText = 536_870_888;

export const read: Read = async (task): Promise<FileContent> => {
  const { name } = task;
  const text = textOf(await task.bytes(), name);
  const measure = measureOfJson(text, deepestValue);
  refuseTooMuch(measure, name);
  const value = parsed(text, name);
  if (measure.keys !== keysOf(value)) words.fail("key-twice", { name, key: firstTwice(text) ?? "" });
  const found = tableOfJson(value, { name, header: task.settings.header });
  const flat = flattened(found);
  const { names, repeatedNames } = uniqueNames(flat.names);
  const columns = flat.columns.map((cells, at): Column => columnOfCells(names[at] as string, cells.map(cellOf)));
  const issues = [...found.issues, ...flat.issues, ...repeatedNames.map(issueOfRepeatedName)];
  return {
    content: { shape: "table", table: { type: "table", rowCount: flat.columns[0]?.length ?? 0, columns } },
    header: flat.names,
    issues,
    said: issues.filter(({ severity, fix }) => severity === "note" && !fix).map(({ message }) => message),
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
};

/** What no shape of a document makes a table of (shapes.ts says so of fewer). */
function refuseTooMuch({ depth, widest, outer }: Measure, name: string): void {
  if (depth > deepestValue) words.fail("nested", { name, most: deepestValue });
  refuseWide(widest);
  if (outer.keys <= mostColumns) return;
  if (outer.lists === outer.keys) refuseWide(outer.keys);
  if (outer.lists === 0 && outer.objects === 0) noTable(name, "object", shown(outer.first, outer.keys));
}

function textOf(bytes: Uint8Array, name: string): string {
  if (bytes.length > longestText) throw new FailureError(loadWords.failure("file-too-large", { name, format: "JSON" }));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FailureError(loadWords.failure("not-utf8", { column: "", line: 1 }), { cause });
  }
}

function parsed(text: string, name: string): Json {
  try {
    return JSON.parse(withWordsAndLongNumbers(text)) as Json;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.replace(/ in JSON at position.*| \(line .*/s, "") : "";
    // Numbers that were put in quotes move places, and lines stay.
    const told = cause instanceof Error ? /\(line (\d+)|at position (\d+)/.exec(cause.message) : null;
    const place = told?.[2];
    const isAtTheEnd = cause instanceof Error && /end of JSON/.test(cause.message);
    const line = isAtTheEnd
      ? text.trimEnd().split("\n").length
      : told?.[1]
        ? Number(told[1])
        : place
          ? text.slice(0, Number(place)).split("\n").length
          : null;
    const evidence = { name, detail: detail.slice(0, 120) };
    throw new FailureError(
      words.failure(line === null ? "broken-somewhere" : "broken", { ...evidence, ...(line === null ? {} : { line }) }),
      {
        cause,
      },
    );
  }
}

type Flat = Pick<JsonTable, "names" | "columns" | "issues">;

/** Columns all of whose values are objects, as a column of each of their fields. */
function flattened({ names, columns }: JsonTable): Flat {
  const flat: { name: string; cells: readonly Json[] }[] = [];
  const opened: string[] = [];
  const made: string[] = [];
  const kept: string[] = [];
  columns.forEach((cells, at) => {
    const name = names[at] as string;
    const present = cells.filter((cell) => cell !== null);
    if (present.length > 0 && present.every(isJsonObject)) {
      opened.push(name);
      refuseHollow(present);
      const fields = [...new Set(present.flatMap((cell) => Object.keys(cell)))];
      for (const field of fields) {
        const own = cells.map((cell) =>
          isJsonObject(cell) && Object.hasOwn(cell, field) ? ((cell as JsonObject)[field] as Json) : null,
        );
        flat.push({ name: `${name}.${field}`, cells: own });
        made.push(`${name}.${field}`);
        if (own.some((cell) => typeof cell === "object" && cell !== null)) kept.push(`${name}.${field}`);
      }
      return;
    }
    if (present.some((cell) => typeof cell === "object")) kept.push(name);
    flat.push({ name, cells });
  });
  const issue = (rule: "flattened" | "kept-json", columnsTold: readonly string[]): Issue[] =>
    columnsTold.length === 0
      ? []
      : [
          {
            rule: `json-${rule}`,
            severity: "note",
            line: null,
            field: columnsTold[0] ?? null,
            message: words.sentence(rule, {
              columns: columnsTold.slice(0, 12).join(", "),
              count: columnsTold.length,
              made: made.slice(0, 12).join(", "),
            }),
          },
        ];
  return {
    names: flat.map(({ name }) => name),
    columns: flat.map(({ cells }) => cells),
    issues: [...issue("flattened", opened), ...issue("kept-json", kept)],
  };
}
