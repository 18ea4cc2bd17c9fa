// Components as readers get them: the plot that the notebook shows, and not the table of scores behind it. One component is no
// plot: its scores stay a table.

import { identifies } from "../../artifacts/semantics.ts";
import { windowOfTable } from "../../artifacts/types/table/window.ts";
import type { ForReaders } from "../../contract/for-readers.ts";
import { factorsOf, mostPoints, scoresFigure } from "./scores-figure.ts";

export const forReaders: ForReaders<unknown> = (artifact, { labels }) => {
  if (artifact.type !== "table") return artifact;
  const found = windowOfTable(artifact, { offset: 0, limit: mostPoints });
  // Without labels nothing is told by which somebody could be found.
  const named = new Set(labels ? [] : artifact.columns.filter(identifies).map(({ name }) => name));
  const places = found.columns.flatMap(({ name }, at) => (named.has(name) ? [] : [at]));
  const scores = {
    ...found,
    columns: places.map((at) => found.columns[at] as (typeof found.columns)[number]),
    rows: found.rows.map((row) => places.map((at) => row[at] ?? null)),
  };
  return scoresFigure(scores, factorsOf(scores)[0] ?? null, "en", labels) ?? artifact;
};
