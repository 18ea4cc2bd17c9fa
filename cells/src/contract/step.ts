// The contract of a step of a chain (kind transform): one folder a step, steps/<verb>/, with step.ts (this card: data and
// words, no work and no React), apply.ts (the work), Form.tsx (the form), words.ts, cases.ts (what its contract suite
// runs). The list is steps.ts; it loads work and forms lazily.

import type { z } from "zod";
import type { Artifact, Assay, Table } from "../artifacts/artifact.ts";
import type { Groups } from "../artifacts/told-of-individuals.ts";
import type { FeatureNoun } from "../artifacts/rows-called.ts";
import type { ByteSource } from "../base/byte-source.ts";
import type { MessageKey } from "../base/failure.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { CellRef, FileRef } from "../base/refs.ts";
import type { Locale } from "../messages/locale.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { StepCarries } from "./carried.ts";
import type { FittedChain, Freezing } from "./fitted-chain.ts";
import type { Variant } from "./identity.ts";
import type { WordsContext } from "./kind.ts";
import type { VariantMenu } from "./menu-entry.ts";

export type { Groups } from "../artifacts/told-of-individuals.ts";

/** What a step may stand on and answer. */
export const stepData = ["table", "assay"] as const;
export type StepData = (typeof stepData)[number];
export type DataOf<T extends StepData> = Extract<Artifact, { readonly type: T }>;

/** How many there are after a step. same: as many; fewer: some of them, none or all; more: those and others; any: made anew. */
export type Count = "same" | "fewer" | "more" | "any";

/** What becomes of data of one type. Rows of a matrix are its features, columns its samples. */
export interface Effect {
  readonly gives: StepData;
  readonly rows: Count;
  readonly columns: Count;
}
export type Effects = { readonly [data in StepData]?: Effect };

/** What every step holds, beside its verb and its own options. */
export interface StepBase {
  /** Its place in the document. */
  readonly id: string;
  /** Passed over. */
  readonly off: boolean;
}

export interface StepContext extends Pick<WordsContext, "locale" | "nameOf"> {
  /** What it stands on; null where that is not known. */
  readonly on: StepData | null;
  /** What a feature of the matrix is called; null where it is not known or there is no matrix. */
  readonly noun: FeatureNoun | null;
}

/** Sections of the menu of steps, in its order. */
export const stepSections = [
  "rows",
  "outliers",
  "missing",
  "numbers",
  "texts",
  "features",
  "expression",
  "shape",
  "combine",
] as const;
export type StepSection = (typeof stepSections)[number];

