// The reactive notebook behind notebook-runtime.ts: one @observablehq/runtime variable per cell.
//
// The library gives the glitch-free order. It has no cancellation, no equal-value cut-off and no way back from a body
// that never settles (its descendants wait for good), and it loses the identity of errors. So every definition here
// - takes `invalidation` first and races its work against it,
// - answers a small record (key, digests, or why there is none) and never rejects,
// - looks its key up before it asks for a run: an edit with an equal output stops at the next cell.
// Data never pass through the graph.

import { frame, restoreFrame } from "./frame.ts";
import { Runtime, type Module, type Variable } from "@observablehq/runtime";
import type { Artifact } from "../artifacts/artifact.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { failure, type Failure } from "../base/failure.ts";
import type { CellId, Digest, ResultKey, RunId } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { Result } from "../base/result.ts";
import type { ExecuteInline, Outputs } from "../contract/execute.ts";
import type { Kind } from "../contract/kind.ts";
import type { CellRef } from "../base/refs.ts";
import type { Notebook } from "../notebook/notebook.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import type { CellSession, CellStatus, MadeFrom, ReuseReason, ShownResult } from "../session/cell-status.ts";
import type { GraphCell } from "../notebook/notebook-graph.ts";
import type { Demand, NotebookRuntime, NotebookRuntimeOptions } from "./notebook-runtime.ts";
import type { StepOutcome } from "./plan.ts";
import { madeFrom } from "./made-from.ts";
import { planFor, type PlanCell } from "./plan-for.ts";
import { inputSlots, keyMaker, keySpec, type InputSlot } from "../contract/result-key.ts";
import { ResolvedCells } from "./resolved-cells.ts";
import { ResultMemo } from "./result-memo.ts";
import { RunningPlans } from "./running-plans.ts";
import { isWithin, joinSources, markOfSources, type Sources } from "../base/sources.ts";
import { sourcesBehind } from "./spec-sources.ts";
import { staleReasons, type LastChange } from "./stale-reasons.ts";

void frame;
restoreFrame();

/** What a variable holds: where its cell's result is, or the cell because of which there is none. */
type CellValue = { readonly sources: Sources } & (
  | { readonly ok: true; readonly key: ResultKey; readonly outputs: { readonly [port: string]: OutputRef } }
  | { readonly ok: false; readonly why: "failed" | "absent"; readonly cell: CellId }
);

interface Node {
  graph: GraphCell;
  readonly variable: Variable;
  session: CellSession;
  value: CellValue | null;
  /** Data sets behind the inputs that the status was found with. */
  sources: Sources;
  /** Those behind what is on show. */
  shownSources: Sources;
  /** Those that the session was last said with. */
  said: Sources | null;
  shownAsked: boolean;
  lastChange: LastChange | null;
  /** Explicit demands that name this cell. */
  readonly demands: Set<ActiveDemand>;
  freshOnce: boolean;
  cancelled: { readonly key: ResultKey; readonly by: string } | null;
  draft: { readonly timer: ReturnType<typeof setTimeout>; graph: GraphCell } | null;
}

interface ActiveDemand {
  readonly demand: Demand;
  readonly targets: ReadonlySet<CellId>;
  readonly resolve: () => void;
}

/** Everything the runtime is built from; the last three come from the lists of kinds, so that tests can bring their own. */
export interface NewNotebookRuntimeOptions extends NotebookRuntimeOptions {
  readonly graphOf: (notebook: Notebook) => { readonly cells: ReadonlyMap<CellId, GraphCell>; readonly order: readonly CellId[] };
  readonly inlineOf: (kind: string) => ExecuteInline<never> | null;
  readonly describe: (artifact: Artifact) => OutputRef;
  /** Quiet time after a keystroke in a text cell that runs by itself. Default 500 ms. */
  readonly typingPause?: number;
}

const superseded = Symbol("superseded");

/** States that say what the present inputs lead to, and the one before anything is known. */
const knownStates: ReadonlySet<CellStatus["state"]> = new Set(["fresh", "failed", "blocked", "idle"]);

