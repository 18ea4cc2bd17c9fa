// What each variable of the graph does: answers at once what can be, else looks the result up, else has it made. Never
// rejects; a body that was overtaken is dropped.

import type { Artifact } from "../artifacts/artifact.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import type { Failure } from "../base/failure.ts";
import { errorDetail } from "../base/error-detail.ts";
import type { Turns } from "../base/turns.ts";
import type { CellId, Digest, ResultKey, RunId } from "../base/ids.ts";
import { markOfSources } from "../base/sources.ts";
import type { ExecuteInline } from "../contract/execute.ts";
import type { Kind } from "../contract/kind.ts";
import type { CellStatus, MadeFrom, ReuseReason, ShownResult, StaleReason } from "../session/cell-status.ts";
import { answerInline } from "./answer-inline.ts";
import { absent, type CellNode, type CellValue, type Upstream } from "./cell-node.ts";
import { compiled } from "./compiled-cells.ts";
import { madeNow } from "./made-now.ts";
import type { ResultLookup } from "./notebook-runtime.ts";
import { planFor } from "./plan-for.ts";
import type { StepOutcome } from "./plan.ts";
import type { ResultMemo } from "./result-memo.ts";
import type { RunningPlans } from "./running-plans.ts";
import type { RuntimeCells } from "./runtime-cells.ts";
import { sourcesBehind } from "./spec-sources.ts";
import { words as generalWords } from "../messages/general/words.ts";
import { words as notebookWords } from "../notebook/words.ts";
import { words as runtimeWords } from "../messages/runtime/words.ts";
import { failedBefore } from "./failed-before.ts";
import { ofKnownInputs, staleReasons } from "./stale-reasons.ts";

const superseded = Symbol("superseded");

/** States that say what the present inputs lead to, and the one before anything is known. */
const knownStates: ReadonlySet<CellStatus["state"]> = new Set(["fresh", "failed", "blocked", "idle"]);

/** How often a step that stopped without an end is asked for again. */
const mostAttempts = 5;

/** A result that has to be looked up or made. */
interface Sought {
  readonly key: ResultKey;
  readonly made: MadeFrom;
  /** Its spec leaves something to a file that nobody looked into yet: the key is that of the spec as it is written. */
  readonly open?: Upstream;
}

export interface CellBodiesOptions {
  readonly cells: RuntimeCells;
  readonly memo: ResultMemo;
  /** Null where nothing is run (browsers). */
  readonly plans: RunningPlans | null;
  readonly results: ResultLookup;
  readonly inlineOf: (kind: string) => ExecuteInline | null;
  readonly describe: (artifact: Artifact) => OutputRef;
  readonly now: () => number;
  /** Where others wait for this thread. */
  readonly turns?: Turns;
}

export class CellBodies {
  private readonly options: CellBodiesOptions;
  private readonly cells: RuntimeCells;
  constructor(options: CellBodiesOptions) {
    this.options = options;
    this.cells = options.cells;
  }

  /** Gives a cell's variable its present graph: it answers anew, and all that reads it after it. */
  define(node: CellNode): void {
    const { cells } = this;
    const id = node.graph.cell.id;
    const ids = [...new Set(node.graph.problem ? [] : node.graph.slots.map((slot) => slot.cell))].filter(
      (cell) => cell !== id && cells.nodes.has(cell),
    );
    node.defined += 1;
    const definition = node.defined;
    const answered = (value: CellValue): CellValue => {
      node.answered = Math.max(node.answered, definition);
      return value;
    };
    const dropped = (): CellValue => ({ ok: false, why: "absent", cell: id, sources: node.sources });
    cells.pending.add(id);
    // Before anything is answered: one question serves all cells of a notebook that opens.
    if (!node.shownAsked) this.askShown(node);
    node.variable.define(
      id,
      ["invalidation", ...ids],
      (invalidation: Promise<void>, ...values: CellValue[]): CellValue | Promise<CellValue> => {
        if (cells.disposed) return answered(dropped());
        const upstream = new Map<CellId, CellValue>();
        ids.forEach((cell, index) => upstream.set(cell, values[index] as CellValue));
        const wait = node.shownBefore ?? this.options.turns?.pause() ?? null;
        const now = wait ? null : this.answerNow(node, upstream);
        if (now && "value" in now) return answered(now.value);
        let over = false;
        const invalidated = invalidation.then((): never => {
          over = true;
          throw superseded;
        });
        invalidated.catch(() => {});
        const later = (sought: Sought): Promise<CellValue> =>
          (sought.open
            ? this.answerOnceLooked(node, sought, sought.open, () => over, invalidated)
            : this.answerLater(node, sought, () => over, invalidated)
          ).catch((error: unknown): CellValue => {
            // A newer body answers for this cell: the library drops this value.
            if (error === superseded || over || cells.disposed) return dropped();
            return this.showFailed(node, sought.key, generalWords.failure("internal", { detail: errorDetail(error) }));
          });
        if (now) return later(now).then(answered);
        const answer = (): CellValue | Promise<CellValue> => {
          if (over || cells.disposed) return dropped();
          const known = this.answerNow(node, upstream);
          return "value" in known ? known.value : later(known);
        };
        return Promise.resolve(wait)
          .then(() => this.options.turns?.pause()?.then(answer) ?? answer())
          .then(answered);
      },
    );
  }

