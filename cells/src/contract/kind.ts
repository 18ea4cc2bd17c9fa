// The contract of a cell kind. One folder per kind: card.ts (what the screen needs at once), spec.ts (this contract: data
// only, no React, no engines), execute.ts (the work), Editor.tsx (the form), Output.tsx (the view). The lists are
// kind-cards.ts, kinds.ts, executors.ts, views.ts.

import type { z } from "zod";
import type { Artifact, ArtifactSummary, ArtifactType } from "../artifacts/artifact.ts";
import type { Failure } from "../base/failure.ts";
import type { EngineName } from "../base/engine-versions.ts";
import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject, JsonPath } from "../base/json.ts";
import type { CellRef, FileOrPart } from "../base/refs.ts";
import type { Locale } from "../messages/locale.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Carried } from "./carried.ts";
import type { Disclosure, DisclosureQuestion } from "./disclosure.ts";
import type { Readers } from "./for-readers.ts";
import type { Needs, Reproduces, Variant } from "./identity.ts";
import type { MenuEntry } from "./menu-entry.ts";

export type Place = "inline" | "warm" | "sealed";

export interface OutputPort {
  /** "out" is the main output by convention; `cell` means it, `cell.samples` another. */
  readonly name: string;
  readonly type: ArtifactType | readonly ArtifactType[];
  readonly title: string;
  /** It quotes rows: whoever may not see these does not get it, at no door and by no release. */
  readonly withRows?: true;
  /** A dashboard shows it instead of the main output, where there is one. */
  readonly onDashboards?: true;
}
export interface InputPort {
  /** Field of the spec that holds the reference. */
  readonly field: string;
  readonly accepts: readonly ArtifactType[];
  readonly title: string;
  readonly optional?: boolean;
}

/** A name that stands in a text field (SQL, a formula, `{{kept.rows}}` of a note): found without running anything. */
export interface TextReference {
  readonly field: string;
  /** As written; resolved by name, ignoring case. `port` after a dot. */
  readonly name: string;
  readonly port?: string;
  /** UTF-16 offsets of the name alone inside the text, so that a rename is a minimal edit. */
  readonly start: number;
  readonly end: number;
  /** A mere link (`[[name]]` of a note): renames follow it, but it is no input, so that a note about a failed cell still shows. */
  readonly link?: true;
}

/** What documents need of a kind to be read: known of every kind before its spec is there. */
export interface KindShape {
  readonly kind: string;
  readonly place: Place;
  /** Default run mode of a new cell. */
  readonly mode: "auto" | "manual";
  readonly inputs: readonly InputPort[];
  readonly outputs: readonly OutputPort[];
  /** Top-level fields kept as Y.Text: edited by several people letter by letter. */
  readonly textFields: readonly string[];
  /** Top-level fields kept as a list of items with `id` (steps of a transform). */
  readonly listFields: readonly string[];
  /** It reads the bytes behind inputs that are files (ExecuteContext.fileOf): its runs are given those of the data sets behind it. */
  readonly readsFiles?: true;
}

