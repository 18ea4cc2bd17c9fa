// Who wants what to be fresh: explicit demands, and somebody who has the notebook open. What is not wanted is not run, and
// is stopped where it runs.

import type { CellId } from "../base/ids.ts";
import { isRetryable } from "../messages/catalogue.ts";
import type { CellBodies } from "./cell-bodies.ts";
import type { ActiveDemand, CellNode } from "./cell-node.ts";
import { takeDraft } from "./drafts.ts";
import type { Demand } from "./notebook-runtime.ts";
import type { RunningPlans } from "./running-plans.ts";
import type { RuntimeCells } from "./runtime-cells.ts";

export class Demands {
  private readonly cells: RuntimeCells;
  private readonly bodies: CellBodies;
  private readonly plans: RunningPlans | null;
  constructor(cells: RuntimeCells, bodies: CellBodies, plans: RunningPlans | null) {
    this.cells = cells;
    this.bodies = bodies;
    this.plans = plans;
  }

  ask(demand: Demand): { readonly settled: Promise<void>; cancel(): void } {
    const { cells } = this;
    let resolve: () => void = () => {};
    const settled = new Promise<void>((done) => {
      resolve = done;
    });
    const entry: ActiveDemand = { demand, targets: this.targetsAsTheyRead(demand), resolve };
    cells.active.add(entry);
    for (const target of entry.targets) {
      const node = cells.nodes.get(target);
      if (!node) continue;
      node.demands.add(entry);
      if (demand.fresh && target === demand.cell) node.freshOnce = true;
    }
    for (const target of entry.targets) this.askAgain(target);
    // Nothing to do for any of them: settle in the next microtask.
    const [first] = entry.targets;
    if (![...entry.targets].some((target) => cells.pending.has(target))) cells.settled(first ?? ("" as CellId));
    return { settled, cancel: () => this.withdraw(entry) };
  }

  private withdraw(entry: ActiveDemand): void {
    if (!this.cells.active.has(entry)) return;
    this.cells.end(entry);
    for (const target of entry.targets) {
      const node = this.cells.nodes.get(target);
      if (node && !this.cells.isWanted(node)) this.plans?.abort(target);
    }
  }

  /** Stops a cell: nobody's demand keeps it alive. */
  stop(cell: CellId, by: string): void {
    const node = this.cells.nodes.get(cell);
    if (!node?.session.key) return;
    node.cancelled = { key: node.session.key, by };
    for (const demand of [...node.demands]) if (demand.demand.cell === cell) this.cells.end(demand);
    node.demands.clear();
    this.plans?.abort(cell);
  }

  watch(): { release(): void } {
    const { cells } = this;
    cells.watchers += 1;
    // Nothing changes for cells that run only when they are told to.
    if (cells.watchers === 1)
      for (const id of cells.order) if (cells.nodes.get(id)?.graph.cell.mode === "auto") this.askAgain(id);
    let released = false;
    return {
      release: () => {
        if (!released) cells.watchers -= 1;
        released = true;
      },
    };
  }

  private targetsOf(demand: Demand): Set<CellId> {
    const { cells } = this;
    if (demand.mode === "all" || demand.cell === null) return new Set(cells.order);
    if (demand.mode === "cell") return new Set([demand.cell]);
    if (demand.mode === "upstream") return cells.ancestors([demand.cell]);
    const follows = ({ graph }: CellNode): boolean => graph.cell.mode === "auto" || graph.kind?.place === "inline";
    if (demand.mode === "automatic") return cells.ancestors(cells.descendants(demand.cell, follows));
    return cells.ancestors(cells.descendants(demand.cell));
  }

  /** Whoever asks for a cell means it as it reads now, however short ago that was written. */
  private targetsAsTheyRead(demand: Demand): Set<CellId> {
    for (;;) {
      const targets = this.targetsOf(demand);
      const drafts = [...targets].flatMap((id) => this.cells.nodes.get(id) ?? []).filter((node) => node.draft !== null);
      if (drafts.length === 0) return targets;
      // What they read by now may be other cells.
      for (const node of drafts) if (takeDraft(node)) this.bodies.define(node);
    }
  }

  /** Asks a cell again whose answer depends on what is wanted. */
  private askAgain(id: CellId): void {
    const node = this.cells.nodes.get(id);
    if (!node || node.draft) return;
    const { status } = node.session;
    const dependsOnWishes = status.state === "idle" || status.state === "stale" || status.state === "cancelled";
    // A failure that does not follow from the inputs, or came of an earlier release, is tried again when somebody asks.
    const isOpen = status.state === "failed" && (status.why !== undefined || isRetryable(status.failure));
    if (node.freshOnce || dependsOnWishes || isOpen) this.bodies.define(node);
  }
}
