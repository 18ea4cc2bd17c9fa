// The reactive notebook on small made-up kinds: order, cache, cancellation, reasons. No engine, no database.

import { z } from "zod";
import { afterEach, describe, expect, test } from "vitest";
import type { Artifact } from "../artifacts/artifact.ts";
import { digestOfJson } from "../base/digest.ts";
import { failure, receivedKey } from "../base/failure.ts";
import { keyFormat } from "../base/key-format.ts";
import type { CellId, ResultKey } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { ok } from "../base/result.ts";
import type { ExecuteInline } from "../contract/execute.ts";
import type { Kind } from "../contract/kind.ts";
import { refsInSpec } from "../base/refs.ts";
import { type Cell, type Notebook } from "../notebook/notebook.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import type { CellStatus, ShownResult } from "../session/cell-status.ts";
import type { Executor } from "./executor.ts";
import { newNotebookRuntime } from "./new-notebook-runtime.ts";
import type { GraphCell } from "../notebook/notebook-graph.ts";
import type { NotebookRuntime, RecordedFailure } from "./notebook-runtime.ts";
import type { StepOutcome } from "./plan.ts";
import { resultKey } from "../contract/result-key.ts";
import { words as generalWords } from "../messages/general/words.ts";

const kind = (name: string, more: Partial<Kind>): Kind => ({
  kind: name,
  title: name,
  example: "",
  place: "warm",
  version: 1,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  mode: "auto",
  inputs: [],
  outputs: [{ name: "out", type: "value", title: "Value" }],
  schema: z.looseObject({}) as unknown as Kind["schema"],
  textFields: [],
  listFields: [],
  empty: {},
  missing: () => null,
  discloses: () => null,
  words: () => "",
  suggestName: () => name,
  ...more,
});
const kinds: { readonly [name: string]: Kind } = {
  parameter: kind("parameter", { place: "inline" }),
  sum: kind("sum", {}),
  slow: kind("slow", { mode: "manual" }),
  sql: kind("sql", { textFields: ["sql"] }),
};

const value = (json: Json): OutputRef => ({
  digest: digestOfJson({ value: json }),
  summary: { type: "value", shape: [] },
  inline: { type: "value", value: json } as unknown as Json,
});
const describeArtifact = (artifact: Artifact): OutputRef => value(artifact.type === "value" ? artifact.value : null);

const cell = (id: string, kindName: string, spec: JsonObject, mode: Cell["mode"] = "auto"): Cell => ({
  id: id as CellId,
  kind: kindName,
  name: id,
  aliases: [],
  spec,
  specVersion: 1,
  mode,
  order: id,
  deletedAt: null,
});
const ref = (id: string): JsonObject => ({ ref: id });
const book = (...cells: Cell[]): Notebook => ({ title: "t", cells, layout: { tiles: [] } });

function graphOf(notebook: Notebook) {
  const cells = new Map<CellId, GraphCell>();
  for (const each of notebook.cells) {
    const seen = new Map<string, string>();
    for (const { ref: found } of refsInSpec(each.spec)) if (!seen.has(found.ref)) seen.set(found.ref, `i${seen.size}`);
    cells.set(each.id, {
      cell: each,
      kind: kinds[each.kind] ?? null,
      spec: each.spec,
      slots: [...seen].map(([id, name]) => ({ name, cell: id as CellId, port: "out" })),
      problem: each.spec["bad"] ? failure(receivedKey("notebook.bad")) : null,
      missing: null,
    });
  }
  return { cells, order: notebook.cells.map((each) => each.id) };
}

const inline: ExecuteInline = (spec) => ok({ out: { type: "value", value: spec["value"] ?? null } });

