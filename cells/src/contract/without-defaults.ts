// Takes out of a spec what equals its default, at every depth, by the schema: a new option of a variant, or one written
// out, then changes no key. Called by result-key.ts.

import type { z } from "zod";
import type { Json, JsonObject } from "../base/json.ts";
import { isJsonObject } from "../base/json.ts";

/** The parts of zod's definitions that are walked here, whatever the schema. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly in?: Schema;
  readonly element?: Schema;
  readonly shape?: { readonly [field: string]: Schema };
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly discriminator?: string;
  readonly getter?: () => Schema;
  readonly defaultValue?: unknown;
  readonly values?: readonly unknown[];
}
type Schema = Pick<z.ZodType, "safeParse"> & { readonly _zod: { readonly def: Definition } };

/** `value` is valid, or what a kind's `keySpec` made of a valid spec: fields that the schema does not know stay. */
export const withoutDefaults = (schema: z.ZodType, value: Json): Json => reduced(schema as Schema, value);

function reduced(schema: Schema, value: Json): Json {
  const { def } = schema._zod;
  switch (def.type) {
    case "default":
    case "prefault":
    case "optional":
    case "nullable":
    case "readonly":
    case "nonoptional":
    case "catch":
      return value === null || !def.innerType ? value : reduced(def.innerType, value);
    case "pipe":
      return def.in ? reduced(def.in, value) : value;
    case "lazy":
      return def.getter ? reduced(def.getter(), value) : value;
    case "array":
      return Array.isArray(value) && def.element ? value.map((item: Json) => reduced(def.element as Schema, item)) : value;
    case "record":
      return isJsonObject(value) && def.valueType
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reduced(def.valueType as Schema, item)]))
        : value;
    case "union": {
      const option = optionOf(def, value);
      if (!option) return value;
      const short = reduced(option, value);
      // Without a tag, what is left may read as another choice.
      return def.discriminator !== undefined || isReadAs(schema, short, value) ? short : value;
    }
    case "object":
      return isJsonObject(value) && def.shape ? fieldsOf(def.shape, value) : value;
    default:
      return value;
  }
}

function fieldsOf(shape: { readonly [field: string]: Schema }, value: JsonObject): JsonObject {
  const kept = Object.entries(value).flatMap(([field, item]) => {
    const schema = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (!schema) return [[field, item] as const];
    if (schema._zod.def.type === "default" && isSame(schema._zod.def.defaultValue, item)) return [];
    return [[field, reduced(schema, item)] as const];
  });
  return Object.fromEntries(kept);
}

function optionOf(def: Definition, value: Json): Schema | null {
  const options = def.options ?? [];
  const tag = def.discriminator;
  if (tag !== undefined) {
    const said = isJsonObject(value) ? value[tag] : undefined;
    const found = options.find((option) => {
      const field = option._zod.def.shape?.[tag];
      return field?._zod.def.values?.includes(said) || enumHolds(field, said);
    });
    return found ?? null;
  }
  return options.find((option) => option.safeParse(value).success) ?? null;
}

function isReadAs(schema: Schema, short: Json, whole: Json): boolean {
  const parsed = schema.safeParse(short);
  return parsed.success && isSame(parsed.data, whole);
}

const enumHolds = (field: Schema | undefined, said: unknown): boolean =>
  field?._zod.def.type === "enum" && field.safeParse(said).success;

/** Defaults are JSON, and a parsed spec holds the fields of a default in the order of the schema. */
const isSame = (standard: unknown, value: Json): boolean => sorted(standard) === sorted(value);
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
