// Pieces of a text between signs. Fewer and more of them than columns are told; an empty piece is missing.

import type { Apply } from "../../contract/step.ts";
import { words as shared } from "../words.ts";
import { needTexts, piecesOf, rowsWhere } from "../parts/map-texts.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import type { splitColumn } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof splitColumn> = {
  table({ column: name, at, into, rest, keep }, table, scope) {
    const column = needTexts(scope, table, name, ["column"]);
    if (into.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "into" }, ["into"]);
    const count = into.length;
    const parts = column.dictionary.map((text) => text.split(at));
    const evidence = (holds: (pieces: number) => boolean) => ({
      step: scope.index + 1,
      column: name,
      count,
      n: rowsWhere(column, (code) => holds(parts[code]?.length ?? 0)),
    });
    const more = evidence((pieces) => pieces > count);
    if (more.n > 0 && rest === "refuse") return refuse(scope, words, "too-many", more, ["rest"]);
    if (more.n > 0) scope.say(words.sentence("more", more));
    const fewer = evidence((pieces) => pieces < count);
    if (fewer.n > 0) scope.say(words.sentence("fewer", fewer));
    const { columns } = piecesOf(column, into, (text) => {
      const pieces = text.split(at);
      const own = [...pieces.slice(0, count - 1), ...(pieces.length >= count ? [pieces.slice(count - 1).join(at)] : [])];
      return own.map((piece) => (piece.trim() === "" ? null : piece.trim()));
    });
    const left = table.columns.filter((each) => keep || each !== column);
    return tableWith(scope, [...left, ...columns], table.rowCount, ["into"]);
  },
};