/** Runs plans in place: `sum` adds its inputs, `slow` waits until it is let go. */
function bench({ before = async () => {} }: { readonly before?: () => Promise<void> } = {}) {
  const runs: string[] = [];
  const results = new Map<string, StepOutcome>();
  const shown = new Map<string, ShownResult>();
  const failed = new Map<string, RecordedFailure>();
  const statuses: string[] = [];
  const gates: (() => void)[] = [];
  let plansStarted = 0;
  const values = new Map<string, Json>();
  const executor: Executor = {
    run: async (plan, hooks, signal) => {
      plansStarted += 1;
      const outs: OutputRef[] = [];
      for (const [index, step] of plan.steps.entries()) {
        const inputs = Object.fromEntries(
          Object.entries(step.inputs).map(([slot, input]) => [
            slot,
            "digest" in input ? input.digest : (outs[input.step] as OutputRef).digest,
          ]),
        );
        const key = resultKey(kinds[step.kind] as Kind, step.spec, inputs);
        if (step.kind === "parameter") {
          outs[index] = value(step.spec["value"] ?? null);
          values.set(outs[index].digest, step.spec["value"] ?? null);
          await hooks.ended(index, { ok: true, key, ms: 0, outputs: { out: outs[index] } });
          continue;
        }
        const hit = await hooks.lookup(index, key);
        if (hit?.ok) {
          outs[index] = hit.outputs["out"] as OutputRef;
          await hooks.ended(index, hit);
          continue;
        }
        hooks.started(index, key);
        runs.push(step.cell);
        if (step.kind === "slow") {
          await new Promise<void>((resolve, reject) => {
            gates.push(resolve);
            signal.addEventListener("abort", () => reject(new Error("aborted")));
          });
        }
        if (signal.aborted) throw new Error("aborted");
        if (step.spec["outOfMemory"]) {
          await hooks.ended(index, { ok: false, key, ms: 1, failure: generalWords.failure("out-of-memory", { limit: "1 GB" }) });
          return;
        }
        if (step.spec["fails"]) {
          await hooks.ended(index, { ok: false, key, ms: 1, failure: failure(receivedKey("sum.fails")) });
          return;
        }
        const total = Object.values(inputs).reduce(
          (sum, digest) => sum + Number(values.get(digest) ?? 0),
          Number(step.spec["plus"] ?? 0),
        );
        const out = value(step.spec["constant"] ?? total);
        values.set(out.digest, step.spec["constant"] ?? total);
        outs[index] = out;
        const outcome: StepOutcome = { ok: true, key, ms: 1, outputs: { out } };
        results.set(key, outcome);
        await hooks.ended(index, outcome);
      }
    },
  };
  const runtime = newNotebookRuntime({
    graphOf,
    inlineOf: (name) => (name === "parameter" ? inline : null),
    describe: describeArtifact,
    typingPause: 30,
    executor,
    now: () => 1_000,
    onCell: (session) => {
      if (session.status.state === "fresh" && session.shown)
        values.set(session.shown.outputs["out"]?.digest ?? "", inlineValue(session.shown));
      statuses.push(`${session.cell} ${session.status.state}`);
    },
    results: {
      find: async (key: ResultKey) => {
        await before();
        const outcome = results.get(key);
        return outcome ? { outcome, reused: { run: null, by: "Lena", at: 5 } } : null;
      },
      shown: async (id) => shown.get(id) ?? null,
      failed: async (id) => failed.get(id) ?? null,
      show: async (id, what) => {
        shown.set(id, what);
      },
    },
  });
  open.push(runtime);
  return { runtime, runs, statuses, gates, shown, failed, plans: () => plansStarted, results };
}
const inlineValue = (result: ShownResult): Json =>
  ((result.outputs["out"]?.inline as { value?: Json } | undefined)?.value ?? null) as Json;
const open: NotebookRuntime[] = [];
afterEach(() => {
  for (const runtime of open.splice(0)) runtime.dispose();
});
const stateOf = (runtime: NotebookRuntime, id: string): CellStatus => runtime.session().get(id as CellId)?.status as CellStatus;
const valueOf = (runtime: NotebookRuntime, id: string): Json =>
  inlineValue(runtime.session().get(id as CellId)?.shown as ShownResult);
