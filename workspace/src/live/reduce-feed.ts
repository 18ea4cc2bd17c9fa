// What the run feed says, added up: the session by cell, progress and the tail of logs. Pure; events that were overtaken
// by a newer snapshot are dropped by their number.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { RunEvent } from "@genomecraft/cells/session/run-event.ts";

export interface Progress {
  readonly run: string;
  readonly fraction: number | null;
  readonly note: string;
}
export interface RunLog {
  readonly run: string;
  readonly text: string;
  /** Offset of the first character kept. */
  readonly from: number;
}
export interface Feed {
  readonly seq: number;
  readonly cells: ReadonlyMap<CellId, CellSession>;
  readonly progress: ReadonlyMap<CellId, Progress>;
  readonly logs: ReadonlyMap<CellId, RunLog>;
}

export const emptyFeed: Feed = { seq: -1, cells: new Map(), progress: new Map(), logs: new Map() };
const keptLog = 100_000;

export function reduceFeed(feed: Feed, event: RunEvent): Feed {
  switch (event.type) {
    case "snapshot":
      return { ...feed, seq: event.seq, cells: new Map(event.cells.map((cell) => [cell.cell, cell])) };
    case "cell": {
      if (event.seq <= feed.seq) return feed;
      const cells = new Map(feed.cells);
      cells.set(event.session.cell, event.session);
      const state = event.session.status.state;
      if (state === "running" || !feed.progress.has(event.session.cell)) return { ...feed, seq: event.seq, cells };
      const progress = new Map(feed.progress);
      progress.delete(event.session.cell);
      return { ...feed, seq: event.seq, cells, progress };
    }
    case "gone": {
      if (event.seq <= feed.seq) return feed;
      const cells = new Map(feed.cells);
      cells.delete(event.cell);
      return { ...feed, seq: event.seq, cells };
    }
    case "progress": {
      const progress = new Map(feed.progress);
      progress.set(event.cell, { run: event.run, fraction: event.fraction, note: event.note });
      return { ...feed, progress };
    }
    case "log": {
      const before = feed.logs.get(event.cell);
      const logs = new Map(feed.logs);
      logs.set(event.cell, appendLog(before?.run === event.run ? before : null, event));
      return { ...feed, logs };
    }
    default:
      return feed;
  }
}

/** A piece that was heard already is cut off; a gap is said. */
function appendLog(before: RunLog | null, event: Extract<RunEvent, { type: "log" }>): RunLog {
  const end = before ? before.from + before.text.length : 0;
  const heard = Math.max(0, end - event.offset);
  const piece = event.text.slice(heard);
  const gap = event.offset > end ? "…\n" : "";
  const text = `${before?.text ?? ""}${gap}${piece}`;
  const kept = text.slice(-keptLog);
  return { run: event.run, text: kept, from: event.offset + event.text.length - kept.length };
}
