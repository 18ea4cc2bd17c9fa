// What the outline says of a cell at the right.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import { mainPortOf, type ResultsNow } from "../live/outputs.ts";
import { words as parameterWords } from "@genomecraft/cells/kinds/parameter/words.ts";

/** A value, a size, or the state in words where that says more. */
export function shortWord(cell: Cell, status: CellStatus, results: ResultsNow, locale: Locale, state: string): string {
  if (status.state === "running") return status.fraction === null ? state : `${Math.round(status.fraction * 100)}\u202f%`;
  if (!["fresh", "stale", "idle", "waiting", "queued", "draft", "cancelled"].includes(status.state)) return state;
  if (status.state === "stale") return state;
  const summary = results.of(cell.id)?.[mainPortOf(cell.kind)]?.summary;
  if (!summary) return status.state === "fresh" ? "" : state;
  const { brief } = artifactCardOf(summary);
  if (brief === "value") {
    const value = summary.detail?.value;
    if (value === null || value === undefined) return "";
    const text =
      typeof value === "number"
        ? formatNumber(value, locale)
        : typeof value === "string"
          ? value
          : typeof value === "boolean"
            ? parameterWords.say(value ? "on" : "off", {}, locale)
            : Array.isArray(value)
              ? value.map(String).join(", ")
              : "";
    return cardOf(cell.kind)?.frame === "prose" ? "" : text.slice(0, 24);
  }
  if (brief === "bytes") {
    const bytes = summary.detail?.["bytes"];
    return typeof bytes === "number" ? formatBytes(bytes, locale) : "";
  }
  return brief === "shape" ? summary.shape.map((size) => formatNumber(size, locale)).join(" × ") : "";
}
