// Tables of R, each as a sheet: what the formats rds and rdata share.

import { FailureError } from "../../../base/failure.ts";
import type { FileContent, Issue, OpenSheets, Read, ReadTask } from "../../../contract/format.ts";
import { issueOfRepeatedName } from "../delimited/read-as-delimited.ts";
import { uniqueNames } from "../delimited/read-delimited.ts";
import { words as loadWords } from "../words.ts";
import { kindOf, type RTable, tablesOf } from "./tables.ts";
import { RDamage } from "./inputs.ts";
import { unserialize } from "./unserialize.ts";
import { type RValue, textsOf } from "./values.ts";
import { words } from "./words.ts";

interface Found {
  readonly tables: readonly RTable[];
  /** What is there and no table: names and kinds. */
  readonly left: readonly string[];
}

export function readerOfObjects(format: "rds" | "rdata"): { readonly read: Read; readonly openSheets: OpenSheets } {
  const find = (bytes: Uint8Array, name: string): Found => {
    const objects = objectsIn(bytes, format, name);
    const tables = objects.flatMap(({ name: own, value }) => tablesOf(value, own));
    const left = objects.flatMap(leftOf);
    if (tables.length === 0) words.fail("no-table", { ...(name === "" ? {} : { name }), kinds: left.slice(0, 8).join(", ") });
    return { tables, left };
  };
  const read: Read = async (task) => {
    const found = find(await task.bytes(), task.name);
    const { sheet } = task.settings;
    const names = found.tables.map(({ name }) => name);
    const table = sheet === null ? found.tables[0] : found.tables.find(({ name }) => name === sheet);
    if (!table) {
      const params = { sheet: sheet ?? "", sheets: names.join(", ") };
      throw new FailureError(loadWords.failure("sheet-missing", params, { at: ["sheet"] }));
    }
    return contentOf(table, found, task);
  };
  const openSheets: OpenSheets = (bytes) => {
    const found = find(bytes, "");
    return Promise.resolve(
      found.tables.map((table) => ({
        name: table.name,
        isHidden: false,
        read: (task) => Promise.resolve(contentOf(table, found, task)),
      })),
    );
  };
  return { read, openSheets };
}

interface Named {
  readonly name: string;
  readonly value: RValue;
}
/** What of an object is no table: all of it, or some of the items of a list. */
function leftOf(named: Named): readonly string[] {
  const { name, value } = named;
  const found = tablesOf(value, name);
  if (found.length === 0) return [shown(named)];
  if (value.kind !== "list" || found.length >= value.values.length || found[0]?.name === name) return [];
  const names = textsOf(value.attributes.get("names"));
  return value.values.flatMap((each, at) => {
    const own = names[at] || `${name}[[${at + 1}]]`;
    return tablesOf(each, own).length === 0 ? [shown({ name: own, value: each })] : [];
  });
}

const shown = ({ name, value }: Named): string => (name === "" ? kindOf(value) : `${name} (${kindOf(value)})`);

function objectsIn(bytes: Uint8Array, format: "rds" | "rdata", name: string): readonly Named[] {
  try {
    if (format === "rds") return [{ name: "object", value: unserialize(bytes).value }];
    // "RDX3\n", and then the same as an object: a list of pairs, by name.
    const from = bytes.indexOf(10) + 1;
    const { value } = unserialize(bytes.subarray(from));
    if (value.kind !== "pairs") throw new RDamage("no objects");
    return value.values.map((each, at) => ({ name: value.tags[at] ?? "", value: each }));
  } catch (cause) {
    if (!(cause instanceof RDamage) && !(cause instanceof RangeError)) throw cause;
    throw new FailureError(
      words.failure("broken", { ...(name === "" ? {} : { name }), detail: cause instanceof RDamage ? cause.message : "lengths" }),
      {
        cause,
      },
    );
  }
}

function contentOf(table: RTable, { tables, left }: Found, task: ReadTask): FileContent {
  const { names, repeatedNames } = uniqueNames(table.header);
  const [first] = table.columns;
  const rowCount = !first ? 0 : first.type === "text" ? first.codes.length : first.values.length;
  if (rowCount === 0) throw new FailureError(loadWords.failure("header-only", { name: task.name, columns: table.header.length }));
  const issues: Issue[] = repeatedNames.map(issueOfRepeatedName);
  const warn = (rule: "objects-left" | "columns-left", params: Parameters<typeof words.sentence>[1]): void => {
    issues.push({ rule: `r-${rule}`, severity: "warning", line: null, field: null, message: words.sentence(rule, params) });
  };
  if (table.left.length > 0) {
    const columns = table.left.slice(0, 12).join(", ");
    warn("columns-left", { columns, count: table.left.length, table: table.name });
  }
  if (left.length > 0) warn("objects-left", { name: task.name, kinds: left.slice(0, 8).join(", ") });
  const sheets = tables.map(({ name }) => name);
  const other = sheets.find((name) => name !== table.name);
  const which = loadWords.sentence("log-sheet", { sheet: table.name, sheets });
  const isGuessed = task.settings.sheet === null && other !== undefined;
  const guess: Issue[] = isGuessed
    ? [{ rule: "sheet", severity: "note", line: null, field: null, message: which, fix: { path: ["sheet"], value: other } }]
    : [];
  const columns = table.columns.map((column, at) => ({ ...column, name: names[at] as string }));
  return {
    content: { shape: "table", table: { type: "table", rowCount, columns } },
    header: table.header,
    issues: [...guess, ...issues],
    said: other !== undefined && !isGuessed ? [which] : [],
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
}