  /** What was last on show is there whatever the cell comes to: while it waits for another, is blocked, or is off. */
  private askShown(node: CellNode): void {
    const { results } = this.options;
    const { id } = node.graph.cell;
    node.shownAsked = true;
    node.shownBefore = Promise.all([results.shown(id), results.failed?.(id) ?? null])
      .then(
        ([shown, failed]) => {
          node.failedBefore = failed;
          if (!shown || node.session.shown || this.cells.disposed) return;
          node.shownSources = results.sourcesOfShown?.(id) ?? [];
          this.cells.say(node, { shown });
        },
        () => {
          // Who cannot be asked now is asked again with the next edit; the same trouble is said where the result is sought.
          node.shownAsked = false;
        },
      )
      .finally(() => {
        node.shownBefore = null;
      });
  }

  /** Everything that can be answered without waiting; else what must be looked up or made. A fault of ours is said, not swallowed. */
  private answerNow(node: CellNode, upstream: Upstream): { readonly value: CellValue } | Sought {
    try {
      return this.answerOrSeek(node, upstream);
    } catch (error) {
      const failure = generalWords.failure("internal", { detail: errorDetail(error) });
      this.cells.say(node, { key: null, status: { state: "invalid", failure } });
      return { value: absent(node, "failed", node.graph.cell.id) };
    }
  }

  private answerOrSeek(node: CellNode, upstream: Upstream): { readonly value: CellValue } | Sought {
    const { plans, memo } = this.options;
    const { graph } = node;
    const id = graph.cell.id;
    node.sources = sourcesBehind(
      graph.spec,
      [...upstream.values()].map((value) => value.sources),
    );
    const stop = (status: CellStatus, because: CellId = id): { readonly value: CellValue } => {
      plans?.supersede(id, null);
      this.cells.say(node, { key: null, status });
      return { value: absent(node, ["invalid", "blocked", "failed"].includes(status.state) ? "failed" : "absent", because) };
    };
    if (graph.cell.mode === "off") return stop({ state: "off" });
    if (graph.problem) return stop({ state: "invalid", failure: graph.problem });
    const { kind } = graph;
    if (!kind) return stop({ state: "invalid", failure: notebookWords.failure("kind-unknown", { kind: graph.cell.kind }) });
    if (graph.missing !== null) return stop({ state: "needs-input", field: graph.missing });
    const inputs = this.inputsOf(node, kind, upstream);
    if ("status" in inputs) return stop(inputs.status, inputs.because);
    const ready = this.cells.resolved.of(graph);
    const made = madeNow(ready, kind, upstream);
    const key = compiled(ready, kind).key(inputs.digests);
    if (this.cells.resolved.isOpen(graph)) return { key, made, open: upstream };
    plans?.supersede(id, key);
    const isInline = kind.place === "inline";
    const seen = !isInline && node.freshOnce && this.cells.isWanted(node) ? null : memo.get(key, node.sources);
    if (seen) return { value: this.settle(node, seen.outcome, made, isInline ? null : seen.reused) };
    if (!isInline) return { key, made };
    const { slots } = compiled(ready, kind);
    const execute = this.options.inlineOf(kind.kind);
    const outcome = answerInline({ graph: ready, slots, key, upstream, execute, describe: this.options.describe });
    memo.put(key, node.sources, { outcome, reused: null });
    return { value: this.settle(node, outcome, made, null) };
  }

