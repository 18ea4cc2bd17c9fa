import { receivedKey } from "../base/failure.ts";
import { describe, expect, it } from "vitest";
import type { CellId, ResultKey, RunId } from "../base/ids.ts";
import type { CellSession, CellStatus } from "./cell-status.ts";
import { emptySession, hasGap, reduceSession } from "./reduce-session.ts";
import type { RunEvent } from "./run-event.ts";

const cell = "cell_a" as CellId;
const run = "run_1" as RunId;
const running: CellStatus = { state: "running", run, startedAt: 0, fraction: null, note: null };
const note = { key: receivedKey("learn.progress-final"), params: {} };
const session = (status: CellStatus): CellSession => ({ cell, status, shown: null, key: null });
const after = (...events: RunEvent[]) => events.reduce(reduceSession, emptySession);

describe("the session of a notebook", () => {
  it("begins with a snapshot and takes each numbered event once (S-2)", () => {
    const state = after(
      { type: "snapshot", seq: 4, cells: [session({ state: "idle" })] },
      { type: "cell", seq: 5, session: session(running) },
    );
    expect(state.cells.get(cell)?.status).toEqual(running);
    expect(reduceSession(state, { type: "cell", seq: 5, session: session({ state: "off" }) })).toBe(state);
    expect(reduceSession(state, { type: "gone", seq: 6, cell }).cells.size).toBe(0);
    expect(hasGap(state, { type: "gone", seq: 7, cell })).toBe(true);
    expect(hasGap(state, { type: "gone", seq: 6, cell })).toBe(false);
    expect(hasGap(state, { type: "snapshot", seq: 60, cells: [] })).toBe(false);
  });

  it("drops the log of an earlier run when another run begins, or a result comes without it (S-3)", () => {
    const told = (...statuses: readonly CellStatus[]) =>
      after(
        { type: "cell", seq: 1, session: session(running) },
        { type: "log", cell, run, offset: 0, text: "boom\n" },
        ...statuses.map((status, at): RunEvent => ({ type: "cell", seq: at + 2, session: session(status) })),
      ).logs.get(cell)?.text;
    const failed: CellStatus = {
      state: "failed",
      failure: { reason: receivedKey("server.x"), params: {} },
      key: "k" as ResultKey,
    };
    const fresh: CellStatus = { state: "fresh", key: "k" as ResultKey, reused: null };
    expect(told(fresh)).toBe("boom\n");
    expect(told(fresh, fresh)).toBe("boom\n");
    expect(told(failed)).toBe("boom\n");
    expect(told(failed, fresh)).toBeUndefined();
    expect(told(failed, { ...running, run: "run_2" as RunId })).toBeUndefined();
  });

  it("begins to count anew with a snapshot, also with a smaller number after a restart (S-2)", () => {
    const state = after(
      { type: "snapshot", seq: 90, cells: [session(running)] },
      { type: "snapshot", seq: 3, cells: [session({ state: "draft" })] },
    );
    expect(state.seq).toBe(3);
    expect(state.cells.get(cell)?.status.state).toBe("draft");
  });

  it("shows progress of the run at work only (S-3)", () => {
    const state = after({ type: "snapshot", seq: 1, cells: [session(running)] });
    const next = reduceSession(state, { type: "progress", cell, run, fraction: 0.4, note });
    expect(next.cells.get(cell)?.status).toMatchObject({ fraction: 0.4, note });
    expect(reduceSession(state, { type: "progress", cell, run: "run_2" as RunId, fraction: 0.9, note: null })).toBe(state);
    const ended = reduceSession(next, { type: "cell", seq: 2, session: session({ state: "idle" }) });
    expect(reduceSession(ended, { type: "progress", cell, run, fraction: 0.9, note: null })).toBe(ended);
  });

  it("adds lines of a log once, also when a reconnect repeats them (S-3)", () => {
    const state = after(
      { type: "log", cell, run, offset: 0, text: "one\n" },
      { type: "log", cell, run, offset: 2, text: "e\ntwo\n" },
      { type: "log", cell, run, offset: 0, text: "one\n" },
    );
    expect(state.logs.get(cell)).toEqual({ run, text: "one\ntwo\n", offset: 8 });
    const next = reduceSession(state, { type: "log", cell, run: "run_2" as RunId, offset: 0, text: "new" });
    expect(next.logs.get(cell)?.text).toBe("new");
    const long = reduceSession(state, { type: "log", cell, run, offset: 8, text: "x".repeat(100_000) });
    expect(long.logs.get(cell)).toMatchObject({ offset: 100_008 });
    expect(long.logs.get(cell)?.text).toHaveLength(65_536);
  });
});
