// Lanes, cancellation, lost workers, chains.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { memoryArtifactStore } from "../artifact-store.ts";
import type { Launcher } from "../launch/launcher.ts";
import { localLauncher } from "../launch/local.ts";
import { probeSandbox } from "../sandbox/choose-walls.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import { act, digest, type Heard, hostilePool, step, valueOf } from "../testing/run-hostile.ts";
import { runMinutesOf } from "./run-limit.ts";
import type { WorkerPool } from "./worker-pool.ts";

const walls = await probeSandbox();

test("without a setting code that a person wrote has ten minutes, all else thirty (R-15)", () => {
  const kinds = ["query", "load", "transform", "train", "inspect", "parameter"];
  expect(kinds.map((kind) => runMinutesOf(kind))).toEqual([10, 30, 30, 30, 30, 30]);
});

test("the owner of a kernel sets it by kind, or for all that have none of their own (R-15)", () => {
  const kinds = ["query", "load", "train"];
  const by = (set: Parameters<typeof runMinutesOf>[1]): readonly number[] => kinds.map((kind) => runMinutesOf(kind, set));
  expect(by({ all: 90 })).toEqual([90, 90, 90]);
  expect(by({ kinds: { train: 600 } })).toEqual([10, 30, 600]);
  expect(by({ all: 5, kinds: { query: 20 } })).toEqual([20, 5, 5]);
  expect(runMinutesOf("constructor", { kinds: {} })).toBe(30);
});

describe.each(walls.ok ? (["bubblewrap", "trusted"] as const) : (["trusted"] as const))("workers behind walls: %s", (kind) => {
  let pool: WorkerPool;
  beforeEach(() => {
    pool = hostilePool({ walls: kind });
  });
  afterEach(() => pool.close());

  test("a later step takes the output of an earlier one, and every artifact is in the store at the end", async () => {
    const artifacts = memoryArtifactStore();
    const from = { ref: "cell_answer" };
    const heard = await act(
      pool,
      [step("answer", { value: 4 }), step("add", { value: 3, from }, { i0: { step: 0, port: "out" } }, null)],
      { artifacts },
    );
    expect(valueOf(heard, 1)).toBe(7);
    expect(heard.events).toEqual(["started 0", "ended 0", "started 1", "ended 1"]);
    const digests = [...heard.outcomes.values()].flatMap((outcome) => (outcome.ok ? [outcome.outputs.out?.digest] : []));
    expect([...artifacts.entries.keys()].sort()).toEqual(digests.sort());
  });

  test("a step whose result is known under the key that only now is known does not run", async () => {
    const from = { ref: "cell_answer" };
    const first = await act(pool, [step("answer", { value: 9 })]);
    const hit = first.outcomes.get(0);
    const heard = await act(
      pool,
      [step("answer", { value: 4 }), step("add", { value: 3, from }, { i0: { step: 0, port: "out" } }, null)],
      { hooks: { lookup: async () => hit ?? null } },
    );
    expect(valueOf(heard, 1)).toBe(9);
    expect(heard.events).toEqual(["started 0", "ended 0", "ended 1"]);
  });

  test.each(["spin", "sleep"])("cancelling a cell that does '%s', which never ends, frees its lane", async (name) => {
    await act(pool, [step("answer", { value: 1 })]);
    const abort = new AbortController();
    const running = act(pool, [step(name)], { signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 150));
    abort.abort();
    await running;
    expect(valueOf(await act(pool, [step("answer", { value: 2 })]))).toBe(2);
  });

  test.each(["spin", "sleep"])(
    "a step that does '%s' is ended by its time, and what ended before it stands (R-15)",
    async (name) => {
      const short = hostilePool({ walls: kind, runMinutes: { all: 0.02 } });
      const artifacts = memoryArtifactStore();
      const heard = await act(short, [step("answer", { value: 4 }), step(name, {}, {}, "1".repeat(64)), step("answer")], {
        artifacts,
      });
      expect(heard.events).toEqual(["started 0", "ended 0", "started 1", "ended 1"]);
      expect(heard.outcomes.get(1)).toMatchObject({
        ok: false,
        key: "1".repeat(64),
        failure: { reason: "general.took-longer", params: { minutes: 0.02 } },
      });
      expect(valueOf(heard)).toBe(4);
      expect(valueOf(await act(short, [step("answer", { value: 2 })]))).toBe(2);
      await short.close();
    },
  );

  test("each step of a plan has the whole time", async () => {
    const short = hostilePool({ walls: kind, runMinutes: { all: 0.02 } });
    const rests = [0, 1, 2].map((at) => step("pause", { value: 700 }, {}, String(at).repeat(64)));
    const heard = await act(short, rests);
    expect([0, 1, 2].map((at) => valueOf(heard, at))).toEqual(["rested", "rested", "rested"]);
    await short.close();
  });

  test("a lane takes the next plan while what the last one made is still being stored", async () => {
    let store: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      store = resolve;
    });
    const order: string[] = [];
    const slow = { get: async () => null, put: () => gate };
    const first = act(pool, [step("answer", { value: 1 })], { artifacts: slow }).then(() => order.push("first"));
    const second = act(pool, [step("answer", { value: 2 })]).then((heard) => order.push(`second ${String(valueOf(heard))}`));
    await second;
    store();
    await first;
    expect(order).toEqual(["second 2", "first"]);
  });

  test("a plan waits for a lane, says its place, and can be cancelled while it waits", async () => {
    const first = new AbortController();
    const running = act(pool, [step("sleep")], { signal: first.signal });
    const second = new AbortController();
    const waiting = act(pool, [step("answer", { value: 2 })], { signal: second.signal });
    const third = act(pool, [step("answer", { value: 3 })]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    second.abort();
    expect((await waiting).outcomes.size).toBe(0);
    first.abort();
    await running;
    const heard = await third;
    expect(heard.events[0]).toBe("queued 0 2");
    expect(valueOf(heard)).toBe(3);
  });

  test("a worker that dies in a step is told from a cell that failed", async () => {
    await expect(act(pool, [step("crash")])).rejects.toThrow("exit code 3");
    expect(valueOf(await act(pool, [step("answer", { value: 2 })]))).toBe(2);
  });

  test.skipIf(process.platform !== "linux")("a worker that spins does not outlive a parent that was killed", async () => {
    const program = path.join(import.meta.dirname, "..", "testing", "spin-in-pool.ts");
    const parent = spawn(process.execPath, ["--import", "tsx", program, kind], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => parent.stdout.once("data", resolve));
    const workers = descendantsOf(parent.pid ?? 0);
    expect(workers.length).toBeGreaterThan(0);
    parent.kill("SIGKILL");
    await expect.poll(() => workers.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  });

  test("a cell's log is cut at a megabyte and progress arrives", async () => {
    const heard = await act(pool, [step("talk")]);
    expect(heard.logged.length).toBeGreaterThan(900_000);
    expect(heard.logged.length).toBeLessThan(1_100_000);
    expect(heard.events).toContain("progress 0 0.5 learn.progress-final");
  });
});

