// What DuckDB says when it refuses, made a failure of the catalogue: which name, where in the text, and what is near.

import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import { nearestNames } from "@genomecraft/cells/base/nearest-name.ts";
import { words as queryWords } from "@genomecraft/cells/kinds/query/words.ts";

/** DuckDB counts bytes of UTF-8, a text here UTF-16 units. */
export function offsetOfByte(text: string, byte: number): number {
  let bytes = 0;
  let at = 0;
  for (const letter of text) {
    if (bytes >= byte) break;
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += letter.length;
  }
  return at;
}

/** The word or sign that stands at a byte, as a span. */
export function spanAtByte(text: string, byte: number): { readonly start: number; readonly end: number } {
  const start = Math.min(offsetOfByte(text, byte), text.length);
  const word = /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_][\p{L}\p{M}\p{N}_]*|\d+|[:<>=!|&]{2}|\S)/u.exec(text.slice(start));
  return { start, end: Math.min(text.length, start + Math.max(1, word?.[0].length ?? 1)) };
}

/** The message of an error as JSON (errors_as_json), whatever stands before it. */
function detailOf(message: string): JsonObject | null {
  const start = message.indexOf("{");
  if (start < 0) return null;
  try {
    const parsed = JSON.parse(message.slice(start)) as Json;
    return isJsonObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

const firstLine = (text: string): string => (text.split("\n")[0] ?? "").slice(0, 300).replace(/[\s.!]+$/u, "");

/** What a query may name: tables, and the columns of the cells that it reads. */
export interface KnownNames {
  readonly tables: readonly string[];
  readonly columns: readonly string[];
}

export function failureOfDuckdb(error: unknown, sql: string, known: KnownNames): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const detail = detailOf(message);
  if (!detail) return queryWords.failure("failed", { detail: firstLine(message) });
  return failureOfDetail(detail, sql, known);
}

export function failureOfDetail(detail: JsonObject, sql: string, { tables, columns }: KnownNames): Failure {
  const type = String(detail.exception_type ?? detail.error_type ?? "");
  const text = String(detail.exception_message ?? detail.error_message ?? "");
  const subtype = String(detail.error_subtype ?? "");
  const position = detail.position === undefined ? Number.NaN : Number(detail.position);
  const at = Number.isInteger(position) ? { span: spanAtByte(sql, position) } : {};
  const name = String(detail.name ?? "");
  const candidates = String(detail.candidates ?? "")
    .split(",")
    .map((candidate) => candidate.trim().replace(/^.*\./, "").replaceAll('"', ""))
    .filter((candidate) => candidate !== "");
  if (subtype === "COLUMN_NOT_FOUND") {
    // DuckDB's candidates are a choice of its own, not all there are.
    const all = [...new Set([...columns, ...candidates])];
    const near = nearestNames(name, all);
    if (near.length > 0) return queryWords.failure("column-near", { column: name, near }, at);
    return queryWords.failure("column-missing", { column: name, available: all.slice(0, 12) }, at);
  }
  if (subtype === "MISSING_ENTRY" && String(detail.type).includes("Function")) {
    return candidates.length > 0
      ? queryWords.failure("function-near", { name, near: candidates.slice(0, 3) }, at)
      : queryWords.failure("function-missing", { name }, at);
  }
  if (subtype === "MISSING_ENTRY") {
    const near = nearestNames(name, tables);
    return near.length > 0
      ? queryWords.failure("table-near", { table: name, near }, at)
      : tables.length > 0
        ? queryWords.failure("table-missing", { table: name, available: tables.slice(0, 12) }, at)
        : queryWords.failure("table-none", { table: name }, at);
  }
  if (subtype === "NO_MATCHING_FUNCTION") return queryWords.failure("function-types", { call: String(detail.call ?? name) }, at);
  if (/^parser$/i.test(type)) {
    const found = at.span ? sql.slice(at.span.start, at.span.end) : "";
    return found === "" ? queryWords.failure("syntax-end", {}, at) : queryWords.failure("syntax", { found }, at);
  }
  if (/out of memory/i.test(type) || /out of memory|failed to offload/i.test(text)) return queryWords.failure("out-of-memory");
  if (/parameter/i.test(text) && /invalid input/i.test(type))
    return queryWords.failure("parameter-missing", { detail: firstLine(text) }, at);
  return queryWords.failure("failed", { detail: firstLine(text) }, at);
}