/** A step, as all but its work and its form know it. `name` is its verb. */
export interface StepCard<Schema extends z.ZodType = z.ZodType<StepBase>, Takes extends Effects = Effects>
  extends Variant<"step"> {
  /** What it may stand on, and what it makes of each. Data of other types are refused before its work is asked. */
  readonly takes: Takes;
  /** Of a whole step, verb included. Made by defineStep. */
  readonly schema: Schema;
  /**
   * `title` is its name in the menu and above its form; `does` is what it does, in a sentence for the command line (in
   * English the description of its schema).
   */
  readonly words: {
    say(key: "title" | "does", params: JsonObject, locale: Locale): string;
    key(key: "title"): MessageKey;
  };
  /** What its form calls its fields, for refusals that name one. Of a field within a list or a choice: by its own name. */
  readonly labels?: { readonly [field: string]: MessageKey };
  /** Where it stands in the menu of steps. */
  readonly section: StepSection;
  /** The add menu offers it by itself. Absent: it is found in the form of a chain. */
  readonly menu?: VariantMenu;
  /** Its options, where it keeps the rows that meet a condition picked in a table's head. One step of the list has it. */
  keepRows?(condition: JsonObject): JsonObject;
  /** End of the name of a cell of which it is the last telling step: "kept" makes counts_kept. Absent: it tells nothing. */
  readonly ending?: string;
  /**
   * What is still to be chosen before it can do anything, in words: "choose a column". Null: nothing. Absent: it is whole
   * from the beginning. `say` is asked only once nothing is.
   */
  lacks?(step: z.output<Schema>, context: StepContext): string | null;
  /** Whether a value is still to be entered, so that nothing is to be asked yet: the cell waits for it. Absent: never. */
  awaitsValue?(step: z.output<Schema>): boolean;
  /** What its form says as well while it is typed, so that it does not stand beside the step twice. Absent: nothing. */
  formSays?(doubt: Sentence): boolean;
  /** What it does, in words: "adds rank = log2(counts + 1)". */
  say(step: z.output<Schema>, context: StepContext): string;
  /** The same with the features before and after, where it alone changed them. Absent: numbers are not said. */
  sayCounted?(step: z.output<Schema>, context: StepContext, count: { readonly before: number; readonly after: number }): string;
  /**
   * Columns of the table (of a matrix: of its samples) after it, as far as they can be told without running: a guess for
   * lists in forms. Absent: as before.
   */
  columnsAfter?(step: z.output<Schema>, columns: readonly string[]): readonly string[];
  /** The same of the columns that describe the features of a matrix. Absent: as before. */
  featureColumnsAfter?(step: z.output<Schema>, columns: readonly string[]): readonly string[];
  /** How it is carried over to rows that come later; may follow from its options. Absent: whole. */
  freezes?(step: z.output<Schema>): Freezing;
  /** Why it has no form for them, where that is another reason than that it looks at all rows or reads another cell. */
  readonly whyWhole?: MessageKey;
  /**
   * Of a fitted one: the column of which a row's own value is in nothing that is made of the row where it is learned from, though
   * it is in what is kept. There applying to its own rows is not what fitting made of them. Null or absent: none.
   */
  crossFits?(step: z.output<Schema>): string | null;
  /**
   * Of one that freezes "training": it makes classes of the training equally frequent. Within folds it is done on the rows that a
   * fold learns of; another such step says what the training is, and has no place there.
   */
  readonly balances?: true;
  /**
   * Whether it leaves rows out so that more is learned of the others, and not since they are not meant: within folds it is done on
   * the rows that a fold learns of, and rows that a model answers stay, as with imbalanced-learn's samplers. Absent: never.
   */
  thinsTraining?(step: z.output<Schema>): boolean;
  /** Of a matrix it changes what is known of the samples. */
  readonly describesSamples?: true;
  /** What it makes of individuals, where nothing else than `harmless` is set. Absent: it cannot be told, and columns may be called by values. */
  readonly carries?: StepCarries;
  /**
   * Options, or values of them, by which nobody decides which rows or features are counted where, or makes one of many numbers
   * of each: answers to two such choices side by side would tell of one individual. Rows are free where any other option is
   * not as it is at first; so they are with a new option, until it stands here.
   */
  readonly harmless?: { readonly [option in keyof z.output<Schema>]?: "any" | ((value: z.output<Schema>[option]) => boolean) };
  /**
   * Whom the rows of the table stand for after it: null where a row is what a row of the data that were read is, else
   * groups of such rows and the names of columns that hold how many (none: it is not in the table any more). Asked where
   * results about persons go out. Absent: as before it.
   */
  groupsAfter?(step: z.output<Schema>, before: Groups | null): Groups | null;
}

/** A written step of this card, defaults filled in. */
export type OptionsOf<Card extends StepCard> = z.output<Card["schema"]>;

/** The work, one function for each type of data that the card takes. */
export type Apply<Card extends StepCard = StepCard> = {
  readonly [T in keyof Card["takes"]]: Work<OptionsOf<Card>, DataOf<T & StepData>, Given<Card["takes"][T]>>;
};
// A method, so that the work of any one step is work of some step.
type Work<Options, Data, Answer> = {
  of(step: Options, data: Data, scope: StepScope): Answer | Promise<Answer>;
}["of"];
type Given<E> = E extends { readonly gives: infer T extends StepData } ? DataOf<T> : never;

/** What a step sees besides its data. It refuses by parts/step-scope.ts. */
export interface StepScope {
  /** Place in `spec.steps`, from 0. */
  readonly index: number;
  /** A field that is a literal or a reference to a parameter: the value. */
  valueOf(field: Json | CellRef): Json;
  input(ref: CellRef): Artifact;
  /** The bytes of a file that the step names, as kinds have them. */
  file(ref: FileRef): ByteSource;
  /** A doubt about the answer: for the log and, in the reader's language, beside the step. Names columns and no values. */
  say(doubt: Sentence): void;
  /**
   * Told by a step that leaves rows out or moves them (of a matrix: samples): of those that it was given the ones that stay, in
   * their new order. One that does not tell leaves all where they are, or makes other rows of them.
   */
  stay?(rows: ArrayLike<number>): void;
  /** The rows are those that a model is to answer: what only thins a training (`thinsTraining`) is not done. */
  readonly answers?: true;
  /** The steps of a chain that was fitted elsewhere (reports/fitted-chain) on these data, with what was kept of them. */
  frozen(chain: FittedChain, data: Table | Assay): Promise<Table | Assay>;
  /** It is fitted within the folds of a validation: what has to stand there, stands there. */
  readonly withinFolds?: true;
  readonly signal: AbortSignal;
}
