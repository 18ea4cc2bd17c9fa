// A suggestion that was followed is not made again: a cell does it to the same data, or it is among the steps by which what
// stands above was made. Pure.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import { isCellRef } from "@genomecraft/cells/base/refs.ts";
import type { Above } from "@genomecraft/cells/contract/menu-entry.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { type AddEntry, startOf } from "./add-entries.ts";

export function isFollowed(entry: AddEntry, above: Above | null, cells: readonly Cell[]): boolean {
  const { kind, listFields } = entry.card;
  const start = startOf(entry, above, () => "");
  const from = start["from"];
  // What begins with nothing of what stands above may be wanted again: a note, a file.
  if (!isCellRef(from)) return false;
  // What a cell of the kind says of data is no data of its own.
  const judges = entry.card.entries.some(({ first }) => first);
  if (judges && cells.some((cell) => cell.id === from.ref && cell.kind === kind)) return true;
  const own = cells.filter((cell) => cell.kind === kind && cell.mode !== "off");
  if (own.some(({ spec }) => covers(spec, start))) return true;
  const wanted = listFields.flatMap((field) => itemsOf(start[field]));
  if (wanted.length === 0) return false;
  const before = chainOf(from.ref, own).flatMap(({ spec }) => listFields.flatMap((field) => itemsOf(spec[field])));
  return wanted.every((item) => before.some((done) => covers(done, item)));
}

/** Cells of one kind, each read by the one before it. */
function chainOf(first: CellId, cells: readonly Cell[]): readonly Cell[] {
  const found: Cell[] = [];
  for (let next: CellId | null = first; next !== null; ) {
    const cell: Cell | undefined = cells.find(({ id }) => id === next);
    if (!cell || found.includes(cell)) break;
    found.push(cell);
    next = isCellRef(cell.spec["from"]) ? cell.spec["from"].ref : null;
  }
  return found;
}

const itemsOf = (list: Json | undefined): readonly JsonObject[] =>
  Array.isArray(list) ? list.filter(isJsonObject).filter((item) => !isOff(item)) : [];
const isOff = (item: Json): boolean => isJsonObject(item) && item["off"] === true;

/** All that is wanted stands there, ids aside. */
function covers(there: Json | undefined, wanted: Json): boolean {
  if (Array.isArray(wanted))
    return Array.isArray(there) && wanted.every((item) => there.some((one) => !isOff(one) && covers(one, item)));
  if (isJsonObject(wanted))
    return isJsonObject(there) && Object.entries(wanted).every(([name, value]) => name === "id" || covers(there[name], value));
  return there === wanted;
}
