// Writes a notebook as `*.gc.md` (docs/NOTEBOOK-FORMAT.md). The same notebook always gives the same bytes; changing one
// cell changes one block. Cells in the bin are left out.

import { canonicalJson } from "../base/canonical-json.ts";
import type { CellId } from "../base/ids.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import type { Kind } from "../contract/kind.ts";
import { fenceFor, isPlainProse } from "./file-blocks.ts";
import { encodeRefs, printableNames } from "./file-refs.ts";
import { DefaultIds, isCodeKind, reservedOptions } from "./file-shape.ts";
import { printValue } from "./info-line.ts";
import type { KindOf } from "../contract/kind-of.ts";
import type { Cell, Notebook } from "./notebook.ts";
import { documentText } from "./text-splice.ts";
import { printYaml, sortedKeys } from "./yaml-body.ts";

export function printNotebookFile(notebook: Notebook, kindOf: KindOf): string {
  const cells = notebook.cells.filter((cell) => cell.deletedAt === null);
  const names = printableNames(cells);
  const front: { [key: string]: Json } = { format: 1 };
  if (notebook.title !== "") front.title = notebook.title;
  if (notebook.id !== undefined) front.id = notebook.id;
  const blocks: string[] = [`---\n${printYaml(front)}\n---`];
  const ids = new DefaultIds();
  let afterProse = false;
  for (const cell of cells) {
    const kind = kindOf(cell.kind);
    const isNote = cell.kind === "note";
    const options = headerOptions(cell, kind, isNote ? ids.ofNote() : ids.of(cell.name, cell.id));
    const spec = printedSpec(kind, cell);
    const text = isNote && kind && isCodeKind(kind) ? proseOf(kind, cell, spec) : null;
    if (text !== null) {
      if (options.length > 0 || cell.name !== "" || afterProse || text === "") {
        blocks.push(`<!-- ${["note", ...(cell.name === "" ? [] : [cell.name]), ...options].join(" ")} -->`);
      }
      if (text !== "") blocks.push(text);
      afterProse = true;
      continue;
    }
    blocks.push(cellBlock(cell, kind, spec, options, names));
    afterProse = false;
  }
  const present = new Set(cells.map((cell) => cell.id));
  const tiles = notebook.layout.tiles.filter((tile) => present.has(tile.cell));
  if (tiles.length > 0) {
    const line = ({ cell, x, y, w, h }: (typeof tiles)[number]): string =>
      `- {cell: ${tileCell(cell, names)}, x: ${x}, y: ${y}, w: ${w}, h: ${h}}`;
    blocks.push(`\`\`\`dashboard\n${tiles.map(line).join("\n")}\n\`\`\``);
  }
  return `${blocks.join("\n\n")}\n`;
}

const tileCell = (cell: CellId, names: ReadonlyMap<CellId, string>): string => names.get(cell) ?? JSON.stringify(`@${cell}`);

function headerOptions(cell: Cell, kind: Kind | null, defaultId: string): string[] {
  const options: string[] = [];
  if (cell.id !== defaultId) options.push(`id=${printValue(cell.id)}`);
  if (cell.mode !== (kind?.mode ?? "manual")) options.push(`mode=${cell.mode}`);
  if (cell.specVersion !== 1) options.push(`spec=${cell.specVersion}`);
  if (cell.aliases.length > 0)
    options.push(`was=${cell.aliases.length === 1 ? printValue(cell.aliases[0] as string) : printValue([...cell.aliases])}`);
  return options;
}

/** A note that Markdown can say as prose: its text; null for one that has to stand in a fence. */
function proseOf(kind: Kind, cell: Cell, spec: JsonObject): string | null {
  const field = kind.textFields[0] as string;
  const text = cell.spec[field];
  if (typeof text !== "string" || Object.keys(spec).some((other) => other !== field)) return null;
  return text === "" || isPlainProse(text) ? text : null;
}

function cellBlock(
  cell: Cell,
  kind: Kind | null,
  spec: JsonObject,
  options: readonly string[],
  names: ReadonlyMap<CellId, string>,
): string {
  const head = [cell.kind, ...(cell.name === "" ? [] : [cell.name]), ...options];
  if (kind && isCodeKind(kind) && typeof cell.spec[kind.textFields[0] as string] === "string") {
    const field = kind.textFields[0] as string;
    const text = documentText(cell.spec[field] as string);
    const others = sortedKeys(
      encodeRefs(Object.fromEntries(Object.entries(spec).filter(([key]) => key !== field)), names),
    ) as JsonObject;
    for (const [key, value] of Object.entries(others))
      head.push(`${reservedOptions.has(key) ? `spec.${key}` : key}=${printValue(value)}`);
    const fence = fenceFor(text);
    return `${fence}${head.join(" ")}\n${text === "" ? "" : `${text}\n`}${fence}`;
  }
  const yaml = printYaml(sortedKeys(encodeRefs(spec, names), kind ? Object.keys(kind.empty) : []));
  const fence = fenceFor(yaml);
  return `${fence}${head.join(" ")}\n${yaml === "" ? "" : `${yaml}\n`}${fence}`;
}

/** The spec without what its schema would fill in anyway, and without ids of items that their place gives. */
export function printedSpec(kind: Kind | null, cell: Cell): JsonObject {
  if (!kind || cell.specVersion !== kind.specVersion) return cell.spec;
  const whole = validated(kind, cell.spec);
  if (whole === null) return cell.spec;
  let spec = shortest(cell.spec, Object.keys(cell.spec), (shorter) => validated(kind, shorter), whole);
  for (const field of kind.listFields) {
    const items = spec[field];
    if (!Array.isArray(items)) continue;
    // Each item is tried as the only one of its list: a list of twice as many items then takes twice as long.
    const alone = (item: JsonObject): string | null => validated(kind, { ...spec, [field]: [item] });
    const short = items.map((item: Json) => {
      if (!isJsonObject(item)) return item;
      const meant = alone(item);
      const keys = Object.keys(item).filter((key) => key !== "id");
      return meant === null ? item : shortest(item, keys, alone, meant);
    });
    const shorter = { ...spec, [field]: short };
    const kept = validated(kind, shorter) === whole ? short : items;
    spec = {
      ...spec,
      [field]: kept.map((item: Json, index) => (isJsonObject(item) && item.id === `s${index + 1}` ? withoutId(item) : item)),
    };
  }
  return spec;
}

/** `value` without those of its fields whose absence means the same. */
function shortest(
  value: JsonObject,
  fields: readonly string[],
  meaning: (shorter: JsonObject) => string | null,
  meant: string,
): JsonObject {
  let short = value;
  for (const field of fields) {
    const { [field]: _dropped, ...shorter } = short;
    if (meaning(shorter) === meant) short = shorter;
  }
  return short;
}

const withoutId = ({ id: _id, ...rest }: JsonObject): JsonObject => rest;

function validated(kind: Kind, spec: JsonObject): string | null {
  try {
    const parsed = kind.schema.safeParse(spec);
    return parsed.success ? canonicalJson(parsed.data as Json) : null;
  } catch {
    return null;
  }
}
