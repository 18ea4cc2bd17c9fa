// What the run feed adds up to.

import { expect, test } from "vitest";
import type { CellId, RunId } from "@genomecraft/cells/base/ids.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { emptyFeed, reduceFeed } from "./reduce-feed.ts";

const cell = "cell_a" as CellId;
const run = "run_1" as RunId;
const session = (state: "idle" | "off" | "draft"): CellSession => ({ cell, status: { state }, shown: null, key: null });

test("an event that a newer snapshot overtook changes nothing", () => {
  const feed = reduceFeed(emptyFeed, { type: "snapshot", seq: 7, cells: [session("idle")] });
  expect(reduceFeed(feed, { type: "cell", seq: 7, session: session("off") })).toBe(feed);
  expect(reduceFeed(feed, { type: "cell", seq: 8, session: session("off") }).cells.get(cell)?.status.state).toBe("off");
});

test("a snapshot after a restart begins the counting anew", () => {
  const feed = reduceFeed(reduceFeed(emptyFeed, { type: "snapshot", seq: 90, cells: [] }), {
    type: "snapshot",
    seq: 3,
    cells: [session("draft")],
  });
  expect(feed.seq).toBe(3);
  expect(feed.cells.size).toBe(1);
});

test("a log is kept once, whatever part of it comes twice, and a new run begins a new one", () => {
  const log = (offset: number, text: string, of = run) => ({ type: "log" as const, cell, run: of, offset, text });
  let feed = reduceFeed(emptyFeed, log(0, "fold 1\n"));
  feed = reduceFeed(feed, log(0, "fold 1\nfold 2\n"));
  expect(feed.logs.get(cell)?.text).toBe("fold 1\nfold 2\n");
  feed = reduceFeed(feed, log(0, "again", "run_2" as RunId));
  expect(feed.logs.get(cell)?.text).toBe("again");
});

test("progress ends with the run", () => {
  const going = reduceFeed(emptyFeed, { type: "progress", cell, run, fraction: 0.4, note: "" });
  expect(going.progress.get(cell)?.fraction).toBe(0.4);
  expect(reduceFeed(going, { type: "cell", seq: 1, session: session("idle") }).progress.has(cell)).toBe(false);
});
