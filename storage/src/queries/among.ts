// A column among many values, given as one array: a parameter for each costs the thread that writes the statement more than
// the statement costs Postgres, and there may be no more than 65,535 of them.

import { sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

export const among = (column: PgColumn, values: Iterable<string>): SQL =>
  sql`${column} = any(${sql.param([...new Set(values)])}::text[])`;
