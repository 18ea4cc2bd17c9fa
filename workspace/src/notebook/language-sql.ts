// SQL for the editor; DuckDB is nearest to the Postgres dialect.

import { PostgreSQL, sql } from "@codemirror/lang-sql";

export const sqlLanguage = () => sql({ dialect: PostgreSQL, upperCaseKeywords: false });
