// The contract that every kind keeps, as a test suite: each kind's test calls it with specs that are valid and specs that
// are not. For tests only.

import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { CellId, Digest } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { kindOf } from "../kinds.ts";
import { parseNotebookFile } from "../notebook/notebook-file.ts";
import { toCellName } from "../notebook/cell-name.ts";
import { type CellRef, type FileRef, refsInSpec } from "../base/refs.ts";
import { inputSlots, keySpec, resultKey } from "../contract/result-key.ts";
import { identityOf } from "../contract/identity.ts";
import { withoutDefaults } from "../contract/without-defaults.ts";
import type { KindCard } from "../contract/kind-card.ts";
import type { Kind, WordsContext } from "../contract/kind.ts";
import { messageIfAny } from "../messages/catalogue.ts";
import { bareFields } from "./schema-fields.ts";

export interface KindCases<Spec> {
  /** Valid specs as they may be written down: fields may be left out. The empty one is tried anyway. */
  readonly examples: readonly JsonObject[];
  /** Specs that the schema refuses, and what its complaint says (field or sentence). */
  readonly bad?: readonly { readonly spec: Json; readonly says: RegExp }[];
  /** Specs that are valid and not complete, and the field to fill. */
  readonly missing?: readonly { readonly spec: JsonObject; readonly field: string }[];
  /** Two spellings of one spec: equal keys. */
  readonly sameKey?: readonly (readonly [JsonObject, JsonObject])[];
  /** What the screen knows of it at once. */
  readonly card?: KindCard;
  /** For type inference. */
  readonly of?: Spec;
}

const context = (locale: "en" | "ru"): WordsContext => ({
  locale,
  nameOf: () => "counts",
  summaryOf: () => ({ type: "table", shape: [10, 2], columns: [{ name: "gene", type: "text" }] }),
});

