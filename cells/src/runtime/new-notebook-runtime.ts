// The reactive notebook behind notebook-runtime.ts: one @observablehq/runtime variable per cell.
//
// The library gives the glitch-free order. It has no cancellation, no equal-value cut-off and no way back from a body
// that never settles (its descendants wait for good), and it loses the identity of errors. So every definition here
// - takes `invalidation` first and races its work against it,
// - answers a small record (key, digests, or why there is none) and never rejects,
// - looks its key up before it asks for a run: an edit with an equal output stops at the next cell.
// Data never pass through the graph.

import { frame, restoreFrame } from "./frame.ts";
import type { Artifact } from "../artifacts/artifact.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import type { RunId } from "../base/ids.ts";
import type { ExecuteInline } from "../contract/execute.ts";
import { isRetryable } from "../messages/catalogue.ts";
import type { GraphCell, NotebookGraph } from "../notebook/notebook-graph.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { CellBodies } from "./cell-bodies.ts";
import { sameGraphCell, type CellNode } from "./cell-node.ts";
import { Demands } from "./demands.ts";
import { dropDraft, holdDraft, isTyping, takeDraft } from "./drafts.ts";
import type { NotebookRuntime, NotebookRuntimeOptions } from "./notebook-runtime.ts";
import { ResolvedCells } from "./resolved-cells.ts";
import { ResultMemo } from "./result-memo.ts";
import { RunningPlans, type RunningHooks } from "./running-plans.ts";
import { RuntimeCells } from "./runtime-cells.ts";

void frame;
restoreFrame();

/** Everything the runtime is built from; the last three come from the lists of kinds, so that tests can bring their own. */
export interface NewNotebookRuntimeOptions extends NotebookRuntimeOptions {
  readonly graphOf: (notebook: Notebook) => NotebookGraph;
  readonly inlineOf: (kind: string) => ExecuteInline | null;
  readonly describe: (artifact: Artifact) => OutputRef;
  /** Quiet time after a keystroke in a text cell that runs by itself. Default 500 ms. */
  readonly typingPause?: number;
}

export function newNotebookRuntime(options: NewNotebookRuntimeOptions): NotebookRuntime {
  const resolved = new ResolvedCells(options.resolve);
  const cells = new RuntimeCells(resolved, options.onCell);
  const memo = new ResultMemo();
  const plans = options.executor ? new RunningPlans(options.executor, hooksOf(cells, memo, options)) : null;
  const { results, inlineOf, describe, now, turns } = options;
  const bodies = new CellBodies({ cells, memo, plans, results, inlineOf, describe, now, ...(turns ? { turns } : {}) });
  const demands = new Demands(cells, bodies, plans);
  const pause = options.typingPause ?? 500;

  /** Takes the cell as it reads now; false while it is being typed. */
  const take = (node: CellNode, graph: GraphCell, change?: { readonly by: string; readonly at: number }): boolean => {
    const before = node.draft?.graph ?? node.graph;
    if (sameGraphCell(before, graph)) {
      if (!node.draft) node.graph = graph;
      return false;
    }
    if (change && canonicalJson(before.spec) !== canonicalJson(graph.spec)) node.lastChange = { by: change.by, at: change.at };
    if (isTyping(before, graph)) {
      holdDraft(node, graph, pause, () => {
        if (!cells.disposed && cells.nodes.get(graph.cell.id) === node && takeDraft(node)) bodies.define(node);
      });
      cells.sayStatus(node, { state: "draft" });
      return false;
    }
    dropDraft(node);
    node.graph = graph;
    return true;
  };

  return {
    update(notebook, change, graph = options.graphOf(notebook)) {
      if (cells.disposed) return;
      cells.rewire(graph);
      for (const [id, node] of cells.nodes) {
        if (graph.cells.has(id)) continue;
        plans?.abort(id);
        cells.remove(id, node);
      }
      const changed: CellNode[] = [];
      for (const [id, cell] of graph.cells) {
        const node = cells.nodes.get(id);
        if (!node) changed.push(cells.add(cell));
        else if (take(node, cell, change)) changed.push(node);
      }
      for (const node of changed) bodies.define(node);
    },
    demand: (demand) => demands.ask(demand),
    watch: () => demands.watch(),
    cancel: (cell, by) => demands.stop(cell, by),
    forget: (key) => memo.forget(key),
    isPending: (cell) => cells.pending.has(cell),
    session: () => new Map([...cells.nodes].map(([id, node]) => [id, node.session])),
    sourcesOf: (cell) => {
      const node = cells.nodes.get(cell);
      return node ? cells.sourcesNow(node) : [];
    },
    idle: () =>
      new Promise((resolve) => {
        if (cells.pending.size === 0) resolve();
        else cells.idleWaiters.add(resolve);
      }),
    dispose() {
      cells.disposed = true;
      for (const node of cells.nodes.values()) dropDraft(node);
      plans?.abortAll();
      resolved.dispose();
      cells.dispose();
      for (const demand of cells.active) demand.resolve();
      for (const resolve of cells.idleWaiters) resolve();
      cells.active.clear();
      cells.idleWaiters.clear();
    },
  };
}

/** What plans under way tell of cells. */
const hooksOf = (cells: RuntimeCells, memo: ResultMemo, options: NewNotebookRuntimeOptions): RunningHooks => ({
  queued: (cell, run, position, why) => {
    const node = cells.nodes.get(cell);
    if (node && cells.pending.has(cell)) cells.sayStatus(node, { state: "queued", run: run as RunId, position, why });
  },
  started: (cell, key) => {
    const node = cells.nodes.get(cell);
    if (!node || node.graph.kind?.place === "inline" || !cells.pending.has(cell)) return;
    const run = node.session.status.state === "queued" ? node.session.status.run : ("run_here" as RunId);
    cells.say(node, { key, status: { state: "running", run, startedAt: options.now(), fraction: null, note: null } });
  },
  progress: (cell, fraction, note) => {
    const node = cells.nodes.get(cell);
    if (node?.session.status.state === "running") {
      node.session = { ...node.session, status: { ...node.session.status, fraction, note } };
    }
    options.onProgress?.(cell, fraction, note);
  },
  log: (cell, text) => options.onLog?.(cell, text),
  ended: (_cell, outcome, sources) => {
    // Lost workers and full memories do not follow from the inputs: the next one who asks gets a new try.
    if (outcome.ok || !isRetryable(outcome.failure)) memo.put(outcome.key, sources, { outcome, reused: null });
  },
  lookup: async (_cell, key, sources) =>
    memo.get(key, sources)?.outcome ?? (await options.results.find(key, sources))?.outcome ?? null,
});