const until = async (check: () => boolean): Promise<void> => {
  for (let i = 0; i < 400 && !check(); i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(check()).toBe(true);
};

describe("K: results are found by key, and made once", () => {
  test("a chain behind a changed parameter is one plan", async () => {
    const { runtime, runs, plans } = bench();
    const chain = (n: number) =>
      book(
        cell("a", "parameter", { value: n }),
        cell("b", "sum", { x: ref("a"), plus: 1 }),
        cell("c", "sum", { x: ref("b"), plus: 10 }),
      );
    runtime.watch("Lena");
    runtime.update(chain(1));
    await runtime.idle();
    expect(valueOf(runtime, "c")).toBe(12);
    expect(plans()).toBe(1);
    runtime.update(chain(2));
    await runtime.idle();
    expect(valueOf(runtime, "c")).toBe(13);
    expect([runs, plans()]).toEqual([["b", "c", "b", "c"], 2]);
  });

  test("undoing an edit shows the old result without a run", async () => {
    const { runtime, runs } = bench();
    const at = (n: number) => book(cell("a", "parameter", { value: n }), cell("b", "sum", { x: ref("a") }));
    runtime.watch("Lena");
    for (const n of [1, 2, 1]) {
      runtime.update(at(n));
      await runtime.idle();
    }
    expect(valueOf(runtime, "b")).toBe(1);
    expect(runs).toEqual(["b", "b"]);
  });

  test("an edit whose output is equal stops there", async () => {
    const { runtime, runs } = bench();
    const at = (plus: number) => book(cell("a", "sum", { constant: 7, plus }), cell("b", "sum", { x: ref("a") }));
    runtime.watch("Lena");
    runtime.update(at(1));
    await runtime.idle();
    runtime.update(at(2));
    await runtime.idle();
    expect(runs).toEqual(["a", "b", "a"]);
  });

  test("a second opening runs nothing", async () => {
    const first = bench();
    const notebook = book(cell("a", "parameter", { value: 3 }), cell("b", "sum", { x: ref("a") }));
    first.runtime.watch("Lena");
    first.runtime.update(notebook);
    await first.runtime.idle();
    const second = bench();
    for (const [key, outcome] of first.results) second.results.set(key, outcome);
    second.runtime.watch("Imran");
    second.runtime.update(notebook);
    await second.runtime.idle();
    expect(second.runs).toEqual([]);
    expect(stateOf(second.runtime, "b")).toMatchObject({ state: "fresh", reused: { by: "Lena" } });
  });
});

describe("S: states", () => {
  test("what was last on show is there again behind a cell that is out of date, and behind one that failed (S-4)", async () => {
    const { runtime, shown, runs } = bench();
    const before = (id: string): ShownResult => ({
      key: `old ${id}` as ResultKey,
      outputs: { out: value(7) },
      at: 1,
      by: "Lena",
      ms: 1,
      made: { version: 1, spec: {}, inputs: {} },
    });
    for (const id of ["a", "b", "d"]) shown.set(id, before(id));
    runtime.update(
      book(
        cell("a", "sum", { constant: 7 }),
        cell("b", "sum", { x: ref("a") }),
        cell("c", "sum", { bad: true }),
        cell("d", "sum", { x: ref("c") }),
      ),
    );
    await runtime.idle();
    for (const id of ["a", "b", "d"]) expect([id, runtime.session().get(id as CellId)?.shown]).toEqual([id, before(id)]);
    expect(["a", "b", "d"].map((id) => stateOf(runtime, id).state)).toEqual(["stale", "stale", "blocked"]);
    // What b reads is not there, and so not known to differ: it is computed otherwise now, as b is.
    expect(stateOf(runtime, "b")).toMatchObject({ why: [{ what: "kind-version" }] });
    expect(runs).toEqual([]);
  });

  test("behind a source that only a newer version computes otherwise a cell says that, and not that an input changed (S-5)", async () => {
    const { runtime, shown, results } = bench();
    const at = (n: number) =>
      book(
        cell("a", "slow", { constant: n }, "manual"),
        cell("b", "slow", { x: ref("a") }, "manual"),
        cell("c", "slow", { x: ref("b") }, "manual"),
      );
    const kept = (id: string, spec: JsonObject, from: string | null, format: number): void => {
      const inputs = from === null ? {} : { i0: { cell: from as CellId, digest: value(7).digest } };
      const made = { format, version: 1, variants: {}, spec, inputs };
      shown.set(id, { key: `old ${id}` as ResultKey, outputs: { out: value(7) }, at: 1, by: "Lena", ms: 1, made });
    };
    kept("a", { constant: 7 }, null, 1);
    kept("c", { x: { in: "i0" } }, "b", keyFormat);
    runtime.update(at(7));
    await runtime.idle();
    expect(stateOf(runtime, "a")).toEqual({ state: "stale", why: [{ what: "kind-version" }] });
    expect(stateOf(runtime, "b")).toEqual({ state: "waiting", for: "a" });
    expect(stateOf(runtime, "c")).toEqual({ state: "stale", why: [{ what: "kind-version" }] });
    expect(results.size).toBe(0);
  });

  describe("a failure that an earlier release recorded", () => {
    const recorded = (more: Partial<RecordedFailure> = {}): RecordedFailure => ({
      key: "old m" as ResultKey,
      failure: failure(receivedKey("sum.fails")),
      made: {
        version: 1,
        spec: { x: { in: "i0" } },
        inputs: { i0: { cell: "a" as CellId, digest: value(1).digest } },
      },
      spec: { x: ref("a") },
      sources: [],
      ...more,
    });
    const notebook = book(
      cell("a", "parameter", { value: 1 }),
      cell("m", "slow", { x: ref("a") }, "manual"),
      cell("d", "sum", { x: ref("m") }),
    );

    test("stands until the cell is run again, is said to be of an earlier release, and blocks what reads it (S-4)", async () => {
      const { runtime, failed, gates } = bench();
      failed.set("m", recorded());
      runtime.watch("Lena");
      runtime.update(notebook);
      await runtime.idle();
      expect(stateOf(runtime, "m")).toEqual({
        state: "failed",
        failure: failure(receivedKey("sum.fails")),
        key: "old m",
        why: [{ what: "kind-version" }],
      });
      expect(stateOf(runtime, "d")).toEqual({ state: "blocked", by: "m" });
      const asked = runtime.demand({ cell: "m" as CellId, mode: "cell", by: "Lena" });
      await until(() => gates.length === 1);
      gates[0]?.();
      await asked.settled;
      await runtime.idle();
      expect([stateOf(runtime, "m").state, stateOf(runtime, "d").state]).toEqual(["fresh", "fresh"]);
    });

    test("stands while the source of the cell is not there", async () => {
      const { runtime, failed } = bench();
      failed.set("m", recorded());
      runtime.update(book(cell("a", "slow", { constant: 1 }, "manual"), cell("m", "slow", { x: ref("a") }, "manual")));
      await runtime.idle();
      expect([stateOf(runtime, "a").state, stateOf(runtime, "m").state]).toEqual(["idle", "failed"]);
    });

    test.each([
      ["of another spec", { spec: { x: ref("a"), plus: 1 } }],
      ["of data that do not stand behind the cell", { sources: ["d".repeat(64)] }],
      ["on another input", { made: { ...recorded().made, inputs: { i0: { cell: "a" as CellId, digest: value(2).digest } } } }],
      ["under the same key format and version, which is found by its key", { made: { ...recorded().made, format: keyFormat } }],
    ])("%s says nothing of the cell", async (_title, more) => {
      const { runtime, failed } = bench();
      failed.set("m", recorded(more));
      runtime.update(notebook);
      await runtime.idle();
      expect(stateOf(runtime, "m")).toEqual({ state: "idle" });
    });
  });

  test("a manual cell waits to be asked, and says why it is out of date (S-5)", async () => {
    const { runtime, gates } = bench();
    const at = (n: number) =>
      book(cell("a", "parameter", { value: n }), cell("m", "slow", { x: ref("a") }, "manual"), cell("d", "sum", { x: ref("m") }));
    runtime.watch("Lena");
    runtime.update(at(1));
    await runtime.idle();
    expect([stateOf(runtime, "m").state, stateOf(runtime, "d").state]).toEqual(["idle", "waiting"]);
    const asked = runtime.demand({ cell: "m" as CellId, mode: "upstream", by: "Lena" });
    await until(() => gates.length === 1);
    expect(stateOf(runtime, "m").state).toBe("running");
    gates[0]?.();
    await asked.settled;
    await runtime.idle();
    expect([stateOf(runtime, "m").state, valueOf(runtime, "d")]).toEqual(["fresh", 1]);
    runtime.update(at(2), { by: "Imran", at: 77 });
    await runtime.idle();
    expect(stateOf(runtime, "m")).toMatchObject({ state: "stale", why: [{ what: "input", cell: "a", by: "Imran", at: 77 }] });
    expect(stateOf(runtime, "d").state).toBe("stale");
    runtime.update(at(1));
    await runtime.idle();
    expect(stateOf(runtime, "m").state).toBe("fresh");
  });

  test("a look ahead runs what runs by itself, and nothing that waits to be asked or stands behind it", async () => {
    const { runtime, gates } = bench();
    runtime.update(
      book(
        cell("a", "parameter", { value: 3 }),
        cell("s", "sum", { x: ref("a") }),
        cell("m", "slow", { x: ref("s") }, "manual"),
        cell("d", "sum", { x: ref("m") }),
      ),
    );
    await runtime.demand({ cell: "a" as CellId, mode: "automatic", by: "Lena" }).settled;
    await runtime.idle();
    expect([valueOf(runtime, "s"), stateOf(runtime, "m").state, stateOf(runtime, "d").state]).toEqual([3, "idle", "waiting"]);
    expect(gates).toEqual([]);
  });

  test("what is made from a cell that runs again is not called fresh meanwhile (S-1a)", async () => {
    const { runtime, gates, runs } = bench();
    const at = (plus: number) =>
      book(
        cell("m", "slow", { constant: 7, plus }),
        cell("n", "slow", { x: ref("m") }, "manual"),
        cell("d", "sum", { x: ref("n") }),
      );
    runtime.update(at(1));
    const all = runtime.demand({ cell: null, mode: "all", by: "Lena" });
    for (const n of [1, 2]) {
      await until(() => gates.length === n);
      gates[n - 1]?.();
    }
    await all.settled;
    expect(["m", "n", "d"].map((id) => stateOf(runtime, id).state)).toEqual(["fresh", "fresh", "fresh"]);
    runtime.watch("Lena");
    runtime.update(at(2));
    await until(() => gates.length === 3);
    expect(stateOf(runtime, "n")).toMatchObject({ state: "waiting", for: "m" });
    expect(stateOf(runtime, "d").state).toBe("waiting");
    gates[2]?.();
    await runtime.idle();
    // It came out equal: what follows is fresh as before, without a run.
    expect(["n", "d"].map((id) => stateOf(runtime, id).state)).toEqual(["fresh", "fresh"]);
    expect(runs).toEqual(["m", "n", "d", "m"]);
  });

  test("one failure is one red cell; what depends on it is blocked by it (S-4)", async () => {
    const { runtime } = bench();
    runtime.watch("Lena");
    runtime.update(book(cell("a", "sum", { fails: true }), cell("b", "sum", { x: ref("a") }), cell("c", "sum", { x: ref("b") })));
    await runtime.idle();
    expect(stateOf(runtime, "a").state).toBe("failed");
    expect([stateOf(runtime, "b"), stateOf(runtime, "c")]).toEqual([
      { state: "blocked", by: "a" },
      { state: "blocked", by: "a" },
    ]);
  });

  test("cancelling frees the cell, and asking again runs it", async () => {
    const { runtime, gates } = bench();
    runtime.update(book(cell("m", "slow", { plus: 4 }, "manual")));
    runtime.demand({ cell: "m" as CellId, mode: "cell", by: "Lena" });
    await until(() => gates.length === 1);
    runtime.cancel("m" as CellId, "Imran");
    await runtime.idle();
    expect(stateOf(runtime, "m")).toEqual({ state: "cancelled", by: "Imran" });
    const again = runtime.demand({ cell: "m" as CellId, mode: "cell", by: "Lena" });
    await until(() => gates.length === 2);
    gates[1]?.();
    await again.settled;
    expect(stateOf(runtime, "m").state).toBe("fresh");
  });

  test("a change while a cell runs stops the old run at once and answers for the new inputs", async () => {
    const { runtime, gates } = bench();
    const at = (n: number) =>
      book(cell("a", "parameter", { value: n }), cell("m", "slow", { x: ref("a") }), cell("d", "sum", { x: ref("m") }));
    runtime.watch("Lena");
    runtime.update(at(1));
    await until(() => gates.length === 1);
    runtime.update(at(2));
    await until(() => gates.length === 2);
    gates[1]?.();
    await runtime.idle();
    expect(valueOf(runtime, "d")).toBe(2);
  });

  test("a cell that is asked for while its text rests is run as it reads now, with what it reads now", async () => {
    const { runtime, runs } = bench();
    runtime.update(book(cell("a", "sum", { plus: 1 }), cell("q", "sql", { sql: "one" }), cell("r", "sum", { x: ref("q") })));
    await runtime.idle();
    runtime.update(
      book(cell("a", "sum", { plus: 1 }), cell("q", "sql", { sql: "two", x: ref("a") }), cell("r", "sum", { x: ref("q") })),
    );
    expect(stateOf(runtime, "q").state).toBe("draft");
    await runtime.demand({ cell: "r" as CellId, mode: "upstream", by: "Lena" }).settled;
    expect(["a", "q", "r"].map((id) => stateOf(runtime, id).state)).toEqual(["fresh", "fresh", "fresh"]);
    const ran = [...runs];
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(runs, "nothing comes after the pause").toEqual(ran);
  });

  test("equal results answer only cells with the same data behind them, and what is said of a cell carries those (K-6, P-4)", async () => {
    const { runtime, plans } = bench();
    const file = { digest: "f".repeat(64), name: "f.csv", size: 1 };
    runtime.update(
      book(
        cell("open", "sum", { constant: 3 }),
        cell("shut", "sum", { constant: 3, file }),
        cell("ofOpen", "sum", { x: ref("open") }),
        cell("ofShut", "sum", { x: ref("shut") }),
      ),
    );
    await runtime.demand({ cell: null, mode: "all", by: "Lena" }).settled;
    expect(runtime.session().get("ofOpen" as CellId)?.key).toBe(runtime.session().get("ofShut" as CellId)?.key);
    expect(plans(), "not one for both").toBe(2);
    expect(["open", "ofOpen"].map((id) => runtime.sourcesOf(id as CellId))).toEqual([[], []]);
    expect(["shut", "ofShut"].map((id) => runtime.sourcesOf(id as CellId))).toEqual([[file.digest], [file.digest]]);
  });

  test("typing in a cell that runs by itself is a draft until a pause", async () => {
    const { runtime, runs } = bench();
    const at = (sql: string) => book(cell("q", "sql", { sql }));
    runtime.watch("Lena");
    runtime.update(at("select"));
    await runtime.idle();
    runtime.update(at("select 1"));
    runtime.update(at("select 12"));
    expect(stateOf(runtime, "q").state).toBe("draft");
    await until(() => stateOf(runtime, "q").state === "fresh");
    expect(runs).toEqual(["q", "q"]);
  });

  test("run without cache makes the result again", async () => {
    const { runtime, runs } = bench();
    runtime.watch("Lena");
    runtime.update(book(cell("a", "sum", { plus: 1 })));
    await runtime.idle();
    await runtime.demand({ cell: "a" as CellId, mode: "cell", by: "Lena", fresh: true }).settled;
    expect(runs).toEqual(["a", "a"]);
  });

  test.each([false, true])("who asks while a cell is just found to be wanted by nobody has it made, anew: %s", async (fresh) => {
    const before = bench();
    before.runtime.update(book(cell("b", "sum", { plus: 1 }, "manual")));
    await before.runtime.demand({ cell: "b" as CellId, mode: "cell", by: "Lena" }).settled;
    // At every moment between the answer of the lookup and the end of what waited for it.
    for (let moment = 0; moment < 24; moment += 1) {
      const held: { answer: (() => void) | null } = { answer: null };
      const { runtime, runs, results } = bench({
        before: async () => {
          if (held.answer === null) await new Promise<void>((resolve) => (held.answer = resolve));
        },
      });
      if (fresh) for (const [key, outcome] of before.results) results.set(key, outcome);
      runtime.update(book(cell("b", "sum", { plus: 1 }, "manual")));
      await until(() => held.answer !== null);
      held.answer?.();
      for (let at = 0; at < moment; at += 1) await Promise.resolve();
      await runtime.demand({ cell: "b" as CellId, mode: "cell", by: "Lena", fresh }).settled;
      expect([moment, stateOf(runtime, "b").state, runs.length]).toEqual([moment, "fresh", 1]);
    }
  });

  test("a cell that is taken out and put back at once is waited for like any other", async () => {
    const { runtime, runs } = bench();
    const there = book(cell("b", "slow", {}));
    runtime.update(there);
    await runtime.idle();
    runtime.update(book());
    runtime.update(there);
    let isSettled = false;
    const { settled } = runtime.demand({ cell: "b" as CellId, mode: "cell", by: "Lena" });
    void settled.then(() => (isSettled = true));
    await until(() => runs.length === 1);
    expect([isSettled, stateOf(runtime, "b").state]).toEqual([false, "running"]);
  });

  test("a step that ran out of memory is tried again when somebody asks", async () => {
    const { runtime, runs } = bench();
    runtime.update(book(cell("a", "sum", { outOfMemory: true })));
    for (let i = 0; i < 2; i += 1) await runtime.demand({ cell: "a" as CellId, mode: "cell", by: "Lena" }).settled;
    expect([runs, stateOf(runtime, "a").state]).toEqual([["a", "a"], "failed"]);
  });

  test("a deleted cell leaves what read it without an input, and nothing hangs", async () => {
    const { runtime } = bench();
    runtime.watch("Lena");
    runtime.update(book(cell("a", "parameter", { value: 1 }), cell("b", "sum", { x: ref("a") })));
    await runtime.idle();
    runtime.update(book(cell("b", "sum", { bad: true })));
    await runtime.idle();
    expect(stateOf(runtime, "b").state).toBe("invalid");
  });
});

test("a thousand inline cells in a chain settle", async () => {
  const { runtime } = bench();
  const cells = Array.from({ length: 1000 }, (_, i) =>
    cell(`p${i}`, "parameter", i === 0 ? { value: 1 } : { value: i, from: ref(`p${i - 1}`) }),
  );
  runtime.update(book(...cells));
  await runtime.idle();
  expect([...runtime.session().values()].every((session) => session.status.state === "fresh")).toBe(true);
});
