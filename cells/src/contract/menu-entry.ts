// The tasks of the add menu: what a cell can be added for, what it begins with, and what it suits.

import type { ArtifactSummary, ArtifactType } from "../artifacts/artifact.ts";
import type { JsonObject } from "../base/json.ts";
import type { CellRef } from "../base/refs.ts";
import type { Words } from "../messages/define-words.ts";
import type { Locale } from "../messages/locale.ts";

/** Groups of the menu, in its order. */
export const menuGroups = ["data", "clean", "explore", "model", "control", "text", "code"] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** What stands above the place where a new cell goes. */
export interface Above {
  readonly ref: CellRef;
  readonly name: string;
  readonly summary: ArtifactSummary | null;
  readonly type: ArtifactType;
  /** Names of columns that group (lab, sex, treatment …), best first. */
  readonly groupColumns: readonly string[];
  readonly numberColumns: readonly string[];
  /** A parameter that holds a gene of it, where there is one. */
  readonly gene: CellRef | null;
  /** The control that stands right above: only what turns with it is offered first. */
  readonly control?: CellRef | null;
  /** The nearest matrix, for tasks that need one where something else is nearer. */
  readonly matrix?: Above | null;
  /** The nearest table, likewise. */
  readonly table?: Above | null;
  /** What a reduction made of it, where that is nearer: what one goes on with is the matrix all the same. */
  readonly reduced?: Above | null;
}

/** A file whose records have places: reads that were aligned to nothing have none. */
export const liesOnReference = (above: Above | null): boolean => above?.type === "file" && above.summary?.shape[0] !== 0;

/** What the menu says of a task. */
export interface MenuWords {
  readonly title: string;
  readonly line: string;
  /** What else it is called: it is found by these. */
  readonly synonyms: string;
}

/** A task of the add menu. In the card's words: `<id>` its title, `<id>-line` a line about it, `<id>-words` what else it is called. */
export interface MenuEntry<Id extends string = string> {
  readonly id: Id;
  readonly group: MenuGroup;
  /** Place within the group, smallest first; equal: in the order of the kinds. Absent: 0. */
  readonly order?: number;
  /** Not a cell by itself: opens something. */
  readonly opens?: "files" | "paste";
  /** The types that it works on; none = works on nothing. */
  readonly takes: readonly ArtifactType[];
  /** What the spec begins with beyond the empty one. Absent: what stands above as `from`, where it is taken. */
  spec?(above: Above | null, newItemId: () => string): JsonObject;
  /** How well it suits what stands above: the three largest are offered first; absent or 0: not offered first. */
  fits?(above: Above | null): number;
  /** Offered before all that fits, wherever it takes what stands above and knows it: but not below what a cell of its own kind says. */
  readonly first?: true;
  /** A control that it makes picks names of this sort from what it reads: a chart of the same data above it follows. */
  readonly picks?: "feature";
  /** Of a variant, which says it itself; of what stands above it may be something that has a name of its own. */
  words?(locale: Locale, above?: Above | null): MenuWords;
}

/**
 * The task by which a variant (a step, a chart family) offers itself. Its kind makes an entry of it (`variantEntries`), which
 * comes with the kind when the menu is opened.
 */
export interface VariantMenu {
  readonly group: MenuGroup;
  readonly order?: number;
  /** Absent: what its kind takes. */
  readonly takes?: readonly ArtifactType[];
  /** What its cell begins with, beyond what its kind begins with. */
  begins?(above: Above | null): JsonObject;
  fits?(above: Above | null): number;
  words(locale: Locale, above?: Above | null): MenuWords;
}

/** In a variant's words: `menu` is the title of its task, `menu-line` a line about it, `menu-words` what else it is called. */
export const menuWords =
  (words: Words<string, "menu" | "menu-line" | "menu-words">) =>
  (locale: Locale): MenuWords => ({
    title: words.say("menu", {}, locale),
    line: words.say("menu-line", {}, locale),
    synonyms: words.say("menu-words", {}, locale),
  });

/** A matrix of reads that nobody brought to one scale yet. */
export const isCounts = (above: Above | null): boolean => above?.type === "assay" && above.summary?.detail?.scale === "counts";
/** A matrix that may go into sums of squares: it is known, and holds no counts. */
export const isReady = (above: Above | null): boolean =>
  above?.type === "assay" && above.summary !== null && above.summary.detail?.scale !== "counts";
/** What a reduction made. */
export const hasComponents = (above: Pick<Above, "numberColumns">): boolean =>
  above.numberColumns.some((name) => /^PC1$/i.test(name));

/** What a task takes of what stands above: the nearest, or the nearest matrix or table where it needs one. */
export const takenOf = (above: Above | null, takes: readonly ArtifactType[]): Above | null => {
  if (above && takes.includes(above.type)) return above;
  return (takes.includes("assay") ? above?.matrix : null) ?? (takes.includes("table") ? above?.table : null) ?? null;
};
export const fromAbove = (above: Above | null, takes: readonly ArtifactType[]): JsonObject => {
  const found = takenOf(above, takes);
  return found ? { from: found.ref } : {};
};
