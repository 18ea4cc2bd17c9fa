// The load cells that files on an intake card become: which are added, what they are called, whose samples a sheet describes.

import type { FileRef } from "@genomecraft/cells/base/refs.ts";
import { isLoaded, listedFormat, stemOf } from "@genomecraft/cells/formats.ts";
import { toCellName } from "@genomecraft/cells/notebook/cell-name.ts";
import type { Intake, IntakeFile } from "../api/answers.ts";
import type { LoadedFile } from "../desk/acts.ts";
import { type Chosen, isUsable, keyOf, type Settings, settingsOf } from "../upload/intake-lines.ts";

export interface Pair {
  readonly counts: IntakeFile;
  readonly samples: IntakeFile;
}
export function pairOf({ files, together }: Intake): Pair | null {
  if (!together) return null;
  const at = (place: { readonly dataset: string; readonly sheet: string | null }): IntakeFile | undefined =>
    files.find((file) => keyOf(file) === keyOf(place));
  const counts = at(together.countsFrom);
  const samples = at(together.samplesFrom);
  return counts && samples ? { counts, samples } : null;
}

/** The file with all of its sheets, in the order of the card. */
export function byFile(files: readonly IntakeFile[]): readonly (readonly [IntakeFile, ...IntakeFile[]])[] {
  const groups = new Map<string, [IntakeFile, ...IntakeFile[]]>();
  for (const file of files) {
    const group = groups.get(file.dataset);
    if (group) group.push(file);
    else groups.set(file.dataset, [file]);
  }
  return [...groups.values()];
}

/** A README and its like, in an archive: text that is no table. */
const isProse = ({ format, sheet }: IntakeFile): boolean =>
  format === "text" || /(?:^|\/)(?:readme|licen[cs]e|changelog|note)s?(?:\.(?:txt|md))?$/i.test(sheet ?? "");

/** Ticked at first: what can be added, is not hidden and is no text that tells of others; one line alone for a cell that asked for a file. */
export function tickedAtFirst(files: readonly IntakeFile[], isForCell: boolean): ReadonlySet<string> {
  const usable = files.filter(isUsable);
  const shown = usable.filter((file) => !file.isHidden);
  // Text beside tables is what tells of them.
  const tables = shown.filter((file) => file.sheets.length <= 1 || !isProse(file));
  const all = [tables, shown].find((some) => some.length > 0) ?? usable;
  const perFile = isForCell ? byFile(all).map(([first]) => first) : all;
  return new Set(perFile.map(keyOf));
}

export const fileRef = (file: IntakeFile): FileRef => ({
  digest: file.digest,
  name: file.name,
  size: file.size,
  dataset: file.dataset,
  version: file.version,
});

/** As what it was recognised: the cell then says which reader answers. */
export const formatOf = (file: IntakeFile): string | null => (isLoaded(file.format) ? file.format : null);

/** Null where the file has but one: then the cell needs no name of it. */
const sheetOf = (file: IntakeFile): string | null => (file.sheets.length > 1 ? file.sheet : null);

/** What is set in its load cell: the sheet, and what was chosen on the card. */
export function setOf(file: IntakeFile, chosen: readonly Chosen[]): Settings {
  const sheet = sheetOf(file);
  return { ...(sheet === null ? {} : { sheet }), ...settingsOf(chosen, file) };
}

export const stem = (name: string): string => toCellName(stemOf(name).slice(0, 40)) || "data";

/** A sheet that somebody named, and not "Sheet1" as programs call them. */
const isNamed = (sheet: string): boolean => !/^(?:sheet|лист|tabelle|feuil|hoja|foglio|blad|table)?[\s_]*\d*$/i.test(sheet);

/** A short name by what it is: "counts", "samples", else the file's or the sheet's own. */
function nameFor(file: IntakeFile, role: "counts" | "samples" | null): string {
  const sheet = sheetOf(file);
  // A part of an archive is called by its own name, without the folders around it.
  const own = stem(sheet !== null && isNamed(sheet) ? sheet : file.name);
  // Of genotypes and the like nobody says that they are counts.
  const isLong = own.length > 16 && listedFormat(file.format)?.format.givesWhole !== true;
  if (role === "counts" && (/count/i.test(own) || isLong)) return "counts";
  if (role === "samples" && (/sample|coldata|meta|annot/i.test(own) || own.length > 16)) return "samples";
  return own;
}

/** The sheet of samples stands before the counts that read it. */
export function filesToAdd(files: readonly IntakeFile[], pair: Pair | null, chosen: readonly Chosen[]): readonly LoadedFile[] {
  const loaded = (file: IntakeFile) => ({ file: fileRef(file), format: formatOf(file), settings: setOf(file, chosen) });
  const isPaired = pair !== null && files.includes(pair.counts) && files.includes(pair.samples);
  if (!isPaired)
    return files.map((file) => ({ ...loaded(file), name: nameFor(file, file.artifact === "assay" ? "counts" : null) }));
  const { counts, samples } = pair;
  return [
    { ...loaded(samples), name: nameFor(samples, "samples"), read: "table" },
    { ...loaded(counts), name: nameFor(counts, "counts"), read: "matrix", samplesOf: 0 },
    ...files
      .filter((file) => file !== counts && file !== samples)
      .map((file) => ({ ...loaded(file), name: nameFor(file, null) })),
  ];
}
