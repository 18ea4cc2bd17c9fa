// A column of numbers that a few words make text is mended where its file is loaded: the words are taken for missing cells.

import { wordsInTheWayOf } from "@genomecraft/cells/artifacts/texts-like-numbers.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { cellsBehind } from "@genomecraft/cells/notebook/cells-behind.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import type { Derived } from "../desk/ui-state.ts";

export interface MissingWhereLoaded {
  readonly words: readonly string[];
  readonly operation: Operation;
}

/** Null where the failure is another one, or where it is not clear which file holds the column. */
export function missingWhereLoaded(
  { graph, results }: Pick<Derived, "graph"> & { readonly results: Pick<Derived["results"], "of"> },
  failed: CellId,
  { params }: Pick<Failure, "params">,
): MissingWhereLoaded | null {
  const inTheWay = wordsInTheWayOf(params);
  if (!inTheWay) return null;
  const { column, missingWords: words } = inTheWay;
  const loads = [...cellsBehind(graph, [failed])].flatMap((id) => {
    const found = graph.cells.get(id);
    return found?.kind?.withMissing && !found.problem ? [found] : [];
  });
  const holding = loads.filter(({ cell }) =>
    Object.values(results.of(cell.id) ?? {}).some(({ summary }) => summary.columns?.some(({ name }) => name === column)),
  );
  const [load, another] = holding.length > 0 ? holding : loads;
  const change = another ? null : load?.kind?.withMissing?.(load.spec, words);
  return load && change ? { words, operation: { type: "set-spec", cell: load.cell.id, ...change } } : null;
}
