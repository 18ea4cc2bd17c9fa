// The graph of a notebook: which cell reads which, found without running anything. Total: an unknown name, a cycle, a name
// used twice or a broken spec is a problem of that cell, as data with a way to mend it, never a throw.
//
// What is known of one cell alone (its validated spec, its names) is remembered by the identity of the cell, so that a
// keystroke in one of a thousand cells analyses one.

import type { ArtifactType } from "../artifacts/artifact.ts";
import type { Failure } from "../base/failure.ts";
import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject, JsonPath } from "../base/json.ts";
import type { Kind, KindShape, OutputPort, TextReference } from "../contract/kind.ts";
import type { GraphCell, GraphSlot } from "./notebook-graph.ts";
import { inputSlots, type InputSlot } from "../contract/result-key.ts";
import { isCellName, nameKey, nearestAmong, toCellName } from "./cell-name.ts";
import { isWhole, type ShapeOf } from "../contract/kind-of.ts";
import { behindCell } from "./cells-behind.ts";
import { migrateSpec } from "./migrations.ts";
import { nameTable, textReferencesOf, type NameTable } from "./names-in-text.ts";
import { refsInSpec } from "../base/refs.ts";
import { type Cell, mostCells, type Notebook } from "./notebook.ts";
import { sortCells } from "./sort-cells.ts";
import { shownPath, specFailure } from "./spec-failure.ts";
import { tooDeepText } from "./spec-value.ts";
import { lengthProblem, mostNames, mostNamesOfAll } from "./spec-length.ts";
import { words } from "./words.ts";
import { words as generalWords } from "../messages/general/words.ts";
import { words as runtimeWords } from "../messages/runtime/words.ts";

export interface DependencyGraph {
  /** Every cell that is not in the bin. */
  readonly cells: ReadonlyMap<CellId, GraphCell>;
  /** Inputs before what reads them; cells without order between them as on the page; members of cycles at the end. */
  readonly order: readonly CellId[];
  /** Who reads a cell, directly. */
  readonly dependents: ReadonlyMap<CellId, readonly CellId[]>;
}

/** What one cell says by itself. */
interface Analysis {
  /** What was known of its kind. */
  readonly of: Kind | KindShape | null;
  readonly kind: Kind | null;
  readonly spec: JsonObject;
  readonly problem: Failure | null;
  readonly missing: string | null;
  readonly slots: readonly InputSlot[];
  readonly references: readonly TextReference[];
  /** The first of the references by name and port. */
  readonly referenceOf: ReadonlyMap<string, TextReference>;
  /** Where an output stands first in the spec, by cell and port. */
  readonly pathOf: ReadonlyMap<string, JsonPath>;
  /** The last answer, given again while it is equal. */
  last: GraphCell | null;
}

/** Cells of a notebook that are told what is near to a name that they get wrong: each is compared with all names. */
const mostSuggestions = 100;

const withPort = (name: string, port: string | undefined): string => (port === undefined ? name : `${name}.${port}`);

function firstBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}

const analyses = new WeakMap<Cell, Analysis>();

