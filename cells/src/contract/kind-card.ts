// What the screen must know of a kind before it draws anything: its ports, its frame, its place in the menu. Light, because
// the first paint carries the cards of all kinds; spec, words, form and output come when a notebook has the kind.

import type { ArtifactSummary, ArtifactType } from "../artifacts/artifact.ts";
import type { JsonObject } from "../base/json.ts";
import type { CellRef } from "../base/refs.ts";
import type { KeyOf, Words } from "../messages/define-words.ts";
import type { KindShape } from "./kind.ts";

/**
 * How a cell stands on the page. prose: text between the cells, without a head; control: one row, turned in its head;
 * block: head, words, form and output.
 */
export type Frame = "prose" | "control" | "block";

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
  /** A parameter that holds a gene, where there is one. */
  readonly gene: CellRef | null;
  /** The nearest matrix, for tasks that need one where something else is nearer. */
  readonly matrix?: Above | null;
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
}

export interface KindCard extends KindShape {
  /** `title` is its name on the screen; `needs-<field>` asks for the field that `missing` names; `shape-<shape>`. */
  readonly words: Words<string, "title">;
  readonly frame: Frame;
  readonly entries: readonly MenuEntry[];
  /** Height in pixels that a cell usually has. Absent: that of its frame. */
  readonly height?: number;
  /** Columns (of 12) and rows of a dashboard's grid that suit it. Absent: those of its frame. */
  readonly tile?: { readonly w: number; readonly h: number };
  /** Its output is mostly a picture: drawn taller in the small outline of a notebook. */
  readonly picture?: true;
  /** A control: the fields of its value, which readers, and each person for herself, may turn, and of whose value it is. */
  readonly control?: { readonly value: string; readonly scope: string };
  /** The field that holds what the author wrote above the output. */
  readonly heading?: string;
  /** Dropped files become such cells: the fields of the file, of how it is read, and of the cell that annotates it. */
  readonly files?: { readonly file: string; readonly read: string; readonly samples: string };
  /** The variant that names the cell beside its kind ("Chart · box"), from the spec as written. */
  shape?(spec: JsonObject): string | null;
  /** The spec of a cell that keeps the rows of `from` that meet a condition picked in a table's head. */
  keepRows?(from: CellRef, condition: JsonObject, itemId: string): JsonObject;
}

export const usualHeight: { readonly [frame in Frame]: number } = { prose: 120, control: 64, block: 480 };
export const usualTile: { readonly [frame in Frame]: { readonly w: number; readonly h: number } } = {
  prose: { w: 12, h: 3 },
  control: { w: 4, h: 2 },
  block: { w: 12, h: 9 },
};

type EntryId<Key extends string> = Key extends `${infer Id}-line` ? Id : never;

/** Makes a card whose menu entries have all their words, or it does not compile. */
export const defineCard = <const W extends Words<string, "title">>(
  words: W,
  card: Omit<KindCard, "words" | "entries"> & { readonly entries: readonly MenuEntry<EntryId<KeyOf<W>>>[] },
): KindCard => ({ ...card, words });

/** What a task takes of what stands above: the nearest, or the nearest matrix where it needs one. */
export const fromAbove = (above: Above | null, takes: readonly ArtifactType[]): JsonObject => {
  const found = above && takes.includes(above.type) ? above : takes.includes("assay") ? above?.matrix : null;
  return found ? { from: found.ref as unknown as JsonObject } : {};
};
