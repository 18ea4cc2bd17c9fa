// A state in a glyph, a few words and a tone: for the gutter, the outline, the bar of a telephone. Total over the states.

import { assertNever } from "../base/invariant.ts";
import type { CellId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";
import { message } from "../messages/catalogue.ts";
import type { Locale } from "../messages/locale.ts";
import type { CellStatus } from "./cell-status.ts";

/** Which of the theme's colours: words and glyph say the same without it. */
export type StatusTone = "neutral" | "accent" | "busy" | "good" | "warning" | "error";

export interface StatusLabel {
  readonly glyph: string;
  /** Key of the message catalogue, filled with `params`. */
  readonly key: string;
  readonly params: JsonObject;
  readonly tone: StatusTone;
}

/** `nameOf`: what a cell is called. */
export function statusLabel(status: CellStatus, nameOf: (cell: CellId) => string): StatusLabel {
  const label = (glyph: string, key: string, tone: StatusTone, params: JsonObject = {}): StatusLabel => ({
    glyph,
    key: `notebook.status-${key}`,
    params,
    tone,
  });
  switch (status.state) {
    case "off":
      return label("–", "off", "neutral");
    case "draft":
      return label("✎", "draft", "neutral");
    case "invalid":
      return label("✕", "invalid", "error");
    case "needs-input":
      return label("◌", "needs-input", "accent");
    case "restricted":
      return label("🔒", "restricted", "neutral");
    case "blocked":
      return label("⛓", "blocked", "warning", { cell: nameOf(status.by) });
    case "waiting":
      return label("◷", "waiting", "busy");
    case "idle":
      return label("○", "idle", "neutral");
    case "queued":
      if (status.position < 1) return label("◷", "queued", "busy");
      return label("◷", "queued-nth", "busy", { position: status.position });
    case "running":
      if (status.fraction === null) return label("◔", "running", "busy");
      return label("◔", "running-percent", "busy", { percent: Math.round(Math.min(1, Math.max(0, status.fraction)) * 100) });
    case "fresh":
      return label("✓", "fresh", "good");
    case "stale":
      return label("△", "stale", "warning");
    case "failed":
      return label("✕", "failed", "error");
    case "cancelled":
      return label("⊘", "cancelled", "neutral");
    default:
      return assertNever(status);
  }
}

export const statusWords = (status: CellStatus, nameOf: (cell: CellId) => string, locale: Locale): string => {
  const { key, params } = statusLabel(status, nameOf);
  return message(key, params, locale);
};