export function describeKind<Spec extends JsonObject>(given: Kind<Spec>, cases: KindCases<Spec>): void {
  const kind: Kind = given;
  describe(`the kind ${kind.kind} keeps the contract`, () => {
    const specs = [kind.empty, ...cases.examples].map((spec) => ({ written: spec, title: JSON.stringify(spec).slice(0, 120) }));
    const parsed = (spec: JsonObject): JsonObject => kind.schema.parse(spec);

    test("its ports have names, the first is out", () => {
      expect(kind.outputs[0]?.name).toBe("out");
      expect(new Set(kind.outputs.map((port) => port.name)).size).toBe(kind.outputs.length);
      for (const { title } of [...kind.outputs, ...kind.inputs]) expect(title).not.toBe("");
      expect(kind.title).not.toBe("");
    });

    test("its example is a notebook with a cell of it", () => {
      const found = parseNotebookFile(kind.example, kindOf, { fileAt: (path) => aFile(path) as unknown as FileRef });
      if (!found.ok) throw new Error(JSON.stringify(found.error));
      expect(found.value.cells.map((cell) => cell.kind)).toContain(kind.kind);
    });

    test("its fields of text, lists and inputs are fields of the spec", () => {
      const fields = Object.keys(parsed(kind.empty));
      for (const field of [...kind.textFields, ...kind.listFields, ...kind.inputs.map((port) => port.field)])
        expect(fields).toContain(field);
    });

    test("the empty spec is what the schema's defaults give, so that defaults never enter a key", () => {
      expect(parsed(kind.empty)).toEqual(kind.empty);
      expect(parsed({})).toEqual(kind.empty);
      expect(keySpec(kind, kind.empty)).toEqual({});
    });

    test("engines, needs and how well it reproduces can be told of the empty spec", () => {
      expect(identityOf(kind, parsed(kind.empty)).engines).toEqual([...kind.engines].sort());
    });

    test("unknown fields are refused", () => {
      expect(kind.schema.safeParse({ ...kind.empty, noSuchField: 1 }).success).toBe(false);
    });

    test("every field of its JSON Schema, however deep, has a title and a description", () => {
      const schema = z.toJSONSchema(kind.schema, { io: "input", unrepresentable: "any" }) as JsonObject;
      expect(schema["type"]).toBe("object");
      expect(bareFields(schema)).toEqual([]);
    });

    test("a default that its JSON Schema states is what a field that is left out becomes, and is whole", () => {
      z.toJSONSchema(kind.schema, {
        io: "input",
        unrepresentable: "any",
        override: ({ zodSchema, jsonSchema }) => {
          if (!(zodSchema instanceof z.ZodDefault)) return;
          expect(zodSchema.parse(undefined)).toEqual(jsonSchema.default);
          expect(zodSchema.parse(jsonSchema.default)).toEqual(jsonSchema.default);
        },
      });
    });

    test("migrations lead from the first shape to the present one", () => {
      expect(kind.migrations?.length ?? 0).toBe(kind.specVersion - 1);
    });

    describe.each(specs)("$title", ({ written }) => {
      test("is valid, is JSON, and parsing it again changes nothing", () => {
        const spec = parsed(written);
        expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
        expect(parsed(spec)).toEqual(spec);
      });
      test("without what equals a default, however deep, it is the same spec with the same key", () => {
        const spec = parsed(written);
        const short = withoutDefaults(kind.schema, spec) as JsonObject;
        expect(parsed(short)).toEqual(spec);
        expect(withoutDefaults(kind.schema, short)).toEqual(short);
        expect(keySpec(kind, parsed(short))).toEqual(keySpec(kind, spec));
      });
      test("says what it does in English and Russian", () => {
        const said = (["en", "ru"] as const).map((locale) => kind.words(parsed(written), context(locale)));
        for (const words of said) {
          expect(words.trim()).not.toBe("");
          expect(words).not.toMatch(/undefined|null|\[object|\{\w+\}/);
          // A setting that is empty yet leaves no gap in the sentence.
          expect(words).not.toMatch(/ {2}| [,;.]|\s$|^\s/);
          expect(words).not.toMatch(new RegExp(`^${kind.kind}\\.[\\w-]+$`));
        }
      });
      test("its shape, where it has several, has a word in English and Russian", () => {
        for (const locale of ["en", "ru"] as const) {
          const shape = kind.shape?.(parsed(written), locale) ?? "a";
          expect(shape).not.toMatch(/^$|undefined|^[\w-]+\.[\w-]+$/);
        }
      });
      test("suggests a legal name", () => {
        const name = kind.suggestName(parsed(written), context("en"));
        if (name !== "") expect(toCellName(name)).not.toBe("");
      });
      test("names a field of its own as missing, or none", () => {
        const missing = kind.missing(parsed(written));
        if (missing !== null) expect(Object.keys(parsed(written))).toContain(missing.split(".")[0]);
      });
      test("its key is the same however its fields are ordered, and holds no cell's id and no file's place", () => {
        const spec = parsed(written);
        const turned = Object.fromEntries(Object.entries(spec).reverse());
        const slots = Object.fromEntries(inputSlots(kind, spec).map((slot) => [slot.name, "0".repeat(64) as Digest]));
        expect(resultKey(kind, turned, slots)).toBe(resultKey(kind, spec, slots));
        const keyed = canonicalJson(keySpec(kind, spec));
        for (const { ref } of refsInSpec(spec)) expect(keyed).not.toContain(ref.ref);
        expect(keyed).not.toMatch(/"(?:path|dataset)":/);
      });
      test("a rename of what it refers to changes no key", () => {
        const renamed = JSON.parse(JSON.stringify(parsed(written)).replaceAll('"cell_', '"cell_renamed_')) as JsonObject;
        expect(keySpec(kind, renamed)).toEqual(keySpec(kind, parsed(written)));
      });
    });

    const { card } = cases;
    if (card) {
      const said = (key: string) =>
        (["en", "ru"] as const).map((locale) => messageIfAny(`${card.words.area}.${key}`, {}, locale));
      const fields = Object.keys(parsed(kind.empty));

      test("its card says of its shape what the kind says", () => {
        for (const field of ["kind", "place", "mode", "inputs", "outputs", "textFields", "listFields"] as const)
          expect(card[field], field).toEqual(kind[field]);
      });
      test("its card names it, its tasks and what they are also called, in both languages", () => {
        for (const key of ["title", ...card.entries.flatMap(({ id }) => [id, `${id}-line`, `${id}-words`])])
          for (const words of said(key)) expect(words ?? "", key).not.toBe("");
      });
      test("its card asks for each field that is missing, in both languages", () => {
        const missing = [...specs.map(({ written }) => written), ...(cases.missing ?? []).map(({ spec }) => spec)]
          .map((spec) => kind.missing(parsed(spec)))
          .filter((field) => field !== null);
        for (const field of missing) for (const words of said(`needs-${field}`)) expect(words ?? "", field).not.toBe("");
      });
      test("the fields that its card speaks of are fields of the spec, and its tasks begin with such fields", () => {
        const spoken = [card.heading, ...Object.values(card.control ?? {}), ...Object.values(card.files ?? {})];
        for (const field of spoken) if (field !== undefined) expect(fields).toContain(field);
        for (const entry of card.entries)
          for (const field of Object.keys(entry.spec?.(null, () => "s1") ?? {})) expect(fields).toContain(field);
      });
      test("tasks of its variants are offered when its card says so, and say what they are in both languages", () => {
        expect(kind.variantEntries !== undefined || kind.variantTitles !== undefined).toBe(card.more === true);
        for (const entry of kind.variantEntries ?? [])
          for (const locale of ["en", "ru"] as const)
            for (const words of Object.values(entry.words?.(locale) ?? { title: "" })) expect(words, entry.id).not.toBe("");
      });
      test("what a task begins with is a spec of its own, and so is what keeps rows", () => {
        const begun = [...card.entries, ...(kind.variantEntries ?? [])].flatMap((entry) => entry.spec?.(null, () => "s1") ?? []);
        expect(kind.keepRows !== undefined).toBe(card.keepsRows === true);
        expect(kind.asking !== undefined).toBe(card.asks !== undefined);
        expect(kind.withSelection !== undefined).toBe(card.holdsSelections === true);
        const kept = kind.keepRows?.(aCell() as unknown as CellRef, { column: "a", is: ">", value: 1 }, "s1");
        for (const spec of kept ? [...begun, kept] : begun)
          expect(kind.schema.safeParse(spec).error, JSON.stringify(spec)).toBeUndefined();
      });
    }
    if (cases.bad?.length) {
      test.each(cases.bad)("refuses $spec", ({ spec, says }) => {
        const result = kind.schema.safeParse(spec);
        expect(result.success).toBe(false);
        if (!result.success) expect(z.prettifyError(result.error)).toMatch(says);
      });
    }
    if (cases.missing?.length) {
      test.each(cases.missing)("$spec still needs $field", ({ spec, field }) => {
        expect(kind.missing(parsed(spec))).toBe(field);
      });
    }
    if (cases.sameKey?.length) {
      test.each(cases.sameKey)("%j and %j have one key", (a, b) => {
        expect(keySpec(kind, parsed(a))).toEqual(keySpec(kind, parsed(b)));
      });
    }
  });
}

/** A reference as specs hold it. */
export const aCell = (name = "counts", port?: string): JsonObject => ({
  ref: `cell_${name}` as CellId,
  ...(port === undefined ? {} : { port }),
});

/** A file as specs hold it. */
export const aFile = (name = "counts.csv"): JsonObject => ({ digest: "ab".repeat(32), name, size: 12, path: `data/${name}` });
