// The YAML inside a cell of a notebook file: plain data only (no tags, anchors or merge keys), each mistake with its line,
// printed in one way.

import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
} from "yaml";
import type { Json, JsonPath } from "../base/json.ts";
import { fileProblem, type FileProblem } from "./file-blocks.ts";
import { isStorable } from "./spec-value.ts";

export interface YamlBody {
  readonly value: Json;
  readonly problems: readonly FileProblem[];
  /** Line in the file of what stands at a path, or of the nearest thing around it. */
  lineOf(path: JsonPath): number;
}

const indentErrors: ReadonlySet<string> = new Set([
  "BAD_INDENT",
  "TAB_AS_INDENT",
  "BLOCK_AS_IMPLICIT_KEY",
  "BLOCK_IN_FLOW",
  "MULTILINE_IMPLICIT_KEY",
  "MULTIPLE_DOCS",
  "UNEXPECTED_TOKEN",
  "MISSING_CHAR",
  "BAD_COLLECTION_TYPE",
]);

/** A thousand steps of ten lines: what the parser reads in some hundred milliseconds. */
const mostPieces = 10_000;

const piecesIn = (text: string): number => {
  let count = 1;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 10 || letter === 44) count++;
  }
  return count;
};

/** The parser calls itself for each level: far from where the stack ends, and far above what a value may nest. */
const mostLevels = 500;

/**
 * Line, from 0, on which a text nests deeper than it may be parsed; null when none does. Counts brackets in quotes and in
 * texts as well, for only the parser knows which is which.
 */
function tooDeepAt(text: string): number | null {
  let line = 0;
  let open = 0;
  /** Levels that this line begins: blanks, "- " and "? " before anything else. */
  let margin = 0;
  let inMargin = true;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === "\n") {
      line++;
      margin = 0;
      inMargin = true;
      continue;
    }
    if (letter === "[" || letter === "{") open++;
    else if ((letter === "]" || letter === "}") && open > 0) open--;
    inMargin &&= letter === " " || ((letter === "-" || letter === "?") && text.charAt(at + 1) === " ");
    if (inMargin) margin++;
    if (open > mostLevels || margin > mostLevels) return line;
  }
  return null;
}

/** `line`: number in the file of the body's first line. */
export function parseYamlBody(text: string, line: number): YamlBody {
  const count = piecesIn(text);
  if (count > mostPieces)
    return { value: {}, problems: [fileProblem(line, "file-long", { count, most: mostPieces })], lineOf: () => line };
  const deep = tooDeepAt(text);
  if (deep !== null) return { value: {}, problems: [fileProblem(line + deep, "file-nested")], lineOf: () => line + deep };
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    version: "1.2",
    schema: "core",
    merge: false,
    // It compares every key with every other one; ours are counted below.
    uniqueKeys: false,
  });
  const lineAt = (offset: number | undefined): number => line + Math.max(0, counter.linePos(offset ?? 0).line - 1);
  const problems: FileProblem[] = [];
  const faulty = new Set<number>();
  for (const error of [...document.errors, ...document.warnings]) {
    const at = lineAt(error.pos[0]);
    // One mistake makes the parser stumble more than once.
    if (faulty.has(at)) continue;
    faulty.add(at);
    if (indentErrors.has(error.code)) problems.push(fileProblem(at, "file-indent", { detail: error.message }));
    else problems.push(fileProblem(at, "file-yaml", { detail: error.message }));
  }
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node) || (node as { anchor?: string }).anchor !== undefined) {
        problems.push(fileProblem(lineAt(node.range?.[0]), "file-anchor"));
      }
      if (!isMap(node)) return;
      const keys = new Set<unknown>();
      for (const { key } of node.items) {
        if (!isScalar(key)) continue;
        const at = lineAt(key.range?.[0]);
        if (keys.has(key.value) && !faulty.has(at)) problems.push(fileProblem(at, "file-key-twice"));
        keys.add(key.value);
      }
    },
  });
  /** Of each map that was asked about. */
  const pairs = new Map<unknown, ReadonlyMap<string, Pair>>();
  const pairIn = (map: YAMLMap, step: string): Pair | undefined => {
    let known = pairs.get(map);
    if (!known) {
      known = new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])));
      pairs.set(map, known);
    }
    return known.get(step);
  };
  const lineOf = (path: JsonPath): number => {
    let node: unknown = document.contents;
    let offset = isNode(node) ? node.range?.[0] : 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = pairIn(node, String(step));
        if (!pair) break;
        offset = (pair.key as Scalar).range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node) && typeof step === "number") {
        node = node.items[step];
        offset = isNode(node) ? (node.range?.[0] ?? offset) : offset;
      } else break;
    }
    return lineAt(offset);
  };
  if (problems.length > 0) return { value: {}, problems, lineOf };
  const value: unknown = document.contents === null ? {} : document.toJS();
  const bad = badPath(value, []);
  if (bad) {
    const reason = bad.at(-1) === "__proto__" ? "file-key-refused" : "file-value";
    return { value: {}, problems: [fileProblem(lineOf(bad), reason, { field: bad.join(".") })], lineOf };
  }
  return { value: value as Json, problems, lineOf };
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "range" in value;