/** Number of the parent and state, from proc_pid_stat(5). */
function statOf(pid: string | number): { readonly state: string; readonly parent: number } | null {
  try {
    const [state = "", parent = ""] = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /su, "")
      .split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}
const isAlive = (pid: number): boolean => !["Z", "X", undefined].includes(statOf(pid)?.state);
function descendantsOf(pid: number): number[] {
  const children = readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) && statOf(name)?.parent === pid ? [Number(name)] : [],
  );
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

test("workers come to be by the launcher that the pool is given", async () => {
  const walls: string[] = [];
  const launcher: Launcher = {
    launch: (options) => {
      walls.push(options.walls);
      return localLauncher.launch(options);
    },
  };
  const pool = hostilePool({ launcher, walls: "trusted", spare: false });
  try {
    expect(valueOf(await act(pool, [step("answer", { value: 5 })]))).toBe(5);
    expect(walls).toEqual(["trusted"]);
  } finally {
    await pool.close();
  }
});

test("a plan whose report cannot be made ends, and its worker does not go on with it", async () => {
  const pool = hostilePool({ walls: "trusted" });
  const from = { ref: "cell_answer" };
  const steps = [step("answer", { value: 4 }), step("spin", { from }, { i0: { step: 0, port: "out" } }, null)];
  const refused = act(pool, steps, { hooks: { ended: () => Promise.reject(new Error("the server is gone")) } });
  await expect(refused).rejects.toThrow("the server is gone");
  expect(valueOf(await act(pool, [step("answer", { value: 2 })]))).toBe(2);
  await pool.close();
});

test("a plan in another lane waits for an artifact that was reported and is not stored yet", async () => {
  const pool = hostilePool({ walls: "trusted", lanes: 2 });
  const artifacts = memoryArtifactStore();
  let second: ReturnType<typeof act> | null = null;
  await act(pool, [step("answer", { value: 4 }), step("pause", { value: 150 }, {}, "1".repeat(64))], {
    artifacts,
    hooks: {
      ended: (at, outcome) => {
        const output = outcome.ok ? outcome.outputs.out : undefined;
        if (at !== 0 || !output) return;
        expect(artifacts.entries.size).toBe(0);
        const add = step("add", { value: 3, from: { ref: "cell_x" } }, { i0: { digest: output.digest } }, "2".repeat(64));
        second = act(pool, [add], { artifacts });
      },
    },
  });
  expect(second && valueOf(await second)).toBe(7);
  await pool.close();
});

