// What a person's SQL may say: one SELECT, over the tables it was given, with functions that read nothing but their
// arguments and answer the same every time. Walks DuckDB's own syntax tree, so that no spelling slips through.

import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import { nearestNames } from "@genomecraft/cells/base/nearest-name.ts";
import { words as queryWords } from "@genomecraft/cells/kinds/query/words.ts";

const tableFunctions = new Set(["range", "generate_series", "unnest"]);

/** Answer differently each time, or tell of the machine. */
const deniedFunctions = new Set([
  "random",
  "setseed",
  "uuid",
  "uuidv4",
  "uuidv7",
  "gen_random_uuid",
  "now",
  "get_current_time",
  "get_current_timestamp",
  "current_time",
  "current_date",
  "current_timestamp",
  "current_localtime",
  "current_localtimestamp",
  "today",
  "transaction_timestamp",
  "txid_current",
  "current_setting",
  "current_user",
  "session_user",
  "user",
  "current_database",
  "current_schema",
  "current_schemas",
  "current_query",
  "current_connection_id",
  "current_query_id",
  "current_transaction_id",
  "connection_id",
  "in_search_path",
  "getvariable",
  "getenv",
  "nextval",
  "currval",
  "write_log",
  "sleep_ms",
  "pg_conf_load_time",
  "pg_postmaster_start_time",
]);

/** DuckDB's way to say that it does not know (2^64 - 1). */
const nowhere = 2 ** 53;

/** The first thing in the tree that may not be there, or null. `locate` makes a span of a byte offset and a length. */
export function refusedIn(
  tree: Json,
  tables: readonly string[],
  locate: (byte: number, length: number) => { readonly start: number; readonly end: number },
): Failure | null {
  const known = new Set(tables.map((name) => name.toLowerCase()));
  const ctes = new Set<string>();
  const each = (value: Json, visit: (node: JsonObject) => Failure | null): Failure | null => {
    if (Array.isArray(value)) {
      for (const item of value as readonly Json[]) {
        const found = each(item, visit);
        if (found) return found;
      }
      return null;
    }
    if (!isJsonObject(value)) return null;
    const found = visit(value);
    if (found) return found;
    for (const item of Object.values(value)) {
      const inner = each(item, visit);
      if (inner) return inner;
    }
    return null;
  };
  each(tree, (node) => {
    const map = node.cte_map;
    if (isJsonObject(map) && Array.isArray(map.map)) {
      for (const entry of map.map as readonly Json[]) if (isJsonObject(entry)) ctes.add(String(entry.key).toLowerCase());
    }
    if (typeof node.cte_name === "string") ctes.add(node.cte_name.toLowerCase());
    if (typeof node.ctename === "string") ctes.add(node.ctename.toLowerCase());
    return null;
  });
  const at = (node: JsonObject, name: string): Pick<Failure, "span"> => {
    const place = node.query_location;
    return typeof place === "number" && place < nowhere ? { span: locate(place, name.length) } : {};
  };
  return each(tree, (node) => {
    if (node.type === "BASE_TABLE") {
      const name = String(node.table_name ?? "");
      const schema = String(node.schema_name ?? "");
      const full = schema === "" ? name : `${schema}.${name}`;
      if (
        String(node.catalog_name ?? "") === "" &&
        (known.has(full.toLowerCase()) || (schema === "" && ctes.has(name.toLowerCase())))
      ) {
        return null;
      }
      const near = nearestNames(full, tables);
      return near.length > 0
        ? queryWords.failure("table-near", { table: full, near }, at(node, full))
        : tables.length > 0
          ? queryWords.failure("table-missing", { table: full, available: tables.slice(0, 12) }, at(node, full))
          : queryWords.failure("table-none", { table: full }, at(node, full));
    }
    if (node.type === "TABLE_FUNCTION" && isJsonObject(node.function)) {
      const name = String(node.function.function_name ?? "");
      if (tableFunctions.has(name.toLowerCase())) return null;
      return queryWords.failure("table-function", { name, allowed: [...tableFunctions] }, at(node, name));
    }
    if (node.class === "FUNCTION") {
      const name = String(node.function_name ?? "").toLowerCase();
      if (deniedFunctions.has(name)) return queryWords.failure("function-denied", { name }, at(node, name));
      return null;
    }
    if (node.class === "COLUMN_REF" && Array.isArray(node.column_names) && node.column_names.length === 1) {
      // Without brackets these are functions, unless a column has the name; then quoting tells them apart.
      const name = String(node.column_names[0]).toLowerCase();
      if (name.startsWith("current_") && deniedFunctions.has(name))
        return queryWords.failure("function-denied", { name }, at(node, name));
      return null;
    }
    if (node.type === "SHOW_REF") return queryWords.failure("not-select");
    if (isJsonObject(node.sample) && !(typeof node.sample.seed === "number" && node.sample.seed >= 0)) {
      return queryWords.failure("sample-unseeded");
    }
    return null;
  });
}