export function dependencyGraph(notebook: Notebook, kindOf: ShapeOf): DependencyGraph {
  const table = nameTable(notebook);
  const byId = new Map(notebook.cells.map((cell) => [cell.id, cell]));
  const live = notebook.cells.filter((cell) => cell.deletedAt === null);
  const cells = new Map<CellId, GraphCell>();
  let nearest: ReturnType<typeof nearestAmong> | null = null;
  const near = (wanted: string, except: string): string | null => {
    nearest ??= nearestAmong(table.names);
    return nearest(wanted, except);
  };
  const around: Surroundings = { table, byId, kindOf, near, suggestions: mostSuggestions };
  let followed = 0;
  for (const cell of live.slice(0, mostCells)) {
    const analysis = analyse(cell, kindOf);
    const names = analysis.references.length;
    const isBeyond = followed + names > mostNamesOfAll;
    if (!isBeyond) followed += names;
    const resolved = isBeyond
      ? { slots: [], problem: words.failure("names-beyond", { most: mostNamesOfAll }) }
      : resolve(cell, analysis, around);
    const next: GraphCell = {
      cell,
      kind: analysis.kind,
      spec: analysis.spec,
      slots: resolved.slots,
      problem: resolved.problem,
      missing: analysis.missing,
    };
    if (!analysis.last || !isSame(analysis.last, next)) analysis.last = next;
    cells.set(cell.id, analysis.last);
  }
  for (const cell of live.slice(mostCells)) {
    const problem = words.failure("cell-beyond", { most: mostCells });
    cells.set(cell.id, { cell, kind: null, spec: cell.spec, slots: [], problem, missing: null });
  }
  const dependents = new Map<CellId, CellId[]>(live.map((cell) => [cell.id, []]));
  for (const [id, { slots }] of cells)
    for (const source of new Set(slots.map((slot) => slot.cell))) dependents.get(source)?.push(id);
  const { order, cyclic } = sortCells(live, cells, dependents);
  for (const [id, members] of cyclic) {
    const graph = cells.get(id);
    if (!graph || graph.problem) continue;
    const names = members.map((member) => byId.get(member)?.name || member);
    // A new record each time: whether a cell stands in a cycle is not its own.
    const reason = members.length === 1 ? "cycle-self" : "cycle";
    cells.set(id, { ...graph, problem: words.failure(reason, { name: graph.cell.name || id, members: names }) });
  }
  const graph: DependencyGraph = { cells, order, dependents };
  for (const [id, one] of cells) {
    const refused = one.problem || one.missing !== null ? null : (one.kind?.refuses?.(one.spec, behindCell(graph, id)) ?? null);
    if (refused) cells.set(id, { ...one, problem: refused });
  }
  return graph;
}

const isSame = (a: GraphCell, b: GraphCell): boolean =>
  a.kind === b.kind &&
  a.slots.length === b.slots.length &&
  a.slots.every((slot, index) => {
    const other = b.slots[index];
    return slot.cell === other?.cell && slot.port === other.port && slot.name === other.name && slot.field === other.field;
  }) &&
  (a.problem === b.problem || JSON.stringify(a.problem) === JSON.stringify(b.problem));

/** Letters in texts of cells that nobody has looked at yet: how long the graph will take, before it is made. */
export function lettersToLookAt(notebook: Notebook, kindOf: ShapeOf): number {
  let letters = 0;
  for (const cell of notebook.cells) {
    if (cell.deletedAt !== null || analyses.get(cell)?.of === kindOf(cell.kind)) continue;
    for (const value of Object.values(cell.spec)) if (typeof value === "string") letters += value.length;
  }
  return letters;
}

/** What each cell says by itself, looked at piece by piece: the graph is then made at once. */
export function* lookAtCells(notebook: Notebook, kindOf: ShapeOf): Generator<undefined, void> {
  for (const cell of notebook.cells) {
    if (cell.deletedAt === null) {
      analyse(cell, kindOf);
      yield;
    }
    // For a cell that is renamed.
    textReferencesOf(cell, kindOf);
    yield;
  }
}

function analyse(cell: Cell, kindOf: ShapeOf): Analysis {
  const kind = kindOf(cell.kind);
  const known = analyses.get(cell);
  if (known && known.of === kind) return known;
  const made = analyseCell(cell, kind);
  analyses.set(cell, made);
  return made;
}

