// A Matrix Market file that came alone: a matrix whose rows and columns have numbers for names.

import type { Issue, Read } from "../../contract/format.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { textColumn } from "../../artifacts/table.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { matrixOf, readMatrixMarket } from "../parts/matrix-market/read-matrix-market.ts";
import { words } from "../parts/matrix-market/words.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { contentOf, issuesOfRounded, shareOf, tableWithId } from "../parts/matrices/whole-assay.ts";

const noun = { feature: "feature", sample: "sample" };

export const read: Read = async (task) => {
  const market = await readMatrixMarket(task.open(), () => {
    task.signal?.throwIfAborted();
    task.progress?.(task.fraction());
  });
  const { samplesIn } = task.settings;
  const { values, features, samples, added } = matrixOf(market, samplesIn === "rows" ? "rows" : "columns");
  const numbered = (name: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${name}${at + 1}`);
  const assay = assayOf({
    values,
    features: tableWithId(textColumn(noun.feature, numbered(noun.feature, features), { semantic: "identifier" }), []),
    samples: tableWithId(textColumn(noun.sample, numbered(noun.sample, samples), { semantic: "sample" }), []),
    scale: market.header.field === "pattern" ? "unknown" : scaleOfValues(values),
  });
  const side: Issue[] =
    samplesIn === "auto" ? [doubt(words.sentence("samples-in-columns"), { path: ["samplesIn"], value: "rows" })] : [];
  const issues: readonly Issue[] = [
    doubt(words.sentence("nameless", noun)),
    ...side,
    ...(added > 0 ? [doubt(words.sentence("added", { count: added, name: task.name }))] : []),
    ...issuesOfRounded(market.entries.rounded),
  ];
  const { rows, columns } = market.header;
  const entries = values.data.length;
  const share = shareOf(values, features, samples);
  return contentOf(assay, issues, [words.sentence("log-read", { rows, columns, entries, share })]);
};