/** Everything that the notebook, the server and the forms need to know of a kind without running it. */
export interface Kind<Spec extends JsonObject = JsonObject> extends KindShape {
  /** A task in plain English, for the command line: "Filter and transform". The screen's title stands on the card. */
  readonly title: string;
  /** The smallest notebook with such a cell, as its file is written: the command line shows it, and a test runs it. */
  readonly example: string;
  /** Raised when the kind's own part of execute may answer differently: part of the key. Variants have versions of their own. */
  readonly version: number;
  /** Shape of the spec: not part of the key. */
  readonly specVersion: number;
  /** Native engines that the kind itself uses, whatever its spec; those of variants stand with the variants. */
  readonly engines: readonly EngineName[];
  readonly reproduces: Reproduces;
  /** The variants that a spec names (formats, steps, the chart's family, the learner) and the reports that it makes. Their identity enters the key. */
  variants?(spec: Spec): readonly Variant[];
  /**
   * What the spec leaves to its file: a field that stands for itself once somebody looked. The key of a cell always holds
   * what was found there (runtime/resolved-cells.ts), so that it says which variant answered. Null: nothing is left open.
   */
  unresolved?(spec: Spec): { readonly field: string; readonly file: FileOrPart } | null;
  /** Validates and fills in defaults; unknown keys are refused. Fields that hold a reference use `cellRef()` or `orRef()` of spec-fields.ts. */
  readonly schema: z.ZodType<Spec>;
  /** The spec of a new cell. May be incomplete: `missing` then names the field to fill. */
  readonly empty: JsonObject;
  /** First required field that is still empty, or null. Called on valid specs. */
  missing(spec: Spec): string | null;
  /** What a run of this spec cannot do without, beyond what its variants need. */
  needs?(spec: Spec): Needs;
  /** Of a file that the spec names the columns that are taken, where it names them; null, and where it is absent: all of them. */
  columnsRead?(spec: Spec, digest: string): readonly string[] | null;
  /** Names in text fields. */
  textReferences?(spec: Spec): readonly TextReference[];
  /** What is hashed beyond the general rules (result-key.ts): drop ids of list items, normalise text. Default: the spec. */
  keySpec?(spec: Spec, portOf: (reference: TextReference) => string): JsonObject;
  /** What an output of it tells of the individuals behind the data; null, and what is no output of it, stays closed. */
  discloses(question: DisclosureQuestion<Spec>): Disclosure | null;
  /**
   * Whom the rows of an output stand for, where those of all that it reads stand for `read`. Absent: it cannot be told, so
   * what is made of them is closed to whoever may see results only of data about persons.
   */
  carries?(spec: Spec, read: Carried, port: string): Carried;
  /** Its output as readers of a dashboard get it. Absent: as it is, without the names that every output loses. */
  forReaders?(artifact: Artifact, readers: Readers<Spec>): Artifact;
  /**
   * What is doubtful in its answer by what the cells before it do, directly or through others: the answer itself cannot show
   * it. Said on the screen, by the command line and by API.
   */
  /** `beside`: cells of this kind that read what it reads, itself among them. */
  doubts?(spec: Spec, behind: readonly CellBehind[], beside: readonly CellBehind[]): readonly Sentence[];
  /**
   * What it asks of what it reads as `from`, each question as JSON, once however it is shown or adjusted: where an answer is published it is
   * said how many were ever asked of the same. Absent: it asks none that one could go through in search of a small p value.
   */
  trials?(spec: Spec): readonly Json[];
  /** Why it is not asked at all, by what the cells before it do. */
  refuses?(spec: Spec, behind: readonly CellBehind[]): Failure | null;
  /** One line in words: "keeps genes with at least 10 reads in 3 samples". */
  words(spec: Spec, context: WordsContext): string;
  /**
   * What readers of a dashboard see over its output where the author wrote no title: what it shows under these values of
   * parameters, and no names of cells. Null or absent: the cell's name, as words.
   */
  headline?(spec: Spec, told: Headline): string | null;
  /** Whether it draws the name by which its card says that a control may turn it; `read`: what it is read from, null: not known. */
  isTurned?(spec: Spec, read: ArtifactType | null): boolean;
  /** Its picture has more to show where the screen is wide. */
  isWide?(spec: Spec): boolean;
  /** The variant that names the cell beside its kind, in words: "Chart · box". Null: none. */
  shape?(spec: Spec, locale: Locale): string | null;
  /** Tasks of the add menu that its variants offer; its card then says `more`. */
  readonly variantEntries?: readonly MenuEntry[];
  /** Titles of its variants: the tasks of its card are found by them, too. */
  variantTitles?(locale: Locale): readonly string[];
  /** The spec of a cell that keeps the rows of `from` that meet a condition picked in a table's head; its card says `keepsRows`. */
  keepRows?(from: CellRef, condition: JsonObject, itemId: string): JsonObject;
  /** The spec of a cell that does these steps, each with its id, to `from`; its card says `doesSteps`. */
  withSteps?(from: CellRef, steps: readonly JsonObject[]): JsonObject;
  /** The spec of a cell that asks these questions of `from`; its card says `asks`. */
  asking?(from: CellRef, questions: readonly JsonObject[]): JsonObject;
  /** Of a kind that loads files: the operation's value that takes these words for missing cells, with those that count already. */
  withMissing?(spec: Spec, words: readonly string[]): { readonly path: JsonPath; readonly value: Json };
  /** Of a control: the part of its spec that makes it a choice among the values of a column of `from`, with none chosen yet. */
  withChoice?(from: CellRef, column: string): JsonObject;
  /** The spec of a cell that holds what was selected in a figure, or in another output of which one is drawn; its card says `holdsSelections`. */
  withSelection?(from: CellRef, by: "area" | "names", value: Json): JsonObject;
  /** Suggested cell name, before it is made unique: "counts_kept". */
  suggestName(spec: Spec, context: WordsContext): string;
  /** Numbered migrations: migrations[n] takes specVersion n+1 to n+2. */
  readonly migrations?: readonly { readonly name: string; readonly migrate: (spec: JsonObject) => JsonObject }[];
}

/** A cell that another one reads, directly or through others. */
export interface CellBehind {
  readonly id: CellId;
  readonly name: string;
  readonly spec: JsonObject;
}

/** What a headline is made of. */
export interface Headline extends Pick<WordsContext, "locale" | "summaryOf"> {
  /** The value of a parameter; undefined where it is not known. */
  valueOf(ref: CellRef): Json | undefined;
}

export interface WordsContext {
  readonly locale: Locale;
  /** Name of a referenced cell, as people read it. */
  nameOf(ref: CellRef): string;
  /** Summary of a referenced output where a result is known. */
  summaryOf(ref: CellRef): ArtifactSummary | null;
  /** Summary of the main output of the cell itself, where its present result is known: "keeps 12 304 of 41 786 genes". */
  readonly own?: ArtifactSummary | null;
}
