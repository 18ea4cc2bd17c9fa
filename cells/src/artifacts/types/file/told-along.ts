// What files that stay files tell along a place, by their format: how deep reads lie, values of a track, how many rows. A format
// that is not named tells nothing of the kind. Held to what their readers do by formats/told-along.test.ts.

export type ToldAlong = "depth" | "values" | "rows";

const byFormat: { readonly [format: string]: ToldAlong } = { bam: "depth", bigwig: "values", bigbed: "rows" };

export const toldAlong = (format: unknown): ToldAlong | null =>
  typeof format === "string" && Object.hasOwn(byFormat, format) ? (byFormat[format] ?? null) : null;
