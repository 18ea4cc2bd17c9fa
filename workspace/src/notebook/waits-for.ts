// Why a cell waits for another: what is so there, and what helps. Pure.

import type { CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import type { WordKey } from "../words/words.ts";

export interface WaitsFor {
  /** A sentence of the words, which names the cell. */
  readonly word: WordKey;
  /** go: there. run: both of them. ask-…: those whose data it is, for the one that is waited for. */
  readonly helps: "go" | "run" | "ask-results" | "ask-release";
}

/** `there`: the state of the cell that is waited for; null: it is not known yet. `ofRows`: it shows rows, which nobody releases. */
export function waitsFor(there: CellStatus["state"] | null, ofRows = false): WaitsFor {
  switch (there) {
    case "needs-input":
      return { word: "waits-for-input", helps: "go" };
    case "idle":
      return { word: "waits-for-idle", helps: "run" };
    case "stale":
      return { word: "waits-for-stale", helps: "run" };
    case "cancelled":
      return { word: "waits-for-stopped", helps: "run" };
    case "off":
      return { word: "waits-for-off", helps: "go" };
    case "draft":
      return { word: "waits-for-draft", helps: "go" };
    case "restricted":
      return { word: "waits-for-closed", helps: "ask-results" };
    case "unreleased":
      return { word: "waits-for-closed", helps: ofRows ? "go" : "ask-release" };
    case "failed":
    case "invalid":
    case "blocked":
      return { word: "waits-for-failed", helps: "go" };
    case "queued":
    case "running":
    case "waiting":
    case "fresh":
    case null:
      return { word: "waits-for", helps: "go" };
  }
}
