// Small kinds for the tests of the notebook: prose, a source of a table, steps over it, code that names cells.

import { z } from "zod";
import { defineKind } from "../contract/define-kind.ts";
import type { Kind, TextReference } from "../contract/kind.ts";
import { cellRef, fileRef, json, orRef } from "../contract/spec-fields.ts";
import type { KindOf } from "../contract/kind-of.ts";

const shared = {
  example: "",
  version: 1,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  mode: "auto",
  inputs: [],
  textFields: [],
  listFields: [],
  missing: () => null,
  discloses: () => null,
} as const;

const found = (field: string, text: string, pattern: RegExp): TextReference[] =>
  [...text.matchAll(pattern)].map((match) => {
    const start = match.index + match[0].indexOf(match[1] as string);
    return {
      field,
      name: match[1] as string,
      ...(match[2] ? { port: match[2] } : {}),
      start,
      end: start + (match[1] as string).length,
    };
  });

export const noteForTests: Kind = defineKind({
  ...shared,
  kind: "note",
  title: "Note",
  place: "inline",
  outputs: [],
  schema: z.strictObject({ text: z.string().default("") }),
  textFields: ["text"],
  empty: { text: "" },
  textReferences: (spec) => found("text", spec.text ?? "", /\{\{\s*([\p{L}_][\p{L}\p{M}\p{N}_]*)\.rows\s*\}\}/gu),
  words: () => "text",
  suggestName: () => "note",
});

export const loadForTests: Kind = defineKind({
  ...shared,
  kind: "load",
  title: "Load a file",
  place: "warm",
  outputs: [{ name: "out", type: ["table", "assay"], title: "Data" }],
  schema: z.strictObject({
    file: fileRef().nullable().default(null),
    delimiter: z.string().exactOptional(),
    header: z.boolean().default(true),
    rename: z.record(z.string(), z.string()).default({}),
  }),
  empty: { file: null },
  missing: (spec) => (spec.file === null ? "file" : null),
  words: () => "loads a file",
  suggestName: () => "data",
});

export const transformForTests: Kind = defineKind({
  ...shared,
  kind: "transform",
  title: "Filter and transform",
  place: "warm",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [
    { name: "out", type: ["table", "assay"], title: "Data" },
    { name: "steps", type: "report", title: "Steps" },
  ],
  schema: z.strictObject({
    from: cellRef().nullable().default(null),
    steps: z
      .array(
        z.strictObject({
          id: z.string(),
          verb: z.string(),
          column: z.string().exactOptional(),
          order: json().exactOptional(),
          off: z.boolean().default(false),
        }),
      )
      .default([]),
    limit: orRef(z.number()).default(10),
  }),
  listFields: ["steps"],
  empty: { from: null, steps: [] },
  missing: (spec) => (spec.from === null ? "from" : null),
  words: (spec) => `${spec.steps.length} steps`,
  suggestName: () => "kept",
});

export const queryForTests: Kind = defineKind({
  ...shared,
  kind: "query",
  title: "SQL",
  place: "sealed",
  mode: "manual",
  outputs: [{ name: "out", type: "table", title: "Rows" }],
  schema: z.strictObject({
    sql: z.string().default(""),
    rows: z.number().int().positive().default(1000),
    extra: json().exactOptional(),
  }),
  textFields: ["sql"],
  empty: { sql: "" },
  missing: (spec) => (spec.sql.trim() === "" ? "sql" : null),
  textReferences: (spec) => found("sql", spec.sql ?? "", /(?:from|join)\s+([\p{L}_][\p{L}\p{M}\p{N}_]*)(?:\.([a-z]+))?/giu),
  words: () => "a query",
  suggestName: () => "rows",
});

/** Its spec has been through two migrations. */
export const parameterForTests: Kind = defineKind({
  ...shared,
  kind: "parameter",
  title: "Parameter",
  place: "inline",
  specVersion: 3,
  outputs: [{ name: "out", type: "value", title: "Value" }],
  schema: z.strictObject({
    control: z.discriminatedUnion("type", [
      z.strictObject({ type: z.literal("number"), min: z.number().exactOptional() }),
      z.strictObject({ type: z.literal("column"), from: cellRef().exactOptional() }),
    ]),
    value: json().default(null),
    label: z.string().default(""),
  }),
  empty: { control: { type: "number" }, value: 0 },
  words: () => "a value",
  suggestName: () => "value",
  migrations: [
    { name: "the type became a control", migrate: ({ type, ...spec }) => ({ ...spec, control: { type: type ?? "number" } }) },
    {
      name: "caption is called label",
      migrate: ({ caption, ...spec }) => ({ ...spec, ...(caption === undefined ? {} : { label: caption }) }),
    },
  ],
});

const all: readonly Kind[] = [noteForTests, loadForTests, transformForTests, queryForTests, parameterForTests];

export const kindOfForTests: KindOf = (name) => all.find((candidate) => candidate.kind === name) ?? null;