function analyseCell(cell: Cell, found: Kind | KindShape | null): Analysis {
  const kind = isWhole(found) ? found : null;
  const pathsOf = (spec: JsonObject): Analysis["pathOf"] => {
    const first = firstBy(refsInSpec(spec), ({ ref }) => withPort(ref.ref, ref.port));
    return new Map([...first].map(([key, { path }]) => [key, path]));
  };
  const broken = (problem: Failure): Analysis => ({
    of: found,
    kind,
    spec: cell.spec,
    problem,
    missing: null,
    slots: [],
    references: [],
    referenceOf: new Map(),
    pathOf: new Map(),
    last: null,
  });
  // Its kind is on the way: nothing is wrong with it, and what stands in fields can be followed already.
  if (found && !kind)
    return {
      of: found,
      kind: null,
      spec: cell.spec,
      problem: null,
      missing: null,
      slots: inputSlots({}, cell.spec),
      references: [],
      referenceOf: new Map(),
      pathOf: pathsOf(cell.spec),
      last: null,
    };
  if (!kind) return broken(words.failure("kind-unknown", { kind: cell.kind || "?" }));
  if (cell.specVersion > kind.specVersion) return broken(words.failure("spec-newer", { kind: cell.kind }));
  const tooLong = lengthProblem(cell.spec, kind);
  if (tooLong) return broken(tooLong);
  const leftOut = pathOfText(cell.spec, tooDeepText);
  if (leftOut) return broken(words.failure("value-too-deep", { field: shownPath(leftOut) }, { at: leftOut }));
  try {
    const migrated = migrateSpec(kind, cell.spec, cell.specVersion);
    const parsed = kind.schema.safeParse(migrated);
    if (!parsed.success) return broken(specFailure(parsed.error.issues, migrated));
    const spec = parsed.data as JsonObject;
    const references = kind.textReferences?.(spec) ?? [];
    const [first] = references;
    if (first && references.length > mostNames)
      return broken(words.failure("names-many", { field: first.field, most: mostNames }, { at: [first.field] }));
    return {
      of: found,
      kind,
      spec,
      problem: null,
      missing: kind.missing(spec),
      slots: inputSlots(kind, spec),
      references,
      referenceOf: firstBy(references, ({ name, port }) => withPort(nameKey(name), port)),
      pathOf: pathsOf(spec),
      last: null,
    };
  } catch (error) {
    // A kind that throws on a spec that its own schema took: its mistake, but only this cell's trouble.
    return broken(
      generalWords.failure("spec-invalid", { detail: error instanceof Error ? error.message : String(error), field: cell.kind }),
    );
  }
}

/** Where a text stands as a whole value, the first such place. */
function pathOfText(value: Json, text: string): JsonPath | null {
  if (value === text) return [];
  if (typeof value !== "object" || value === null) return null;
  const inner: readonly (readonly [string | number, Json | undefined])[] = Array.isArray(value)
    ? (value as readonly Json[]).map((item, at) => [at, item] as const)
    : Object.entries(value as JsonObject);
  for (const [step, item] of inner) {
    const found = item === undefined ? null : pathOfText(item, text);
    if (found) return [step, ...found];
  }
  return null;
}

interface Surroundings {
  readonly table: NameTable;
  readonly byId: ReadonlyMap<CellId, Cell>;
  readonly kindOf: ShapeOf;
  /** How many cells may still be told what is near. */
  suggestions: number;
  /** The name that is nearest to an unknown one, and not that of the cell which says it. */
  near(wanted: string, except: string): string | null;
}

function resolve(
  cell: Cell,
  analysis: Analysis,
  around: Surroundings,
): { readonly slots: readonly GraphSlot[]; readonly problem: Failure | null } {
  const slots: GraphSlot[] = [];
  let problem = nameProblem(cell, around.table) ?? analysis.problem;
  for (const slot of analysis.slots) {
    // One problem of a cell is told: a second unknown name is not compared with all others.
    if (problem && slot.text && !around.table.find(slot.text.name)) continue;
    const found = slot.ref ? resolveRef(slot, analysis, around) : resolveName(slot, cell, analysis, around);
    if ("reason" in found) problem ??= found;
    else slots.push(found);
  }
  return { slots, problem };
}

/** Of two cells with one name the first on the page keeps it. */
function nameProblem(cell: Cell, table: NameTable): Failure | null {
  if (cell.name === "") return null;
  if (!isCellName(cell.name)) {
    return words.failure("name-refused", { name: cell.name, suggestion: table.free(toCellName(cell.name)) });
  }
  const first = table.holders(cell.name)[0];
  if (!first || first.id === cell.id) return null;
  return words.failure("name-taken", { name: cell.name, suggestion: table.free(cell.name) });
}

