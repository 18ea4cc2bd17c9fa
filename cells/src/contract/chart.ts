// The contract of a chart family. One folder per family: chart.ts (this card: data only), draw.ts (the picture),
// Options.tsx (the form of its own settings, where it has any), words.ts. The list is charts.ts.

import { z } from "zod";
import type { Figure } from "../artifacts/artifact.ts";
import type { MessageKey } from "../base/failure.ts";
import type { FeatureNoun } from "../artifacts/rows-called.ts";
import type { Locale } from "../messages/locale.ts";
import type { Drawing, Prepared } from "./chart-drawing.ts";
import type { ChartOptions, ChartSpecOf, SeriesField } from "./chart-fields.ts";
import type { ChartOptionsModule } from "./chart-view.ts";
import type { Disclosure, DisclosureQuestion } from "./disclosure.ts";
import type { Variant } from "./identity.ts";
import type { VariantMenu } from "./menu-entry.ts";
import type { PlotlyTrace } from "./plotly-traces.ts";

/** What a chart draws from: rows of a table, samples of a matrix. */
export type ChartData = "table" | "matrix";

/** A field that a family draws. */
export interface FieldUse<Options extends ChartOptions> {
  readonly field: SeriesField;
  /** Nothing can be drawn without it: always, or of these settings. Absent: it may stay empty. */
  readonly needed?: true | { when(options: Options): boolean };
  /** Whether the form asks for it, where something is chosen in it or not. Absent: always. */
  asked?(options: Options, data: ChartData, isChosen: boolean): boolean;
  /** What the form and refusals call it. Null or absent: the usual name of the field. */
  label?(data: ChartData): MessageKey | null;
  /** What stands in the empty field. Null or absent: that none is chosen. */
  ifEmpty?(data: ChartData, locale: Locale): string | null;
}

/** How a family tells of a spec: names of columns and parameters as people read them; "" for an empty field. */
export interface ToldChart {
  readonly locale: Locale;
  name(field: SeriesField): string;
  /** What features of the matrix are called; null of a table, and where nothing is known. */
  readonly noun: FeatureNoun | null;
}

export interface ChartFamily<Options extends ChartOptions = ChartOptions> extends Variant<"chart"> {
  /** Its own settings: a strict object, `type` is its name (`typeOf`). */
  readonly schema: z.ZodType;
  /** The fields that it draws, in the order of the form. */
  readonly uses: readonly FieldUse<Options>[];
  /** Whether it draws the names of rows and samples once labels are on. */
  readonly names: boolean;
  /** Rows of one `label` are one member of what it counts: asked for whether names are drawn or not. */
  readonly membersByLabel?: true;
  /** Axes that may be logarithmic. */
  readonly logs: readonly ("logX" | "logY")[];
  /** It can be drawn once for each group of a column, a panel each. */
  readonly panels?: true;
  /** The field after which a new cell is called. */
  readonly calledAfter: SeriesField;
  /** Pixels that a picture usually takes, from which the page is laid out before it is there. */
  readonly usualHeight: number;
  /** It has more to show where the screen is wide. */
  readonly isWide?: true;
  /** Rows can be selected in its picture, which says how (`artifacts/figure-selects.ts`). */
  readonly selects?: true;
  /** What Plotly draws for it. */
  readonly traces: readonly PlotlyTrace[];
  /** In menus: "Boxes". */
  title(locale: Locale): string;
  /** Behind the kind in the head of a cell: "Chart · box". */
  shape(locale: Locale): string;
  /** The add menu offers it by itself. Absent: it is reached from another chart. */
  readonly menu?: VariantMenu;
  /** What is drawn, in a few words: "Xist by sex". Called on complete specs. */
  say(spec: ChartSpecOf<Options>, told: ToldChart): string;
  /** What its outputs tell of individuals. Null: it cannot be told, so it stays closed. */
  discloses(question: DisclosureQuestion<ChartSpecOf<Options>>): Disclosure | null;
  /** The figure as readers get it: without the names of points, rows and samples. */
  withoutNames(figure: Figure, spec: ChartSpecOf<Options>): Figure;
}

/** A line of the list: the card, and its code, loaded when first needed. */
export interface ChartLine<Options extends ChartOptions = ChartOptions> {
  readonly family: ChartFamily<Options>;
  draw(): Promise<{ draw(prepared: Prepared<Options>): Drawing }>;
  /** Absent: it has no settings of its own. */
  Options?(): Promise<ChartOptionsModule<Options>>;
}

/** Makes a family from the schema of its settings: their type is inferred from it, never written a second time. */
export const defineChart = <Schema extends z.ZodType<ChartOptions>>(
  family: ChartFamily<z.output<Schema>> & { readonly schema: Schema },
): ChartFamily<z.output<Schema>> & { readonly schema: Schema } => family;

/** The name of a family, by which a spec says which one it means. */
export const typeOf = <const Name extends string>(name: Name, description: string) =>
  z.literal(name).meta({ title: "Type", description });

/** Whether the form of `spec` asks for that field. */
export const isAsked = <Options extends ChartOptions>(
  { field, asked }: FieldUse<Options>,
  spec: ChartSpecOf<Options>,
  data: ChartData,
): boolean => asked?.(spec.chart, data, spec[field] !== null) ?? true;

/** The fields that `spec` still lacks, in the order of the form. */
export const lackingFields = <Options extends ChartOptions>(
  { uses }: ChartFamily<Options>,
  spec: ChartSpecOf<Options>,
): readonly SeriesField[] =>
  uses
    .filter(({ needed }) => needed === true || needed?.when(spec.chart))
    .map(({ field }) => field)
    .filter((field) => spec[field] === null);
