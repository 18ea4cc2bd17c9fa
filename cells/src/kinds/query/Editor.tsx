// The text of a query, in the host's shared editor, which offers the columns of what it names.

import type { EditorProps } from "../../contract/kind-view.ts";
import { translator, View } from "../../ui/locale-context.tsx";
import { words as formsWords } from "../../messages/forms/words.ts";
import { completeQuery } from "./complete-query.ts";
import { matrixParts } from "./spec.ts";
import type { SqlName } from "./sql-lexer.ts";

export function Editor({ locale, text, choices }: EditorProps) {
  const t = translator(formsWords, locale);
  const columnsOf = ({ name, part }: Pick<SqlName, "name" | "part">): readonly string[] => {
    const isPart = part !== undefined && matrixParts.includes(part.toLowerCase());
    const wanted = part === undefined || isPart ? name : `${name}.${part}`;
    const found = choices(["table", "assay"]).find((choice) => choice.name.toLowerCase() === wanted.toLowerCase());
    const columns = (found?.summary?.columns ?? []).map((column) => column.name);
    if (found?.type !== "assay") return columns;
    if (part === undefined) return matrixColumns;
    return part.toLowerCase() === "samples" ? columns : [];
  };
  const known = choices(["table", "assay"]).map(({ name, type }) => ({ name, ...(type === "assay" ? { part: "samples" } : {}) }));
  const complete = (sql: string, caret: number) => completeQuery(sql, caret, columnsOf, known);
  return <View locale={locale}>{text("sql", { language: "sql", label: t("sql"), rows: 4, complete })}</View>;
}

/** A row a value. */
const matrixColumns: readonly string[] = ["feature", "sample", "value"];