function resolveRef(slot: InputSlot, analysis: Analysis, { byId, kindOf }: Surroundings): GraphSlot | Failure {
  const id = slot.ref?.ref as CellId;
  const port = slot.ref?.port;
  const path = analysis.pathOf.get(withPort(id ?? "", port)) ?? [];
  const field = typeof path[0] === "string" ? path[0] : undefined;
  const target = byId.get(id);
  if (!target) return words.failure("input-gone", { field: field ?? "" }, { at: path, fix: { path, value: null } });
  if (target.deletedAt !== null) return words.failure("input-in-bin", { name: target.name || id, cell: id }, { at: path });
  const accepts = analysis.kind?.inputs.find((input) => input.field === field)?.accepts;
  return slotTo(slot, target, port, { kindOf, at: { at: path }, ...(field ? { field } : {}), ...(accepts ? { accepts } : {}) });
}

function resolveName(slot: InputSlot, cell: Cell, analysis: Analysis, around: Surroundings): GraphSlot | Failure {
  const { table, kindOf } = around;
  const name = slot.text?.name ?? "";
  const port = slot.text?.port;
  const reference = analysis.referenceOf.get(withPort(nameKey(name), port));
  const at = reference ? { at: [reference.field], span: { start: reference.start, end: reference.end } } : {};
  const written = reference?.name ?? name;
  if (table.holders(name).length > 1) return words.failure("name-ambiguous", { name: written }, at);
  const target = table.find(name);
  if (target) return slotTo(slot, target, port, { kindOf, at });
  const binned = table.inBin(name);
  if (binned) return words.failure("input-in-bin", { name: binned.name || binned.id, cell: binned.id }, at);
  const near = around.suggestions-- > 0 ? around.near(name, cell.name) : null;
  if (near === null || !reference) return words.failure("name-unknown", { name: written }, at);
  return words.failure(
    "name-unknown-near",
    { name: written, near },
    { ...at, fix: replaceName(cell.spec, analysis, written, near) },
  );
}

/** The text with every occurrence of a name replaced. */
function replaceName(written: JsonObject, analysis: Analysis, name: string, near: string): NonNullable<Failure["fix"]> {
  const hits = analysis.references.filter((found) => nameKey(found.name) === nameKey(name));
  const field = hits[0]?.field ?? "";
  const before = String(written[field] ?? analysis.spec[field] ?? "");
  // From the beginning to the end: a long text that is cut at each of many places is copied as often.
  let text = "";
  let at = 0;
  for (const hit of hits.filter((found) => found.field === field).sort((a, b) => a.start - b.start)) {
    text += before.slice(at, hit.start) + near;
    at = hit.end;
  }
  return { path: [field], value: text + before.slice(at) };
}

function slotTo(
  slot: InputSlot,
  target: Cell,
  port: string | undefined,
  use: {
    readonly kindOf: ShapeOf;
    readonly at: Pick<Failure, "at" | "span">;
    readonly field?: string;
    readonly accepts?: readonly ArtifactType[];
  },
): GraphSlot | Failure {
  const outputs = use.kindOf(target.kind)?.outputs;
  const name = target.name || target.id;
  // Of an unknown kind nothing is known: its own problem is said there, and what reads it waits.
  if (!outputs) return { name: slot.name, cell: target.id, port: port ?? "out", ...(use.field ? { field: use.field } : {}) };
  const output: OutputPort | undefined = port === undefined ? outputs[0] : outputs.find((candidate) => candidate.name === port);
  if (!output) {
    if (outputs.length === 0) return words.failure("no-output", { name }, use.at);
    return runtimeWords.failure(
      "port-missing",
      { name, port: port ?? "", available: outputs.map((candidate) => candidate.name) },
      use.at,
    );
  }
  const types: readonly ArtifactType[] = typeof output.type === "string" ? [output.type] : output.type;
  if (use.accepts && !types.some((type) => use.accepts?.includes(type))) {
    return runtimeWords.failure("type-refused", { name, type: types.join(", "), accepts: [...use.accepts] }, use.at);
  }
  return { name: slot.name, cell: target.id, port: output.name, ...(use.field ? { field: use.field } : {}) };
}
