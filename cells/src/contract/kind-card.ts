// What the screen must know of a kind before it draws anything: its ports, its frame, its place in the menu. Light, because
// the first paint carries the cards of all kinds; spec, words, form and output come when a notebook has the kind.

import type { KeyOf, Words } from "../messages/define-words.ts";
import type { KindShape } from "./kind.ts";
import type { MenuEntry } from "./menu-entry.ts";

/**
 * How a cell stands on the page. prose: text between the cells, without a head; control: one row, turned in its head;
 * block: head, words, form and output.
 */
export type Frame = "prose" | "control" | "block";

export interface KindCard extends KindShape {
  /** `title` is its name on the screen; `needs-<field>` asks for the field that `missing` names. */
  readonly words: Words<string, "title">;
  readonly frame: Frame;
  readonly entries: readonly MenuEntry[];
  /** Variants of it offer tasks, or its own are found by them (`variantEntries`, `variantTitles` of the kind): they come with the menu. */
  readonly more?: true;
  /** Height in pixels that a cell usually has. Absent: that of its frame. */
  readonly height?: number;
  /** Columns (of 12) and rows of a dashboard's grid that suit it. Absent: those of its frame. */
  readonly tile?: { readonly w: number; readonly h: number };
  /** Its output is mostly a picture: drawn taller in the small outline of a notebook. */
  readonly picture?: true;
  /** A control: the fields of its value, which readers, and each person for herself, may turn, and of whose value it is. */
  readonly control?: { readonly value: string; readonly scope: string };
  /** The fields by which a control may turn it: a name that it draws, and where that is read (`isTurned` of the kind says whether). */
  readonly turnedBy?: { readonly field: string; readonly from: string };
  /** The field that holds what the author wrote above the output. */
  readonly heading?: string;
  /** Dropped files become such cells: the fields of the file, of its format, of how it is read, and of the cell that annotates it. */
  readonly files?: {
    readonly file: string;
    readonly format: string;
    readonly sheet: string;
    readonly read: string;
    readonly samples: string;
  };
  /** Its cells keep rows that meet a condition picked in a table's head (`keepRows` of the kind). */
  readonly keepsRows?: true;
  /** Its cells hold what was selected in a picture (`withSelection` of the kind). */
  readonly holdsSelections?: true;
  /** Its cells do a step before another cell reads (`withSteps` of the kind). */
  readonly doesSteps?: true;
  /** The report of which its cells ask something (`asking` of the kind): cells that make one offer questions of it. */
  readonly asks?: string;
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
