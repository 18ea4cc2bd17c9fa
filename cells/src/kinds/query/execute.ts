// Runs one query in the sealed engine of the kernel. Which cells the text names is found by the lexer; whether the text
// may run is decided by the engine, from its own syntax tree.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import type { Failure } from "../../base/failure.ts";
import type { Json } from "../../base/json.ts";
import { stillIdentifying } from "../../artifacts/still-identifying.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute } from "../../contract/execute.ts";
import { numberRounded, numberTooLarge } from "./number-too-large.ts";
import { portOfName, type QuerySpec } from "./spec.ts";
import { sqlColumn } from "./sql-column.ts";
import { sqlNames } from "./sql-lexer.ts";
import { words } from "./words.ts";

export const execute: Execute<QuerySpec> = async (spec, context) => {
  const at = ["sql"];
  if (spec.sql.trim() === "") return err(words.failure("empty", {}, { at, asks: true }));
  const large = numberTooLarge(spec.sql);
  if (large)
    return err(words.failure("number-large", { found: large.text }, { at, span: { start: large.start, end: large.end } }));
  const rounded = numberRounded(spec.sql);
  if (rounded) {
    const { text: found, start, end, kept } = rounded;
    const value = spec.sql.slice(0, start) + kept + spec.sql.slice(end);
    return err(words.failure("number-rounded", { found, kept }, { at, span: { start, end }, fix: { path: ["sql"], value } }));
  }
  const { sql: engine } = context.engines;
  if (!engine) return err(words.failure("no-engine"));
  const tables = new Map<string, Table | Assay>();
  const params: { [name: string]: Json } = {};
  for (const name of sqlNames(spec.sql)) {
    const port = portOfName(name);
    const span = { start: name.start, end: name.end };
    const artifact = context.named(name.name, port);
    // A name that is no cell is the engine's to refuse, with what is near.
    if (!artifact) continue;
    if (name.parameter) {
      if (artifact.type !== "value")
        return err(words.failure("parameter-type", { name: name.name, type: artifact.type }, { at, span }));
      params[name.name] = artifact.value;
    } else if (artifact.type === "table" || artifact.type === "assay") {
      tables.set(port === undefined ? name.name.toLowerCase() : `${name.name}.${port}`.toLowerCase(), artifact);
    } else {
      return err(words.failure("not-a-table", { name: name.name, type: artifact.type }, { at, span }));
    }
  }
  const found = await engine.select({ sql: spec.sql, tables, params, signal: context.signal, trusted: false });
  return found.ok
    ? ok({ out: stillIdentifying(found.value, [...tables.values()], spec.sql) })
    : err(placed(found.error, spec.sql));
};

/** In the field, with the near name as a change that mends it where there is a place. */
function placed(found: Failure, sql: string): Failure {
  const near = Array.isArray(found.params.near) ? found.params.near[0] : undefined;
  if (typeof near !== "string" || !found.span) return { ...found, at: ["sql"] };
  // Of a table the name may be of two parts (`counts.samples`).
  const name = typeof found.params.column === "string" ? sqlColumn(near) : near.split(".").map(sqlColumn).join(".");
  const value = sql.slice(0, found.span.start) + name + sql.slice(found.span.end);
  return { ...found, at: ["sql"], fix: { path: ["sql"], value } };
}