  /** The digest behind each slot, or why there is none and because of which cell. */
  private inputsOf(
    node: CellNode,
    kind: Kind,
    upstream: Upstream,
  ): { readonly digests: { readonly [slot: string]: Digest } } | { readonly status: CellStatus; readonly because: CellId } {
    const { graph } = node;
    const digests: { [slot: string]: Digest } = {};
    const invalid = (problem: Failure) => ({ status: { state: "invalid", failure: problem } as const, because: graph.cell.id });
    for (const slot of graph.slots) {
      const value = upstream.get(slot.cell);
      if (!value?.ok) {
        const because = value?.cell ?? slot.cell;
        if (value?.why === "failed") return { status: { state: "blocked", by: because }, because };
        const made = madeNow(this.cells.resolved.of(graph), kind, upstream);
        const failed = failedBefore(node, kind, made);
        if (failed) return { status: failed, because: graph.cell.id };
        const why = this.whyStale(node, made);
        const isStale = node.session.shown !== null && why.length > 0;
        return { status: isStale ? { state: "stale", why } : { state: "waiting", for: because }, because };
      }
      const output = value.outputs[slot.port];
      const name = this.cells.nodes.get(slot.cell)?.graph.cell.name ?? "";
      if (!output)
        return invalid(runtimeWords.failure("port-missing", { name, port: slot.port, available: Object.keys(value.outputs) }));
      const port = kind.inputs.find((input) => input.field === slot.field);
      if (port && !port.accepts.includes(output.summary.type)) {
        const params = { name, type: output.summary.type, accepts: [...port.accepts] };
        return invalid(runtimeWords.failure("type-refused", params, { at: [port.field] }));
      }
      digests[slot.name] = output.digest;
    }
    return { digests };
  }

  /** Of a cell that leaves something to its file: looked at first. `key` and `made` are those of the spec as it is written. */
  private async answerOnceLooked(
    node: CellNode,
    { key, made }: Sought,
    upstream: Upstream,
    gone: () => boolean,
    invalidated: Promise<never>,
  ): Promise<CellValue> {
    const { cells } = this;
    const id = node.graph.cell.id;
    const asks = this.options.plans !== null && cells.isWanted(node) && node.cancelled?.key !== key;
    if (asks) {
      this.sayWaitingBelow(id);
      cells.say(node, { key, status: { state: "queued", run: "run_asked" as RunId, position: 1, why: { what: "turn" } } });
    }
    const found = await Promise.race([cells.resolved.look(node.graph, asks), invalidated]);
    if (gone()) throw superseded;
    if (found && !found.ok) return this.showFailed(node, key, found.error);
    if (node.cancelled?.key === key && node.demands.size === 0) return this.showCancelled(node, key, node.cancelled.by);
    if (found === null) {
      // What nobody looked into is not known to differ.
      const failed = this.stillFailed(node, key, made);
      if (failed) return failed;
      const why = this.whyStale(node, made).filter(({ what }) => what === "kind-version");
      cells.say(node, { key: null, status: node.session.shown ? { state: "stale", why } : { state: "idle" } });
      return absent(node, "absent", id);
    }
    const now = this.answerNow(node, upstream);
    return "value" in now ? now.value : this.answerLater(node, now, gone, invalidated);
  }

  private async answerLater(
    node: CellNode,
    { key, made }: Sought,
    gone: () => boolean,
    invalidated: Promise<never>,
  ): Promise<CellValue> {
    const { cells } = this;
    const { results, memo, plans } = this.options;
    const id = node.graph.cell.id;
    const isRerun = (): boolean => node.freshOnce && cells.isWanted(node);
    if (!isRerun()) {
      const found = await Promise.race([results.find(key, node.sources), invalidated]);
      const wait = this.options.turns?.pause();
      if (wait) await wait;
      // The sources of the node are those of the body that ran last.
      if (gone()) throw superseded;
      // Whoever asked meanwhile for it to be made anew is not answered by what there was.
      if (found && !isRerun()) {
        memo.put(key, node.sources, found);
        return this.settle(node, found.outcome, made, found.reused);
      }
    }
    if (node.cancelled?.key === key && node.demands.size === 0) return this.showCancelled(node, key, node.cancelled.by);
    if (!plans || !cells.isWanted(node)) {
      const failed = this.stillFailed(node, key, made);
      if (failed) return failed;
      const why = this.whyStale(node, made);
      cells.say(node, { key, status: node.session.shown ? { state: "stale", why } : { state: "idle" } });
      return absent(node, "absent", id);
    }
    this.sayWaitingBelow(id);
    for (let attempt = 1; ; attempt += 1) {
      const joined = plans.joinable(id, key) ?? this.startPlan(node, key, isRerun(), plans);
      if (joined === "impossible") return absent(node, "absent", id);
      const end = joined ? await Promise.race([joined, invalidated]) : { outcome: null, lost: null };
      if (gone()) throw superseded;
      if (end.outcome) return this.settle(node, end.outcome, made, null);
      if (node.cancelled?.key === key) return this.showCancelled(node, key, node.cancelled.by);
      if (end.lost !== null || attempt >= mostAttempts) {
        return this.showFailed(node, key, generalWords.failure("worker-lost", { attempts: attempt, detail: end.lost ?? "" }));
      }
    }
  }