/** What follows from a cell's spec alone: made once per edit, used at every result. */
interface Compiled {
  readonly keyed: JsonObject;
  readonly slots: readonly InputSlot[];
  readonly key: ReturnType<typeof keyMaker>;
}
const compiledCells = new WeakMap<GraphCell, Compiled>();
function compiled(graph: GraphCell, kind: Kind): Compiled {
  let found = compiledCells.get(graph);
  if (!found) {
    const keyed = keySpec(kind, graph.spec);
    found = { keyed, slots: inputSlots(kind, graph.spec), key: keyMaker(kind, graph.spec, keyed) };
    compiledCells.set(graph, found);
  }
  return found;
}

export function newNotebookRuntime(options: NewNotebookRuntimeOptions): NotebookRuntime {
  const runtime = new Runtime({}, (name) => {
    throw new Error(`${name} is not a cell`);
  });
  const module: Module = runtime.module();
  const nodes = new Map<CellId, Node>();
  const memo = new ResultMemo();
  const resolved = new ResolvedCells(options.resolve);
  const pending = new Set<CellId>();
  const active = new Set<ActiveDemand>();
  const idleWaiters = new Set<() => void>();
  let dependents = new Map<CellId, CellId[]>();
  let order: readonly CellId[] = [];
  let watchers = 0;
  let disposed = false;
  const pause = options.typingPause ?? 500;

  // ---- what is said ---------------------------------------------------------------------------------------------

  const sourcesNow = (node: Node, { shown } = node.session): Sources =>
    shown ? joinSources(node.sources, node.shownSources) : node.sources;

  const say = (node: Node, change: Partial<Pick<CellSession, "status" | "shown" | "key">>): void => {
    const next = { ...node.session, ...change };
    const behind = sourcesNow(node, next);
    const isAsSaid = node.said === null || (isWithin(behind, node.said) && isWithin(node.said, behind));
    if (sameSession(node.session, next) && isAsSaid) return;
    node.session = next;
    node.said = behind;
    try {
      options.onCell(next);
    } catch {
      // A listener's mistake must not stop the graph.
    }
  };
  const status = (node: Node, value: CellStatus): void => say(node, { status: value });

  // ---- plans ----------------------------------------------------------------------------------------------------

  const plans = options.executor
    ? new RunningPlans(options.executor, {
        queued: (cell, run, position, reason) => {
          const node = nodes.get(cell);
          if (node && pending.has(cell)) status(node, { state: "queued", run: run as RunId, position, reason });
        },
        started: (cell, key) => {
          const node = nodes.get(cell);
          if (!node || node.graph.kind?.place === "inline" || !pending.has(cell)) return;
          const run = node.session.status.state === "queued" ? node.session.status.run : ("run_here" as RunId);
          say(node, { key, status: { state: "running", run, startedAt: options.now(), fraction: null, note: "" } });
        },
        progress: (cell, fraction, note) => {
          const node = nodes.get(cell);
          if (node?.session.status.state === "running") {
            node.session = { ...node.session, status: { ...node.session.status, fraction, note } };
          }
          options.onProgress?.(cell, fraction, note);
        },
        log: (cell, text) => options.onLog?.(cell, text),
        ended: (_cell, outcome, sources) => {
          // Lost workers and full memories do not follow from the inputs: the next one who asks gets a new try.
          if (outcome.ok || !isRetryableFailure(outcome.failure)) memo.put(outcome.key, sources, { outcome, reused: null });
        },
        lookup: async (_cell, key, sources) =>
          memo.get(key, sources)?.outcome ?? (await options.results.find(key, sources))?.outcome ?? null,
      })
    : null;

  const isWanted = (node: Node): boolean =>
    node.graph.cell.mode !== "off" && (node.demands.size > 0 || (watchers > 0 && node.graph.cell.mode === "auto"));

  const planCell = (id: CellId): PlanCell | null => {
    const graph = nodes.get(id)?.graph;
    if (!graph?.kind || graph.problem || graph.missing !== null || graph.cell.mode === "off" || resolved.isOpen(graph))
      return null;
    return { id, kind: graph.kind, spec: resolved.of(graph).spec, slots: graph.slots };
  };

  const digestNow = (id: CellId, port: string): Digest | null => {
    const value = nodes.get(id)?.value;
    return value?.ok && !pending.has(id) ? (value.outputs[port]?.digest ?? null) : null;
  };

  // ---- a cell's body --------------------------------------------------------------------------------------------

  const absent = (node: Node, why: "failed" | "absent", because: CellId): CellValue => {
    const value: CellValue = { ok: false, why, cell: because, sources: node.sources };
    node.value = value;
    return value;
  };

  const madeNow = (graph: GraphCell, kind: Kind, upstream: ReadonlyMap<CellId, CellValue>): MadeFrom => {
    const inputs: { [slot: string]: MadeFrom["inputs"][string] } = {};
    for (const slot of graph.slots) {
      const value = upstream.get(slot.cell);
      inputs[slot.name] = { cell: slot.cell, digest: value?.ok ? (value.outputs[slot.port]?.digest ?? null) : null };
    }
    const ready = resolved.of(graph);
    return madeFrom(kind, ready.spec, inputs, compiled(ready, kind).keyed);
  };

  const whyStale = (node: Node, made: MadeFrom) =>
    node.session.shown?.made
      ? staleReasons(node.graph.cell.id, node.session.shown.made, made, (cell) => nodes.get(cell)?.lastChange ?? null)
      : [];

  const showFresh = (
    node: Node,
    outcome: Extract<StepOutcome, { ok: true }>,
    made: MadeFrom,
    reused: ReuseReason | null,
  ): CellValue => {
    const shown: ShownResult = {
      key: outcome.key,
      outputs: outcome.outputs,
      at: reused?.at ?? options.now(),
      by: reused?.by ?? firstOf(node.demands)?.demand.by ?? "",
      ms: outcome.ms,
      made,
    };
    const { sources } = node;
    const sameBehind = markOfSources(node.shownSources) === markOfSources(sources);
    const known = node.session.shown?.key === outcome.key && sameBehind && !node.freshOnce;
    node.freshOnce = false;
    node.cancelled = null;
    node.shownSources = sources;
    say(node, {
      key: outcome.key,
      shown: known ? node.session.shown : shown,
      status: { state: "fresh", key: outcome.key, reused },
    });
    if (!known && node.graph.kind?.place !== "inline")
      void options.results.show(node.graph.cell.id, shown, sources).catch(() => {});
    const value: CellValue = { ok: true, key: outcome.key, outputs: outcome.outputs, sources };
    node.value = value;
    return value;
  };

  const showFailed = (node: Node, key: ResultKey, reason: Failure): CellValue => {
    say(node, { key, status: { state: "failed", failure: reason, key } });
    node.freshOnce = false;
    return absent(node, "failed", node.graph.cell.id);
  };

  const settle = (node: Node, outcome: StepOutcome, made: MadeFrom, reused: ReuseReason | null): CellValue =>
    outcome.ok ? showFresh(node, outcome, made, reused) : showFailed(node, outcome.key, outcome.failure);

  /** Everything that can be answered without waiting; null when a result must be looked up or made. */
  const answerNow = (
    node: Node,
    upstream: ReadonlyMap<CellId, CellValue>,
  ): { readonly value: CellValue } | { readonly key: ResultKey; readonly made: MadeFrom; readonly isOpen?: true } => {
    const { graph } = node;
    const id = graph.cell.id;
    node.sources = sourcesBehind(
      graph.spec,
      [...upstream.values()].map((value) => value.sources),
    );
    const stop = (value: CellStatus, because: CellId = id): { readonly value: CellValue } => {
      plans?.supersede(id, null);
      say(node, { key: null, status: value });
      return { value: absent(node, value.state === "invalid" || value.state === "blocked" ? "failed" : "absent", because) };
    };
    if (graph.cell.mode === "off") return stop({ state: "off" });
    if (graph.problem) return stop({ state: "invalid", failure: graph.problem });
    const kind = graph.kind;
    if (!kind) return stop({ state: "invalid", failure: failure("notebook.kind-unknown", { kind: graph.cell.kind }) });
    if (graph.missing !== null) return stop({ state: "needs-input", field: graph.missing });

    const digests: { [slot: string]: Digest } = {};
    for (const slot of graph.slots) {
      const value = upstream.get(slot.cell);
      if (!value?.ok) {
        const because = value?.cell ?? slot.cell;
        if (value?.why === "failed") return stop({ state: "blocked", by: because }, because);
        const reasons = whyStale(node, madeNow(graph, kind, upstream));
        return stop(
          node.session.shown && reasons.length > 0 ? { state: "stale", why: reasons } : { state: "waiting", for: because },
          because,
        );
      }
      const output = value.outputs[slot.port];
      const name = nodes.get(slot.cell)?.graph.cell.name ?? "";
      if (!output)
        return stop({
          state: "invalid",
          failure: failure("runtime.port-missing", { name, port: slot.port, available: Object.keys(value.outputs) }),
        });
      const port = kind.inputs.find((input) => input.field === slot.field);
      if (port && !port.accepts.includes(output.summary.type)) {
        return stop({
          state: "invalid",
          failure: failure(
            "runtime.type-refused",
            { name, type: output.summary.type, accepts: [...port.accepts] },
            { at: [port.field] },
          ),
        });
      }
      digests[slot.name] = output.digest;
    }
    const made = madeNow(graph, kind, upstream);
    const key = compiled(resolved.of(graph), kind).key(digests);
    if (resolved.isOpen(graph)) return { key, made, isOpen: true };
    plans?.supersede(id, key);
    if (kind.place === "inline") return { value: answerInline(node, kind, key, made, upstream) };
    const seen = node.freshOnce && isWanted(node) ? null : memo.get(key, node.sources);
    if (seen) return { value: settle(node, seen.outcome, made, seen.reused) };
    return { key, made };
  };

  const answerInline = (
    node: Node,
    kind: Kind,
    key: ResultKey,
    made: MadeFrom,
    upstream: ReadonlyMap<CellId, CellValue>,
  ): CellValue => {
    const seen = memo.get(key, node.sources);
    if (seen) return settle(node, seen.outcome, made, null);
    const execute = options.inlineOf(kind.kind) as ExecuteInline<Json> | null;
    const { slots } = compiled(node.graph, kind);
    const outputAt = (name: string | undefined): OutputRef | null => {
      const slot = node.graph.slots.find((candidate) => candidate.name === name);
      const value = slot ? upstream.get(slot.cell) : undefined;
      return slot && value?.ok ? (value.outputs[slot.port] ?? null) : null;
    };
    const output = (ref: CellRef): OutputRef | null =>
      outputAt(slots.find((slot) => slot.ref?.ref === ref.ref && slot.ref.port === ref.port)?.name);
    let result: Result<Outputs, Failure>;
    try {
      result = execute
        ? execute(node.graph.spec, {
            output,
            named: (name, port) =>
              outputAt(slots.find((slot) => slot.text?.name === name.toLowerCase() && slot.text.port === port)?.name),
            valueOf: (field) => {
              const ref = field as CellRef | Json;
              const isRef = typeof ref === "object" && ref !== null && "ref" in ref;
              return isRef ? valueOfOutput(output(ref as CellRef)) : (ref as Json);
            },
          })
        : { ok: false, error: failure("notebook.kind-unknown", { kind: kind.kind }) };
    } catch (error) {
      result = {
        ok: false,
        error: failure("general.internal", { detail: error instanceof Error ? error.message : String(error) }),
      };
    }
    const outcome: StepOutcome = result.ok
      ? {
          ok: true,
          key,
          ms: 0,
          outputs: Object.fromEntries(Object.entries(result.value).map(([port, artifact]) => [port, options.describe(artifact)])),
        }
      : { ok: false, key, ms: 0, failure: result.error };
    memo.put(key, node.sources, { outcome, reused: null });
    return settle(node, outcome, made, null);
  };

  /** What is made from a cell that is about to be made again is not known to be fresh, or to fail, any more. */
  const letWait = (id: CellId): void => {
    for (const below of descendants(id)) {
      const node = nodes.get(below);
      if (below !== id && node && pending.has(below) && knownStates.has(node.session.status.state))
        status(node, { state: "waiting", for: id });
    }
  };

  const askShown = async (node: Node, invalidated: Promise<never>): Promise<void> => {
    if (node.shownAsked) return;
    node.shownAsked = true;
    const id = node.graph.cell.id;
    const shown = await Promise.race([options.results.shown(id), invalidated]);
    if (!shown || node.session.shown) return;
    node.shownSources = options.results.sourcesOfShown?.(id) ?? [];
    say(node, { shown });
  };

  /** Of a cell that leaves something to its file: looked at first. `key`: that of the spec as it is written. */
  const answerOnceLooked = async (
    node: Node,
    key: ResultKey,
    upstream: ReadonlyMap<CellId, CellValue>,
    gone: () => boolean,
    invalidated: Promise<never>,
  ): Promise<CellValue> => {
    const id = node.graph.cell.id;
    await askShown(node, invalidated);
    const asks = plans !== null && isWanted(node) && node.cancelled?.key !== key;
    if (asks) {
      letWait(id);
      say(node, { key, status: { state: "queued", run: "run_asked" as RunId, position: 1, reason: "" } });
    }
    const found = await Promise.race([resolved.look(node.graph, asks), invalidated]);
    if (gone()) throw superseded;
    if (found && !found.ok) return showFailed(node, key, found.error);
    if (node.cancelled?.key === key && node.demands.size === 0) {
      say(node, { key, status: { state: "cancelled", by: node.cancelled.by } });
      return absent(node, "absent", id);
    }
    if (found === null) {
      say(node, { key: null, status: node.session.shown ? { state: "stale", why: [] } : { state: "idle" } });
      return absent(node, "absent", id);
    }
    const now = answerNow(node, upstream);
    return "value" in now ? now.value : answerLater(node, now.key, now.made, gone, invalidated);
  };

  const answerLater = async (
    node: Node,
    key: ResultKey,
    made: MadeFrom,
    gone: () => boolean,
    invalidated: Promise<never>,
  ): Promise<CellValue> => {
    const id = node.graph.cell.id;
    await askShown(node, invalidated);
    const rerun = node.freshOnce && isWanted(node);
    if (!rerun) {
      const found = await Promise.race([options.results.find(key, node.sources), invalidated]);
      // The sources of the node are those of the body that ran last.
      if (gone()) throw superseded;
      if (found) {
        memo.put(key, node.sources, found);
        return settle(node, found.outcome, made, found.reused);
      }
    }
    if (node.cancelled?.key === key && node.demands.size === 0) {
      say(node, { key, status: { state: "cancelled", by: node.cancelled.by } });
      return absent(node, "absent", id);
    }
    if (!plans || !isWanted(node)) {
      const why = whyStale(node, made);
      say(node, { key, status: node.session.shown ? { state: "stale", why } : { state: "idle" } });
      return absent(node, "absent", id);
    }
    letWait(id);
    for (let attempt = 0; ; attempt += 1) {
      let joined = plans.joinable(id, key);
      if (!joined) {
        const self = planCell(id);
        if (!self) return absent(node, "absent", id);
        say(node, { key, status: { state: "queued", run: "run_asked" as RunId, position: 1, reason: "" } });
        plans.start(
          planFor(
            self,
            key,
            {
              cell: planCell,
              dependents: (cell) => dependents.get(cell) ?? [],
              digest: digestNow,
              sources: (cell) => nodes.get(cell)?.value?.sources ?? [],
              wanted: (cell) => {
                const other = nodes.get(cell);
                return !!other && isWanted(other) && !plans.covers(cell) && !other.freshOnce;
              },
            },
            rerun,
          ),
          rerun,
        );
        joined = plans.joinable(id, key);
      }
      const end = joined ? await Promise.race([joined, invalidated]) : { outcome: null, lost: null };
      if (gone()) throw superseded;
      if (end.outcome) return settle(node, end.outcome, made, null);
      if (node.cancelled?.key === key) {
        say(node, { key, status: { state: "cancelled", by: node.cancelled.by } });
        return absent(node, "absent", id);
      }
      if (end.lost !== null || attempt >= 4) {
        return showFailed(node, key, failure("general.worker-lost", { attempts: attempt + 1, detail: end.lost ?? "" }));
      }
    }
  };

  const define = (node: Node): void => {
    const id = node.graph.cell.id;
    const ids = [...new Set(node.graph.problem ? [] : node.graph.slots.map((slot) => slot.cell))].filter(
      (cell) => cell !== id && nodes.has(cell),
    );
    pending.add(id);
    node.variable.define(
      id,
      ["invalidation", ...ids],
      (invalidation: Promise<void>, ...values: CellValue[]): CellValue | Promise<CellValue> => {
        if (disposed) return { ok: false, why: "absent", cell: id, sources: node.sources };
        const upstream = new Map<CellId, CellValue>();
        ids.forEach((cell, index) => upstream.set(cell, values[index] as CellValue));
        const now = answerNow(node, upstream);
        if ("value" in now) return now.value;
        let over = false;
        const invalidated = invalidation.then((): never => {
          over = true;
          throw superseded;
        });
        invalidated.catch(() => {});
        const answer = now.isOpen
          ? answerOnceLooked(node, now.key, upstream, () => over, invalidated)
          : answerLater(node, now.key, now.made, () => over, invalidated);
        return answer.catch((error: unknown): CellValue => {
          // A newer body answers for this cell: the library drops this value.
          if (error === superseded || over || disposed) return { ok: false, why: "absent", cell: id, sources: node.sources };
          return showFailed(
            node,
            now.key,
            failure("general.internal", { detail: error instanceof Error ? error.message : String(error) }),
          );
        });
      },
    );
  };

  // ---- quiet ----------------------------------------------------------------------------------------------------

  let quietAsked = false;
  const quiet = (cell: CellId): void => {
    pending.delete(cell);
    if (quietAsked || (active.size === 0 && idleWaiters.size === 0)) return;
    quietAsked = true;
    queueMicrotask(() => {
      quietAsked = false;
      for (const demand of active) {
        if ([...demand.targets].some((target) => pending.has(target))) continue;
        active.delete(demand);
        for (const target of demand.targets) nodes.get(target)?.demands.delete(demand);
        demand.resolve();
      }
      if (pending.size === 0) {
        for (const resolve of idleWaiters) resolve();
        idleWaiters.clear();
      }
    });
  };

  const newNode = (graph: GraphCell): Node => {
    const id = graph.cell.id;
    const variable = module.variable({
      pending: () => {
        pending.add(id);
      },
      fulfilled: () => quiet(id),
      rejected: () => quiet(id),
    });
    return {
      graph,
      variable,
      session: { cell: id, status: { state: "idle" }, shown: null, key: null },
      value: null,
      sources: [],
      shownSources: [],
      said: null,
      shownAsked: graph.kind?.place === "inline",
      lastChange: null,
      demands: new Set(),
      freshOnce: false,
      cancelled: null,
      draft: null,
    };
  };

  const forget = (id: CellId, node: Node): void => {
    if (node.draft) clearTimeout(node.draft.timer);
    plans?.abort(id);
    node.variable.delete();
    nodes.delete(id);
    quiet(id);
  };

  const ancestors = (ids: Iterable<CellId>): Set<CellId> => {
    const found = new Set<CellId>();
    const stack = [...ids];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      for (const slot of nodes.get(id)?.graph.slots ?? []) stack.push(slot.cell);
    }
    return found;
  };
  const descendants = (id: CellId, follows: (node: Node) => boolean = () => true): Set<CellId> => {
    const found = new Set<CellId>([id]);
    const stack = [id];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (const next of dependents.get(at) ?? []) {
        const node = nodes.get(next);
        if (found.has(next) || !node || !follows(node)) continue;
        found.add(next);
        stack.push(next);
      }
    }
    return found;
  };
  const targetsOf = (demand: Demand): Set<CellId> => {
    if (demand.mode === "all" || demand.cell === null) return new Set(order);
    if (demand.mode === "cell") return new Set([demand.cell]);
    if (demand.mode === "upstream") return ancestors([demand.cell]);
    if (demand.mode === "automatic")
      return ancestors(descendants(demand.cell, ({ graph }) => graph.cell.mode === "auto" || graph.kind?.place === "inline"));
    return ancestors(descendants(demand.cell));
  };
  const takeDraft = (node: Node): void => {
    const held = node.draft;
    node.draft = null;
    if (!held) return;
    clearTimeout(held.timer);
    node.graph = held.graph;
    define(node);
  };
  /** Whoever asks for a cell means it as it reads now, however short ago that was written. */
  const targetsWithoutDrafts = (demand: Demand): Set<CellId> => {
    for (;;) {
      const targets = targetsOf(demand);
      const drafts = [...targets].flatMap((id) => nodes.get(id) ?? []).filter((node) => node.draft !== null);
      if (drafts.length === 0) return targets;
      // What they read by now may be other cells.
      for (const node of drafts) takeDraft(node);
    }
  };
  /** Asks a cell again whose answer depends on what is wanted. */
  const poke = (id: CellId): void => {
    const node = nodes.get(id);
    if (!node || node.draft) return;
    const { state } = node.session.status;
    if (node.freshOnce || state === "idle" || state === "stale" || state === "cancelled" || isRetryable(node.session.status))
      define(node);
  };

  return {
    update(notebook, change) {
      if (disposed) return;
      const graph = options.graphOf(notebook);
      order = graph.order;
      dependents = new Map();
      for (const id of graph.order) {
        for (const { cell: source } of graph.cells.get(id)?.slots ?? []) {
          const list = dependents.get(source);
          if (!list) dependents.set(source, [id]);
          else if (list.at(-1) !== id) list.push(id);
        }
      }
      for (const [id, node] of nodes) if (!graph.cells.has(id)) forget(id, node);
      const changed: Node[] = [];
      for (const [id, cell] of graph.cells) {
        const node = nodes.get(id);
        if (!node) {
          const created = newNode(cell);
          nodes.set(id, created);
          changed.push(created);
          continue;
        }
        const before = node.draft?.graph ?? node.graph;
        if (sameGraphCell(before, cell)) {
          if (!node.draft) node.graph = cell;
          continue;
        }
        if (change && canonicalJson(before.spec) !== canonicalJson(cell.spec)) node.lastChange = { by: change.by, at: change.at };
        if (isTyping(before, cell)) {
          if (node.draft) clearTimeout(node.draft.timer);
          const timer = setTimeout(() => {
            if (!disposed && nodes.get(id) === node) takeDraft(node);
          }, pause);
          node.draft = { timer, graph: cell };
          status(node, { state: "draft" });
          continue;
        }
        if (node.draft) clearTimeout(node.draft.timer);
        node.draft = null;
        node.graph = cell;
        changed.push(node);
      }
      for (const node of changed) define(node);
    },

    demand(demand) {
      let resolve: () => void = () => {};
      const settled = new Promise<void>((done) => {
        resolve = done;
      });
      const entry: ActiveDemand = { demand, targets: targetsWithoutDrafts(demand), resolve };
      active.add(entry);
      for (const target of entry.targets) {
        const node = nodes.get(target);
        if (!node) continue;
        node.demands.add(entry);
        if (demand.fresh && target === demand.cell) node.freshOnce = true;
      }
      for (const target of entry.targets) poke(target);
      // Nothing to do for any of them: settle in the next microtask.
      const first = [...entry.targets][0];
      if (![...entry.targets].some((target) => pending.has(target))) quiet(first ?? ("" as CellId));
      return {
        settled,
        cancel: () => {
          if (!active.delete(entry)) return;
          for (const target of entry.targets) {
            const node = nodes.get(target);
            node?.demands.delete(entry);
            if (node && !isWanted(node)) plans?.abort(target);
          }
          resolve();
        },
      };
    },

    watch() {
      watchers += 1;
      // Nothing changes for cells that run only when they are told to.
      if (watchers === 1) for (const id of order) if (nodes.get(id)?.graph.cell.mode === "auto") poke(id);
      let released = false;
      return {
        release: () => {
          if (!released) watchers -= 1;
          released = true;
        },
      };
    },

    cancel(cell, by) {
      const node = nodes.get(cell);
      if (!node?.session.key) return;
      node.cancelled = { key: node.session.key, by };
      for (const demand of node.demands) {
        if (demand.demand.cell !== cell) continue;
        active.delete(demand);
        for (const target of demand.targets) nodes.get(target)?.demands.delete(demand);
        demand.resolve();
      }
      node.demands.clear();
      plans?.abort(cell);
    },

    forget: (key) => memo.forget(key),

    session: () => new Map([...nodes].map(([id, node]) => [id, node.session])),

    sourcesOf: (cell) => {
      const node = nodes.get(cell);
      return node ? sourcesNow(node) : [];
    },

    idle: () =>
      new Promise((resolve) => {
        if (pending.size === 0) resolve();
        else idleWaiters.add(resolve);
      }),

    dispose() {
      disposed = true;
      for (const node of nodes.values()) if (node.draft) clearTimeout(node.draft.timer);
      plans?.abortAll();
      resolved.dispose();
      runtime.dispose();
      for (const demand of active) demand.resolve();
      for (const resolve of idleWaiters) resolve();
      active.clear();
      idleWaiters.clear();
    },
  };
}