/** Where something stands that a spec cannot hold. */
function badPath(value: unknown, path: JsonPath): JsonPath | null {
  if (isStorable(value)) return null;
  if (typeof value === "object" && value !== null && path.length < 64) {
    for (const [key, item] of Object.entries(value)) {
      const found = key === "__proto__" ? [...path, key] : badPath(item, [...path, Array.isArray(value) ? Number(key) : key]);
      if (found) return found;
    }
  }
  return path;
}

const first = ["id", "verb", "type", "path"];
const rank = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length);

/** Keys in one order whatever order they came in: what names a thing first, then by alphabet. `top`: the kind's own order of fields. */
export function sortedKeys(value: Json, top?: readonly string[]): Json {
  if (Array.isArray(value)) return value.map((item: Json) => sortedKeys(item));
  if (typeof value !== "object" || value === null) return value;
  const place = (key: string): number => (top ? (top.includes(key) ? top.indexOf(key) : top.length) : rank(key));
  const entries = Object.entries(value as { readonly [key: string]: Json });
  return Object.fromEntries(
    entries.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)).map(([key, item]) => [key, sortedKeys(item)]),
  );
}

/** YAML without a line end; "" for an empty object. */
export function printYaml(value: Json): string {
  if (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0) return "";
  const document = new Document(value, { version: "1.2", aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === "string") node.type = scalarType(node.value);
    },
    Seq: (_key, node) => {
      const scalars = node.items.every(
        (item) => isScalar(item) && !(typeof item.value === "string" && item.value.includes("\n")),
      );
      if (scalars && JSON.stringify(node.toJSON()).length <= 100) node.flow = true;
    },
  });
  return document
    .toString({
      lineWidth: 0,
      flowCollectionPadding: false,
      blockQuote: "literal",
      doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    })
    .replace(/\n$/, "");
}

/** Plain where YAML reads it back, a literal block for ordinary lines, double quotes for all that could be misread. */
function scalarType(text: string): Scalar.Type {
  if (/^\d[0-9A-Za-z_]*$/.test(text) && !numberLike.test(text)) return Scalar.PLAIN;
  if (/^[\p{L}_=@][\p{L}\p{M}\p{N}_.@/()+ -]*$/u.test(text) && !text.endsWith(" ") && !reservedWords.test(text))
    return Scalar.PLAIN;
  const ordinary = /^[^\s][^\p{C}\u2028\u2029\ufeff]*$/u;
  if (
    text.includes("\n") &&
    text.endsWith("\n") === false &&
    text.split("\n").every((line) => ordinary.test(line) && !/\s$/u.test(line))
  )
    return Scalar.BLOCK_LITERAL;
  return Scalar.QUOTE_DOUBLE;
}

/** Digits that YAML would read as a number: quoted, as every digest of mere digits is. */
const numberLike = /^(?:\d+(?:e\d+)?|0[ox].*)$/i;

const reservedWords = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
