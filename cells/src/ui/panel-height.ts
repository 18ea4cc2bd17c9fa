// How high a figure of several panels wants to be: none flatter than can be read.

import type { Figure } from "../artifacts/artifact.ts";
import { isJsonObject } from "../base/json.ts";

/** Beyond, a picture is longer than a page. */
const most = 1200;

/** Pixels for a figure of that width; 0: it has one panel. */
export function panelHeight({ layout: { meta } }: Figure, width: number): number {
  const panels = isJsonObject(meta) ? meta["panels"] : null;
  if (!isJsonObject(panels)) return 0;
  const [rows, columns] = [Number(panels["rows"]), Number(panels["columns"])];
  if (!(rows > 1)) return 0;
  const each = Math.min(230, Math.max(90, (width / columns) * 0.72));
  return Math.round(Math.min(most, rows * each + 100));
}
