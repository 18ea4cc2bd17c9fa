// Which cell a name means, and the edits of text that follow when a cell is renamed.

import type { CellId } from "../base/ids.ts";
import type { Kind, TextReference } from "../contract/kind.ts";
import { freeName, keysOf, nameKey } from "./cell-name.ts";
import { isWhole, type ShapeOf } from "../contract/kind-of.ts";
import type { Cell, Notebook } from "./notebook.ts";
import { mostNames } from "./spec-length.ts";
import type { Splice } from "./text-splice.ts";

export interface NameTable {
  /** The live cell that a name means: the first cell of that name, else one that had it before. */
  find(name: string): Cell | null;
  /** Cells that are not in the bin and carry exactly this name (ignoring case), in order. */
  holders(name: string): readonly Cell[];
  /** A cell in the bin of that name. */
  inBin(name: string): Cell | null;
  /** All names that resolve, as written. */
  readonly names: readonly string[];
  /** A name like this one that no cell has. */
  free(wanted: string): string;
}

/** Notebooks never change. */
const tables = new WeakMap<Notebook, NameTable>();

export function nameTable(notebook: Notebook): NameTable {
  const known = tables.get(notebook);
  if (known) return known;
  const made = makeNameTable(notebook);
  tables.set(notebook, made);
  return made;
}

function makeNameTable(notebook: Notebook): NameTable {
  const named = new Map<string, Cell[]>();
  const aliased = new Map<string, Cell>();
  const binned = new Map<string, Cell>();
  const names: string[] = [];
  for (const cell of notebook.cells) {
    if (cell.deletedAt !== null) {
      for (const name of [cell.name, ...cell.aliases])
        if (name !== "" && !binned.has(nameKey(name))) binned.set(nameKey(name), cell);
      continue;
    }
    if (cell.name !== "") {
      const key = nameKey(cell.name);
      const holders = named.get(key);
      if (holders) holders.push(cell);
      else {
        named.set(key, [cell]);
        names.push(cell.name);
      }
    }
    for (const alias of cell.aliases) if (!aliased.has(nameKey(alias))) aliased.set(nameKey(alias), cell);
  }
  let taken: ReadonlySet<string> | null = null;
  const free = new Map<string, string>();
  const tried = new Map<string, number>();
  return {
    find: (name) => named.get(nameKey(name))?.[0] ?? aliased.get(nameKey(name)) ?? null,
    holders: (name) => named.get(nameKey(name)) ?? [],
    inBin: (name) => binned.get(nameKey(name)) ?? null,
    names,
    free: (wanted) => {
      const known = free.get(wanted);
      if (known !== undefined) return known;
      taken ??= keysOf(names);
      const found = freeName(wanted, taken, tried);
      free.set(wanted, found);
      return found;
    },
  };
}

/** Cells never change: what one names is looked up once. */
const referencesOf = new WeakMap<Cell, { readonly kind: Kind; readonly references: readonly TextReference[] }>();

/** Names in the text fields of a cell; none when its spec is so broken that its kind cannot look. */
export function textReferencesOf(cell: Cell, kindOf: ShapeOf): readonly TextReference[] {
  const kind = kindOf(cell.kind);
  if (!isWhole(kind) || !kind.textReferences || kind.textFields.length === 0) return [];
  const known = referencesOf.get(cell);
  if (known?.kind === kind) return known.references;
  const references = lookForReferences(cell, kind);
  referencesOf.set(cell, { kind, references });
  return references;
}

function lookForReferences(cell: Cell, kind: Kind): readonly TextReference[] {
  if (!kind.textReferences) return [];
  try {
    const all = kind.textReferences(cell.spec);
    // Its cell says so, and nothing follows its names.
    if (all.length > mostNames) return [];
    return all.filter((found) => {
      const text = cell.spec[found.field];
      return typeof text === "string" && nameKey(text.slice(found.start, found.end)) === nameKey(found.name);
    });
  } catch {
    return [];
  }
}

export interface PlacedSplice {
  readonly cell: CellId;
  readonly field: string;
  readonly splice: Splice;
}

/** Each splice cuts a document into more records: beyond so many, a field is written anew from its first place to its last. */
const mostSplices = 500;

/** The splices by which text follows a rename of `cell` to `name`; of one field from its end to its beginning. */
export function renameSplices(notebook: Notebook, cell: CellId, name: string, kindOf: ShapeOf): readonly PlacedSplice[] {
  const splices = splicesByPlace(notebook, cell, name, kindOf);
  if (splices.length <= mostSplices) return splices;
  const fields = new Map<string, [PlacedSplice, ...PlacedSplice[]]>();
  for (const placed of splices) {
    const key = `${placed.cell} ${placed.field}`;
    const known = fields.get(key);
    if (known) known.push(placed);
    else fields.set(key, [placed]);
  }
  const byId = new Map(notebook.cells.map((each) => [each.id, each]));
  return [...fields.values()].map((placed) => joinedSplice(placed, byId.get(placed[0].cell)?.spec[placed[0].field] as string));
}

/** One splice that does what those of one field do, which come from its end to its beginning. */
function joinedSplice(placed: readonly [PlacedSplice, ...PlacedSplice[]], text: string): PlacedSplice {
  const [{ cell, field, splice: last }] = placed;
  const { splice: first } = placed.at(-1) as PlacedSplice;
  let insert = "";
  let at = first.at;
  for (const { splice } of placed.toReversed()) {
    insert += text.slice(at, splice.at) + splice.insert;
    at = splice.at + splice.remove;
  }
  return { cell, field, splice: { at: first.at, remove: last.at + last.remove - first.at, insert } };
}

function splicesByPlace(notebook: Notebook, cell: CellId, name: string, kindOf: ShapeOf): readonly PlacedSplice[] {
  const table = nameTable(notebook);
  const found: PlacedSplice[] = [];
  for (const other of notebook.cells) {
    const references = textReferencesOf(other, kindOf).filter((reference) => table.find(reference.name)?.id === cell);
    for (const reference of [...references].sort((a, b) => b.start - a.start)) {
      const splice: Splice = { at: reference.start, remove: reference.end - reference.start, insert: name };
      const before = (other.spec[reference.field] as string).slice(reference.start, reference.end);
      if (before !== name) found.push({ cell: other.id, field: reference.field, splice });
    }
  }
  return found;
}

/** The cells under new names, of those that get one; what names them in texts follows. Each text is made once. */
export function renamedCells(notebook: Notebook, names: ReadonlyMap<CellId, string>, kindOf: ShapeOf): readonly Cell[] {
  if (names.size === 0) return notebook.cells;
  const table = nameTable(notebook);
  return notebook.cells.map((cell) => {
    const texts = new Map<string, { text: string; end: number }>();
    for (const { name: written, field, start, end } of [...textReferencesOf(cell, kindOf)].sort((a, b) => a.start - b.start)) {
      const target = table.find(written);
      const name = target ? names.get(target.id) : undefined;
      if (name === undefined) continue;
      const done = texts.get(field) ?? { text: "", end: 0 };
      texts.set(field, { text: `${done.text}${(cell.spec[field] as string).slice(done.end, start)}${name}`, end });
    }
    const name = names.get(cell.id) ?? cell.name;
    // What nothing follows in stays the same: what is known of it is not looked for again.
    if (texts.size === 0 && name === cell.name) return cell;
    const spec = { ...cell.spec };
    for (const [field, { text, end }] of texts) spec[field] = text + (cell.spec[field] as string).slice(end);
    return { ...cell, name, spec: texts.size === 0 ? cell.spec : spec };
  });
}