describe("what a plan made and the store may not want", () => {
  const holding = (answer: (digests: readonly Digest[]) => Promise<readonly Digest[]>) => {
    const store = memoryArtifactStore();
    const asked: Digest[][] = [];
    return {
      ...store,
      asked,
      wanted: (digests: readonly Digest[]) => {
        asked.push([...digests]);
        return answer(digests);
      },
    };
  };
  const outOf = (heard: Heard, at = 0): Digest => {
    const outcome = heard.outcomes.get(at);
    return (outcome?.ok ? outcome.outputs.out?.digest : "") as Digest;
  };
  const gate = () => {
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open: () => open(), opened };
  };

  test("is stored or dropped as the store says, and the lane is free before it says so", async () => {
    const pool = hostilePool({ walls: "trusted" });
    const { open, opened } = gate();
    const artifacts = holding(async (digests) => {
      await opened;
      return digests.slice(0, 1);
    });
    const first = act(pool, [step("answer", { value: 1 }), step("answer", { value: 2 }, {}, "1".repeat(64))], { artifacts });
    const next = holding(async (digests) => digests);
    expect(valueOf(await act(pool, [step("answer", { value: 3 })], { artifacts: next }))).toBe(3);
    expect(artifacts.entries.size).toBe(0);
    open();
    const heard = await first;
    expect([...artifacts.entries.keys()]).toEqual([outOf(heard)]);
    expect(artifacts.asked).toEqual([[outOf(heard), outOf(heard, 1)]]);
    // The worker has let go of the other one: it is asked for in vain.
    const gone = step("add", { value: 3, from: { ref: "cell_x" } }, { i0: { digest: digest("e") } }, "2".repeat(64));
    await expect(act(pool, [gone], { artifacts })).rejects.toThrow("is not in the store");
    await pool.close();
  });

  test("is handed over at once when another lane reads it, and before the worker begins with other cells", async () => {
    const pool = hostilePool({ walls: "trusted", lanes: 2 });
    const { open, opened } = gate();
    const artifacts = holding(async () => {
      await opened;
      return [];
    });
    let made: Digest | null = null;
    const first = act(pool, [step("answer", { value: 4 })], {
      artifacts,
      hooks: {
        ended: (_at, outcome) => {
          made = (outcome.ok ? outcome.outputs.out?.digest : null) as Digest;
        },
      },
    });
    await expect.poll(() => artifacts.asked.length).toBe(1);
    // Two plans at a time: one of them gets the worker that holds it.
    const reads = step("add", { value: 3, from: { ref: "cell_x" } }, { i0: { digest: made as never } }, "2".repeat(64));
    const store = { get: artifacts.get, put: artifacts.put };
    const both = await Promise.all([act(pool, [reads], { artifacts: store }), act(pool, [reads], { artifacts: store })]);
    expect(both.map((heard) => valueOf(heard))).toEqual([7, 7]);
    expect(artifacts.entries.has(made as never)).toBe(true);
    open();
    await first;
    await pool.close();
  });

  test("twice the same is stored once and ends", async () => {
    const pool = hostilePool({ walls: "trusted" });
    const artifacts = holding(async (digests) => digests);
    const steps = [step("answer", { value: 5 }), step("answer", { value: 5 }, {}, "1".repeat(64))];
    const heard = await act(pool, steps, { artifacts });
    expect([...artifacts.entries.keys()]).toEqual([outOf(heard)]);
    const again = await act(pool, steps, { artifacts: holding(async () => []) });
    expect(outOf(again)).toBe(outOf(heard));
    await pool.close();
  });

  test("is lost with a worker whose memory is full, and the plan ends all the same", async () => {
    const pool = hostilePool({ walls: "trusted" });
    const artifacts = holding(async (digests) => digests);
    const heard = await act(pool, [step("answer", { value: 8 }), step("eat-memory", {}, {}, "1".repeat(64))], { artifacts });
    expect(valueOf(heard, 1)).toEqual({ failed: "general.out-of-memory" });
    expect(artifacts.entries.size).toBe(0);
    expect(valueOf(await act(pool, [step("answer", { value: 9 })]))).toBe(9);
    await pool.close();
  });

  test("a store that cannot say ends the plan with its reason, and the worker takes the next one", async () => {
    const pool = hostilePool({ walls: "trusted" });
    const artifacts = holding(() => Promise.reject(new Error("the server is gone")));
    await expect(act(pool, [step("answer", { value: 6 })], { artifacts })).rejects.toThrow("the server is gone");
    expect(valueOf(await act(pool, [step("answer", { value: 7 })]))).toBe(7);
    await pool.close();
  });
});
