import { describe, expect, it } from "vitest";
import type { CellId, Digest, ResultKey, RunId } from "../base/ids.ts";
import { message } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import type { CellSession, CellStatus } from "./cell-status.ts";
import { emptySession, hasGap, reduceSession } from "./reduce-session.ts";
import type { RunEvent } from "./run-event.ts";
import { staleWords, whenWords } from "./stale-words.ts";
import { statusLabel, statusWords } from "./status-label.ts";

const cell = "cell_a" as CellId;
const run = "run_1" as RunId;
const running: CellStatus = { state: "running", run, startedAt: 0, fraction: null, note: "" };
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
  });

  it("shows progress of the run at work only (S-3)", () => {
    const state = after({ type: "snapshot", seq: 1, cells: [session(running)] });
    const next = reduceSession(state, { type: "progress", cell, run, fraction: 0.4, note: "fold" });
    expect(next.cells.get(cell)?.status).toMatchObject({ fraction: 0.4, note: "fold" });
    expect(reduceSession(state, { type: "progress", cell, run: "run_2" as RunId, fraction: 0.9, note: "" })).toBe(state);
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

const failure = { reason: "general.internal", params: {} };
const everyState: readonly CellStatus[] = [
  { state: "off" },
  { state: "draft" },
  { state: "invalid", failure },
  { state: "needs-input", field: "from" },
  { state: "restricted", labs: [] },
  { state: "blocked", by: cell },
  { state: "waiting", for: cell },
  { state: "idle" },
  { state: "queued", run, position: 2, reason: "" },
  running,
  { ...running, fraction: 0.404 },
  { state: "fresh", key: "k" as ResultKey, reused: null },
  { state: "stale", why: [] },
  { state: "failed", failure, key: "k" as ResultKey },
  { state: "cancelled", by: "u" },
];

describe("words for states", () => {
  it("every state has a glyph and words in both languages (S-1)", () => {
    for (const status of everyState) {
      for (const locale of locales) {
        const words = statusWords(status, () => "kept", locale);
        expect(words).not.toMatch(/notebook\.|undefined|\{/);
        expect(statusLabel(status, () => "kept").glyph).not.toBe("");
      }
    }
    expect(statusWords({ ...running, fraction: 0.404 }, () => "", "en")).toBe("Running 40 %");
    expect(statusWords({ state: "blocked", by: cell }, () => "kept", "ru")).toBe("Ждёт kept");
  });

  it("says what changed, when and by whom", () => {
    const words = { locale: "en", now: 600_000, nameOf: () => "kept", personOf: () => "Lena" } as const;
    const digests = { from: `a1b2c3d4${"0".repeat(56)}` as Digest, to: `b2b2c3d4${"0".repeat(56)}` as Digest };
    expect(
      staleWords(
        [
          { what: "input", cell, ...digests, by: "u1", at: 480_000 },
          { what: "input", cell, ...digests },
          { what: "spec", fields: ["steps"] },
          { what: "kind-version" },
        ],
        words,
      ),
    ).toEqual([
      "kept changed 2 minutes ago by Lena.",
      "kept changed: a1b2 c3d4 to b2b2 c3d4.",
      "The settings changed: steps.",
      "A newer version of GenomeCraft computes this differently.",
    ]);
    expect(staleWords([{ what: "input", cell, ...digests, by: "u1", at: 480_000 }], { ...words, locale: "ru" })).toEqual([
      "Ячейка kept изменена 2 минуты назад (Lena).",
    ]);
    expect(whenWords(9_999_999, words)).toBe(message("notebook.when-now", {}, "en"));
  });
});
