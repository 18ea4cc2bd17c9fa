// The cells that a runtime holds: who they are, who reads whom, which are still computing, what is said of each. Shared by
// what answers cells (cell-bodies.ts), what is asked for (demands.ts) and what is typed (drafts.ts).

import { Runtime, type Module } from "@observablehq/runtime";
import type { CellId, Digest } from "../base/ids.ts";
import { isWithin, joinSources, type Sources } from "../base/sources.ts";
import type { GraphCell } from "../notebook/notebook-graph.ts";
import type { CellSession, CellStatus } from "../session/cell-status.ts";
import { newCellNode, sameSession, type ActiveDemand, type CellNode } from "./cell-node.ts";
import type { PlanCell } from "./plan-for.ts";
import type { ResolvedCells } from "./resolved-cells.ts";

export class RuntimeCells {
  readonly nodes = new Map<CellId, CellNode>();
  /** Cells whose body has not answered for the present graph. */
  readonly pending = new Set<CellId>();
  readonly active = new Set<ActiveDemand>();
  readonly idleWaiters = new Set<() => void>();
  order: readonly CellId[] = [];
  watchers = 0;
  disposed = false;
  private dependents = new Map<CellId, CellId[]>();
  private readonly runtime = new Runtime({}, (name) => {
    throw new Error(`${name} is not a cell`);
  });
  private readonly module: Module = this.runtime.module();
  private settling = false;
  private readonly onCell: (session: CellSession) => void;

  readonly resolved: ResolvedCells;

  constructor(resolved: ResolvedCells, onCell: (session: CellSession) => void) {
    this.resolved = resolved;
    this.onCell = onCell;
  }

  // ---- the graph ------------------------------------------------------------------------------------------------------

  rewire(graph: { readonly cells: ReadonlyMap<CellId, GraphCell>; readonly order: readonly CellId[] }): void {
    this.order = graph.order;
    this.dependents = new Map();
    for (const id of graph.order) {
      for (const { cell: source } of graph.cells.get(id)?.slots ?? []) {
        const list = this.dependents.get(source);
        if (!list) this.dependents.set(source, [id]);
        else if (list.at(-1) !== id) list.push(id);
      }
    }
  }

  add(graph: GraphCell): CellNode {
    const { id } = graph.cell;
    const variable = this.module.variable({
      pending: () => {
        if (this.nodes.get(id) === node) this.pending.add(id);
      },
      // A body that answers after its cell was defined anew, and before the next begins, is not the one that is waited for;
      // nor is the cell that went and has come back.
      fulfilled: () => {
        if (this.nodes.get(id) === node && node.answered === node.defined) this.settled(id);
      },
      rejected: () => {
        if (this.nodes.get(id) === node) this.settled(id);
      },
    });
    const node: CellNode = newCellNode(graph, variable);
    this.nodes.set(id, node);
    return node;
  }

  remove(id: CellId, node: CellNode): void {
    if (node.draft) clearTimeout(node.draft.timer);
    node.variable.delete();
    this.nodes.delete(id);
    this.settled(id);
  }

  dispose(): void {
    this.runtime.dispose();
  }

  readersOf(id: CellId): readonly CellId[] {
    return this.dependents.get(id) ?? [];
  }

  ancestors(ids: Iterable<CellId>): Set<CellId> {
    const found = new Set<CellId>();
    const stack = [...ids];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      for (const slot of this.nodes.get(id)?.graph.slots ?? []) stack.push(slot.cell);
    }
    return found;
  }

  descendants(id: CellId, follows: (node: CellNode) => boolean = () => true): Set<CellId> {
    const found = new Set<CellId>([id]);
    const stack = [id];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (const next of this.readersOf(at)) {
        const node = this.nodes.get(next);
        if (found.has(next) || !node || !follows(node)) continue;
        found.add(next);
        stack.push(next);
      }
    }
    return found;
  }

  isWanted(node: CellNode): boolean {
    return node.graph.cell.mode !== "off" && (node.demands.size > 0 || (this.watchers > 0 && node.graph.cell.mode === "auto"));
  }

  planCell(id: CellId): PlanCell | null {
    const graph = this.nodes.get(id)?.graph;
    if (!graph?.kind || graph.problem || graph.missing !== null || graph.cell.mode === "off") return null;
    if (this.resolved.isOpen(graph)) return null;
    return { id, kind: graph.kind, spec: this.resolved.of(graph).spec, slots: graph.slots };
  }

  digestNow(id: CellId, port: string): Digest | null {
    const value = this.nodes.get(id)?.value;
    return value?.ok && !this.pending.has(id) ? (value.outputs[port]?.digest ?? null) : null;
  }

  // ---- what is said ---------------------------------------------------------------------------------------------------

  sourcesNow(node: CellNode, { shown } = node.session): Sources {
    return shown ? joinSources(node.sources, node.shownSources) : node.sources;
  }

  say(node: CellNode, change: Partial<Pick<CellSession, "status" | "shown" | "key">>): void {
    const next = { ...node.session, ...change };
    const behind = this.sourcesNow(node, next);
    const isAsSaid = node.said === null || (isWithin(behind, node.said) && isWithin(node.said, behind));
    if (sameSession(node.session, next) && isAsSaid) return;
    node.session = next;
    node.said = behind;
    try {
      this.onCell(next);
    } catch {
      // A listener's mistake must not stop the graph.
    }
  }

  sayStatus(node: CellNode, status: CellStatus): void {
    this.say(node, { status });
  }

  // ---- when all is answered -------------------------------------------------------------------------------------------

  /** A cell computes no more. Demands whose cells are all answered end in the next microtask, as does the wait for idleness. */
  settled(cell: CellId): void {
    this.pending.delete(cell);
    if (this.settling || (this.active.size === 0 && this.idleWaiters.size === 0)) return;
    this.settling = true;
    queueMicrotask(() => {
      this.settling = false;
      for (const demand of this.active) {
        if ([...demand.targets].some((target) => this.pending.has(target))) continue;
        this.end(demand);
      }
      if (this.pending.size === 0) {
        for (const resolve of this.idleWaiters) resolve();
        this.idleWaiters.clear();
      }
    });
  }

  end(demand: ActiveDemand): void {
    this.active.delete(demand);
    for (const target of demand.targets) this.nodes.get(target)?.demands.delete(demand);
    demand.resolve();
  }
}