  private startPlan(node: CellNode, key: ResultKey, rerun: boolean, plans: RunningPlans) {
    const { cells } = this;
    const id = node.graph.cell.id;
    const self = cells.planCell(id);
    if (!self) return "impossible" as const;
    cells.say(node, { key, status: { state: "queued", run: "run_asked" as RunId, position: 1, why: { what: "turn" } } });
    const surroundings = {
      cell: (cell: CellId) => cells.planCell(cell),
      dependents: (cell: CellId) => cells.readersOf(cell),
      digest: (cell: CellId, port: string) => cells.digestNow(cell, port),
      sources: (cell: CellId) => cells.nodes.get(cell)?.value?.sources ?? [],
      wanted: (cell: CellId) => {
        const other = cells.nodes.get(cell);
        return !!other && cells.isWanted(other) && !plans.covers(cell) && !other.freshOnce;
      },
    };
    plans.start(planFor(self, key, surroundings, rerun), rerun);
    return plans.joinable(id, key);
  }

  // ---- what is shown --------------------------------------------------------------------------------------------------

  private settle(node: CellNode, outcome: StepOutcome, made: MadeFrom, reused: ReuseReason | null): CellValue {
    return outcome.ok ? this.showFresh(node, outcome, made, reused) : this.showFailed(node, outcome.key, outcome.failure);
  }

  private showFresh(
    node: CellNode,
    outcome: Extract<StepOutcome, { ok: true }>,
    made: MadeFrom,
    reused: ReuseReason | null,
  ): CellValue {
    const [asked] = node.demands;
    const shown: ShownResult = {
      key: outcome.key,
      outputs: outcome.outputs,
      at: reused?.at ?? this.options.now(),
      by: reused?.by ?? asked?.demand.by ?? "",
      ms: outcome.ms,
      made,
    };
    const { sources } = node;
    const sameBehind = markOfSources(node.shownSources) === markOfSources(sources);
    const known = node.session.shown?.key === outcome.key && sameBehind && !node.freshOnce;
    node.freshOnce = false;
    node.failedBefore = null;
    node.cancelled = null;
    node.shownSources = sources;
    this.cells.say(node, {
      key: outcome.key,
      shown: known ? node.session.shown : shown,
      status: { state: "fresh", key: outcome.key, reused },
    });
    if (!known && node.graph.kind?.place !== "inline")
      void this.options.results.show(node.graph.cell.id, shown, sources).catch(() => {});
    node.value = { ok: true, key: outcome.key, outputs: outcome.outputs, sources };
    return node.value;
  }

  private showFailed(node: CellNode, key: ResultKey, reason: Failure): CellValue {
    this.cells.say(node, { key, status: { state: "failed", failure: reason, key } });
    node.freshOnce = false;
    node.failedBefore = null;
    return absent(node, "failed", node.graph.cell.id);
  }

  /** What is recorded of it by an earlier release; nobody asks for it to be tried again now. */
  private stillFailed(node: CellNode, key: ResultKey, made: MadeFrom): CellValue | null {
    const failed = node.graph.kind ? failedBefore(node, node.graph.kind, made) : null;
    if (!failed) return null;
    this.cells.say(node, { key, status: failed });
    return absent(node, "failed", node.graph.cell.id);
  }

  private showCancelled(node: CellNode, key: ResultKey, by: string): CellValue {
    this.cells.say(node, { key, status: { state: "cancelled", by } });
    return absent(node, "absent", node.graph.cell.id);
  }

  /** What is made from a cell that is about to be made again is not known to be fresh, or to fail, any more. */
  private sayWaitingBelow(id: CellId): void {
    const { cells } = this;
    for (const below of cells.descendants(id)) {
      const node = cells.nodes.get(below);
      if (below !== id && node && cells.pending.has(below) && knownStates.has(node.session.status.state))
        cells.sayStatus(node, { state: "waiting", for: id });
    }
  }

  private whyStale(node: CellNode, made: MadeFrom): readonly StaleReason[] {
    const before = node.session.shown?.made;
    if (!before) return [];
    const { nodes } = this.cells;
    const reasons = staleReasons(node.graph.cell.id, before, made, (cell) => nodes.get(cell)?.lastChange ?? null);
    return ofKnownInputs(reasons, (cell) => nodes.get(cell)?.session.status);
  }
}