/** The value behind a reference to a value artifact that travels inline. */
export function valueOfOutput(output: OutputRef | null): Json {
  const inline = output?.inline;
  if (typeof inline === "object" && inline !== null && !Array.isArray(inline) && "value" in inline) {
    return (inline as { readonly value: Json }).value;
  }
  return null;
}

const firstOf = <Item>(items: Iterable<Item>): Item | undefined => {
  for (const item of items) return item;
  return undefined;
};

/** A failure that does not follow from the inputs is tried again when somebody asks. */
const isRetryable = (value: CellStatus): boolean => value.state === "failed" && isRetryableFailure(value.failure);

const retryable: ReadonlySet<string> = new Set(["general.worker-lost", "general.out-of-memory", "general.internal"]);
const isRetryableFailure = (reason: Failure): boolean => retryable.has(reason.reason);

const sameSession = (a: CellSession, b: CellSession): boolean =>
  a.key === b.key &&
  a.shown === b.shown &&
  a.status.state === b.status.state &&
  (a.status === b.status || JSON.stringify(a.status) === JSON.stringify(b.status));

const sameGraphCell = (a: GraphCell, b: GraphCell): boolean =>
  a.cell === b.cell && a.slots === b.slots && a.problem === b.problem
    ? true
    : a.cell.kind === b.cell.kind &&
      a.cell.mode === b.cell.mode &&
      a.missing === b.missing &&
      (a.spec === b.spec || canonicalJson(a.spec) === canonicalJson(b.spec)) &&
      JSON.stringify(a.slots) === JSON.stringify(b.slots) &&
      JSON.stringify(a.problem) === JSON.stringify(b.problem);

/** Only text changed in a cell that runs by itself and costs something: wait for a pause in the typing. */
function isTyping(before: GraphCell, after: GraphCell): boolean {
  const kind = after.kind;
  if (!kind || kind.place === "inline" || kind.textFields.length === 0 || after.cell.mode !== "auto") return false;
  if (before.cell.kind !== after.cell.kind || before.cell.mode !== after.cell.mode) return false;
  return kind.textFields.some((field) => before.spec[field] !== after.spec[field]);
}
