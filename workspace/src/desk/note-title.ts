// The first line of a note as it reads, values filled in: its name in the outline.

import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { titleOfNote, withoutOpenValues } from "@genomecraft/cells/kinds/note/title-of-note.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import type { ResultsNow } from "../live/outputs.ts";

/** First line of a note with its values in it. */
export function noteTitle(cell: Cell, results: ResultsNow): string | null {
  if (cardOf(cell.kind)?.frame !== "prose") return null;
  const inline = results.of(cell.id)?.out?.inline;
  const value = isJsonObject(inline) ? inline.value : null;
  const markdown = isJsonObject(value) && typeof value.markdown === "string" ? value.markdown : null;
  return markdown === null ? null : titleOfNote(withoutOpenValues(markdown).replace(/\\([\\`*_{}[\]()#+\-.!<>|~&:])/g, "$1"));
}
