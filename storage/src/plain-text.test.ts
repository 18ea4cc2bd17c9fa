// What the database holds as it is stands in SECURITY.md, for whoever decides on which disk it lies.

import { readFileSync } from "node:fs";
import path from "node:path";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import * as schema from "./schema/index.ts";

test("each column of JSON or bytes is named in SECURITY.md (A-5)", () => {
  const text = readFileSync(path.join(import.meta.dirname, "../../SECURITY.md"), "utf8");
  const section = text.split("## What lies in plain text")[1]?.split("\n## ")[0] ?? "";
  const free: string[] = [];
  for (const table of Object.values<unknown>(schema)) {
    if (!is(table, PgTable)) continue;
    for (const column of Object.values(getTableColumns(table)))
      if (["jsonb", "bytea"].includes(column.getSQLType())) free.push(`${getTableName(table)}.${column.name}`);
  }
  expect(free).toContain("results.outputs");
  expect(free).toContain("document_updates.data");
  // Digests of source files, in many tables.
  const unnamed = free.filter((column) => !column.endsWith(".sources") && !section.includes(`\`${column}\``));
  expect(unnamed).toEqual([]);
});
