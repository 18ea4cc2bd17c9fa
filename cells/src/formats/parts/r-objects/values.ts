// Values of R as its serialization holds them. Nothing is evaluated: what is code is kept as its kind alone.

export type RValue =
  | { readonly kind: "null" }
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "logical" | "integer"; readonly values: Int32Array; readonly attributes: RAttributes }
  | { readonly kind: "double"; readonly values: Float64Array; readonly attributes: RAttributes }
  | { readonly kind: "character"; readonly values: readonly (string | null)[]; readonly attributes: RAttributes }
  | { readonly kind: "list"; readonly values: readonly RValue[]; readonly attributes: RAttributes }
  | {
      readonly kind: "pairs";
      readonly values: readonly RValue[];
      readonly tags: readonly string[];
      readonly attributes: RAttributes;
    }
  /** Complex numbers, raw bytes, functions, environments, objects of S4 (whose slots are attributes). */
  | { readonly kind: "other"; readonly what: string; readonly attributes: RAttributes };

export type RAttributes = ReadonlyMap<string, RValue>;
export const noAttributes: RAttributes = new Map();

/** Of logical and whole numbers. */
export const missingInteger = -2_147_483_648;

export const attributesOf = (value: RValue): RAttributes => ("attributes" in value ? value.attributes : noAttributes);

/** Texts of an attribute; empty where there is none or it is none of texts. */
export function textsOf(value: RValue | undefined): readonly (string | null)[] {
  return value?.kind === "character" ? value.values : [];
}

export const classesOf = (value: RValue): readonly string[] =>
  textsOf(attributesOf(value).get("class")).filter((name): name is string => name !== null);
