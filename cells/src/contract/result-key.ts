// The one idea: a cell's result is a pure function of its spec and of the digests of its inputs. This file says what is
// hashed, exactly. Used by browser, server, kernel and headless runs; all of them must get the same keys.

import { canonicalJson } from "../base/canonical-json.ts";
import { digestOfText } from "../base/digest.ts";
import { keyFormat } from "../base/key-format.ts";
import { engineVersions } from "../base/engine-versions.ts";
import type { Digest, ResultKey } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { identityOf } from "./identity.ts";
import type { Kind, TextReference } from "./kind.ts";
import { withoutDefaults } from "./without-defaults.ts";
import { isCellRef, isFileRef, refsInSpec, type CellRef } from "../base/refs.ts";

/** One input of a cell: which reference of the spec it serves and the name under which its digest enters the key. */
export interface InputSlot {
  readonly name: string;
  /** A reference in a form field. */
  readonly ref?: CellRef;
  /** A name in a text field, lower-case, with its port. */
  readonly text?: { readonly name: string; readonly port?: string };
}

/** Inputs in the order of the spec: references by path of sorted keys, then names in text in order of appearance. Each distinct one once. */
export function inputSlots(kind: Pick<Kind, "textReferences">, spec: JsonObject): readonly InputSlot[] {
  const known = slotsOf.get(spec);
  if (known && known.look === kind.textReferences) return known.slots;
  const slots = makeInputSlots(kind, spec);
  slotsOf.set(spec, { look: kind.textReferences, slots });
  return slots;
}
const slotsOf = new WeakMap<JsonObject, { readonly look: Kind["textReferences"]; readonly slots: readonly InputSlot[] }>();

function makeInputSlots(kind: Pick<Kind, "textReferences">, spec: JsonObject): readonly InputSlot[] {
  const slots: InputSlot[] = [];
  const seen = new Set<string>();
  for (const { ref } of refsInSpec(spec)) {
    const identity = `ref ${ref.ref} ${ref.port ?? ""}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    slots.push({ name: `i${slots.length}`, ref });
  }
  for (const found of kind.textReferences?.(spec) ?? []) {
    if (found.link) continue;
    const identity = `text ${found.name.toLowerCase()} ${found.port ?? ""}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    slots.push({
      name: `i${slots.length}`,
      text: { name: found.name.toLowerCase(), ...(found.port === undefined ? {} : { port: found.port }) },
    });
  }
  return slots;
}

/**
 * The validated spec as it enters the key: fields equal to their default omitted at every depth, references replaced by slot names (so
 * that a rename changes no key), locators of data removed (so that a notebook run from a file and on a server agree).
 */
export function keySpec(kind: Kind, spec: JsonObject): JsonObject {
  const known = keyed.get(spec);
  if (known?.kind === kind) return known.keyed;
  const made = makeKeySpec(kind, spec);
  keyed.set(spec, { kind, keyed: made });
  return made;
}

/** Specs never change, and what a cell made is put down, told and shown with the same one. */
const keyed = new WeakMap<JsonObject, { readonly kind: Kind; readonly keyed: JsonObject }>();

function makeKeySpec(kind: Kind, spec: JsonObject): JsonObject {
  const slots = inputSlots(kind, spec);
  const names = new Map(
    slots.map(({ name, ref, text }) => [JSON.stringify(ref ? [0, ref.ref, ref.port] : [1, text?.name, text?.port]), name]),
  );
  const portOf = ({ name, port }: TextReference): string => names.get(JSON.stringify([1, name.toLowerCase(), port])) ?? "?";
  const reduced = kind.keySpec ? kind.keySpec(spec, portOf) : spec;
  const clean = (value: Json): Json => {
    if (isCellRef(value)) return { in: names.get(JSON.stringify([0, value.ref, value.port])) ?? "?" };
    if (isFileRef(value)) return { digest: value.digest };
    if (Array.isArray(value)) return value.map((item: Json) => clean(item));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value as JsonObject).map(([key, item]) => [key, clean(item)]));
    }
    return value;
  };
  return clean(withoutDefaults(kind.schema, reduced)) as JsonObject;
}

/** `inputs`: the digest behind each slot, by slot name. All of them must be known. */
export function resultKey(kind: Kind, spec: JsonObject, inputs: { readonly [slot: string]: Digest }): ResultKey {
  return keyMaker(kind, spec)(inputs);
}

/**
 * Writes what a cell's keys have in common once; each key then adds the inputs. The text that is hashed is the canonical
 * JSON of the whole record, whose members stand in this order: engines, format, inputs, kind, spec, variants, version.
 */
export function keyMaker(
  kind: Kind,
  spec: JsonObject,
  specOfKey: JsonObject = keySpec(kind, spec),
): (inputs: { readonly [slot: string]: Digest }) => ResultKey {
  const identity = identityOf(kind, spec);
  // Native engines change answers between releases (float sums, plans).
  const engines = canonicalJson(Object.fromEntries(identity.engines.map((engine) => [engine, engineVersions[engine]])));
  // Two ways of making keys must never meet.
  const head = `{"engines":${engines},"format":${keyFormat},"inputs":`;
  // Which program answers (another kind with an equal spec answers differently), what the person asked for, the versions
  // of the variants that the spec names, and that of the kind itself, each raised when it may answer differently.
  const rest = canonicalJson({ kind: kind.kind, spec: specOfKey, variants: identity.variants, version: kind.version }).slice(1);
  // The content that it was asked about.
  return (inputs) =>
    digestOfText(`${head}${canonicalJson(inputs as { readonly [slot: string]: string })},${rest}`) as string as ResultKey;
}
