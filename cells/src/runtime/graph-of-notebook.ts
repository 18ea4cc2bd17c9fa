// The graph of a notebook with this release's kinds, and the files behind its cells. A notebook never changes, so both are
// made once, whoever asks.

import type { CellId } from "../base/ids.ts";
import type { Sources } from "../base/sources.ts";
import { inTurns, type Turns } from "../base/turns.ts";
import { kindOf } from "../kinds.ts";
import { dependencyGraph, type DependencyGraph, lettersToLookAt, lookAtCells } from "../notebook/dependency-graph.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { sourcesByCell } from "./sources-by-cell.ts";

const graphs = new WeakMap<Notebook, DependencyGraph>();
const sources = new WeakMap<Notebook, ReadonlyMap<CellId, Sources>>();

export const graphOfNotebook = (notebook: Notebook): DependencyGraph =>
  remembered(graphs, notebook, () => dependencyGraph(notebook, kindOf));

export const sourcesInNotebook = (notebook: Notebook): ReadonlyMap<CellId, Sources> =>
  remembered(sources, notebook, () => sourcesByCell(graphOfNotebook(notebook)));

/** More than one cell of long code: to look at as much at once would hold the thread too long. */
const muchText = 100_000;

/** Whether cells hold so much text that nobody has looked at yet that their graph is better made in turns. */
export const isLongToLookAt = (notebook: Notebook): boolean =>
  !graphs.has(notebook) && lettersToLookAt(notebook, kindOf) > muchText;

/** Looks at each cell, in turns: the graph is then made at once. */
export const lookInTurns = (notebook: Notebook, turns: Turns): Promise<void> => inTurns(lookAtCells(notebook, kindOf), turns);

function remembered<Made>(known: WeakMap<Notebook, Made>, notebook: Notebook, make: () => Made): Made {
  let found = known.get(notebook);
  if (found === undefined) {
    found = make();
    known.set(notebook, found);
  }
  return found;
}
