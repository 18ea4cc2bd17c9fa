// Cells that leave something to their file: the format of a load.

import { expect, test } from "vitest";
import type { CellId, Digest } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import { err, ok } from "../base/result.ts";
import { resultKey } from "../contract/result-key.ts";
import { load } from "../kinds/load/spec.ts";
import type { Cell } from "../notebook/notebook.ts";
import type { CellSession } from "../session/cell-status.ts";
import { formatOf } from "../formats.ts";
import type { Plan, StepOutcome } from "./plan.ts";
import type { Resolve } from "./resolved-cells.ts";
import { standardRuntime } from "./standard-runtime.ts";
import { words as generalWords } from "../messages/general/words.ts";

const id = "cell_a" as CellId;
const file = { digest: "ab".repeat(32), name: "x.txt", size: 9 };
const loadCell = (spec: JsonObject, mode: Cell["mode"] = "manual"): Cell => ({
  id,
  kind: "load",
  name: "x",
  aliases: [],
  spec,
  specVersion: 1,
  mode,
  order: "a",
  deletedAt: null,
});
const keyOf = (spec: JsonObject) => resultKey(load, load.schema.parse(spec) as unknown as JsonObject, {});

function bench(resolve: Resolve | undefined) {
  const plans: Plan[] = [];
  const results = new Map<string, StepOutcome>();
  const sessions: CellSession[] = [];
  const outputs = { out: { digest: "0".repeat(64) as Digest, summary: { type: "table" as const, shape: [1, 1] } } };
  const runtime = standardRuntime({
    ...(resolve ? { resolve } : {}),
    executor: {
      run: async (plan, hooks) => {
        plans.push(plan);
        const [step] = plan.steps;
        if (!step?.key) throw new Error("the head has its key");
        const outcome: StepOutcome = { ok: true, key: step.key, ms: 1, outputs };
        results.set(step.key, outcome);
        await hooks.ended(0, outcome);
      },
    },
    now: () => 1,
    onCell: (session) => void sessions.push(session),
    results: {
      find: async (key) => {
        const outcome = results.get(key);
        return outcome ? { outcome, reused: { run: null, by: "Lena", at: 5 } } : null;
      },
      shown: async () => null,
      show: async () => {},
    },
  });
  return {
    runtime,
    plans,
    results,
    outputs,
    show: (spec: JsonObject, mode?: Cell["mode"]) =>
      runtime.update({ title: "t", cells: [loadCell(spec, mode)], layout: { tiles: [] } }),
    now: () => runtime.session().get(id),
    run: () => runtime.demand({ cell: id, mode: "cell", by: "Ada" }).settled,
  };
}

test("the key holds the format that was found, as if it were written out, and says which reader answers (K-1)", async () => {
  const asked: string[] = [];
  const found = bench(async (ref) => {
    asked.push(ref.name);
    return ok("tsv");
  });
  found.show({ file });
  await found.run();
  expect(found.now()?.key).toBe(keyOf({ file, format: "tsv" }));
  expect(found.now()?.key).not.toBe(keyOf({ file }));
  expect(found.plans[0]?.steps[0]?.spec["format"]).toBe("tsv");
  expect(found.now()?.shown?.made).toMatchObject({
    variants: { "format/tsv": formatOf("tsv").version },
    spec: { format: "tsv" },
  });
  // Written out it is the same cell: nothing runs, nobody looks.
  found.show({ file, format: "tsv" });
  await found.runtime.idle();
  expect(found.now()?.status.state).toBe("fresh");
  expect([found.plans.length, asked]).toEqual([1, ["x.txt"]]);
  found.runtime.dispose();
});

test("what is known of a file shows the result that is there; nobody is asked for a cell that nobody wants", async () => {
  const asks: boolean[] = [];
  const known = bench(async (_file, options) => {
    asks.push(options.asks);
    return ok("csv");
  });
  known.results.set(keyOf({ file, format: "csv" }), {
    ok: true,
    key: keyOf({ file, format: "csv" }),
    ms: 1,
    outputs: known.outputs,
  });
  known.show({ file });
  await known.runtime.idle();
  expect([known.now()?.status.state, known.plans.length, asks]).toEqual(["fresh", 0, [false]]);
  known.runtime.dispose();

  const unknown = bench(async (_file, options) => (options.asks ? ok("csv") : null));
  unknown.show({ file });
  await unknown.runtime.idle();
  expect(unknown.now()).toMatchObject({ status: { state: "idle" }, key: null });
  await unknown.run();
  expect(unknown.now()).toMatchObject({ status: { state: "fresh" }, key: keyOf({ file, format: "csv" }) });
  unknown.runtime.dispose();
});

test("a look that was lost is said, and tried again by whoever asks next", async () => {
  let looks = 0;
  const lost = bench(async () => {
    looks += 1;
    return looks === 1 ? err(generalWords.failure("worker-lost", { attempts: 1, detail: "" })) : ok("csv");
  });
  lost.show({ file }, "manual");
  await lost.runtime.idle();
  expect(lost.now()?.status).toMatchObject({ state: "failed", failure: { reason: "general.worker-lost" } });
  await lost.run();
  expect([lost.now()?.status.state, looks]).toEqual(["fresh", 2]);
  lost.runtime.dispose();
});

test("a file that nothing loads, and a runtime that looks nowhere, leave the cell as it is written: its run says why", async () => {
  for (const resolve of [async () => ok(null), undefined]) {
    const open = bench(resolve);
    open.show({ file });
    await open.run();
    expect(open.now()?.key).toBe(keyOf({ file }));
    expect(open.plans[0]?.steps[0]?.spec["format"]).toBeNull();
    open.runtime.dispose();
  }
});

test("the same bytes under another name are looked at anew; a change beside the file is not", async () => {
  const asked: string[] = [];
  const book = bench(async (ref) => {
    asked.push(ref.name);
    return ok(ref.name.endsWith(".csv") ? "csv" : "text");
  });
  book.show({ file }, "auto");
  await book.run();
  book.show({ file, read: "table" }, "auto");
  await book.run();
  expect(asked).toEqual(["x.txt"]);
  book.show({ file: { ...file, name: "x.csv" } }, "auto");
  await book.run();
  expect(asked).toEqual(["x.txt", "x.csv"]);
  expect(book.now()?.key).toBe(keyOf({ file, format: "csv" }));
  book.runtime.dispose();
});
