// How deep a document may nest, at the door and in what is stored. What Yjs itself reads is the reference for the walk
// over the bytes.

import { decoding, encoding } from "lib0";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { depthOfJson } from "@genomecraft/cells/base/json.ts";
import { tooDeepText } from "@genomecraft/cells/notebook/spec-value.ts";
import { readableRows, refuseNested, withoutDeepTypes, withoutDeepValues } from "./nesting.ts";
import { NestedTooDeep, readStructs, type UpdateStruct } from "./update-structs.ts";

const structsOf = (update: Uint8Array): UpdateStruct[] => {
  const structs: UpdateStruct[] = [];
  readStructs(update, (struct) => structs.push(struct));
  return structs;
};
const madeBy = (work: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  work(doc);
  return Y.encodeStateAsUpdate(doc);
};
const isRefused = (update: Uint8Array, doc = new Y.Doc()): boolean => {
  try {
    refuseNested(update, doc);
    return false;
  } catch (error) {
    if (error instanceof NestedTooDeep) return true;
    throw error;
  }
};
const lists = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value, level] : { a: level, value };
  return value;
};
/** An update that sets one key of a map to lists in lists, written byte by byte: no stack is deep enough to make it. */
const handmade = (levels: number, client = 7): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of [1, 1, client, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 8 | 32);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, "cells");
    encoding.writeVarString(encoder, "x");
    encoding.writeVarUint(encoder, 1);
    for (let level = 0; level < levels; level++) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1));
    encoding.writeUint8(encoder, 126);
    encoding.writeVarUint(encoder, 0);
  });
/** Maps in a map of the document, in one update. */
const handmadeTypes = (levels: number): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of [1, levels, 5, 0]) encoding.writeVarUint(encoder, number);
    for (let level = 0; level < levels; level++) {
      encoding.writeUint8(encoder, 7 | 32);
      encoding.writeVarUint(encoder, level === 0 ? 1 : 0);
      if (level === 0) encoding.writeVarString(encoder, "cells");
      else for (const number of [5, level - 1]) encoding.writeVarUint(encoder, number);
      encoding.writeVarString(encoder, "x");
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeVarUint(encoder, 0);
  });
/** The same by Yjs, one update a level. */
const chain = (levels: number, client: number): { readonly doc: Y.Doc; readonly updates: Uint8Array[] } => {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  let map = doc.getMap<unknown>("cells");
  for (let level = 0; level < levels; level++) {
    const next = new Y.Map<unknown>();
    map.set("x", next);
    map = next;
  }
  return { doc, updates };
};

describe("the structs of an update", () => {
  test("are those that Yjs reads", () => {
    const value = fc
      .anything({ maxDepth: 4, withNullPrototype: false })
      .filter((each) => typeof each !== "symbol" && typeof each !== "function");
    const act = fc.tuple(
      fc.constantFrom("text", "map", "type", "delete", "embed", "format", "bytes", "doc", "xml", "array"),
      fc.nat(20),
      value,
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const doc = new Y.Doc();
        for (const [what, at, given] of acts) {
          const text = doc.getText("t");
          const map = doc.getMap<unknown>("m");
          const place = Math.min(at, text.length);
          if (what === "text") text.insert(place, `é😀${at}`);
          else if (what === "map") map.set(`k${at}`, given === undefined ? null : JSON.parse(JSON.stringify(given) ?? "null"));
          else if (what === "type") map.set(`k${at}`, new Y.Map([["inner", new Y.Array()]]));
          else if (what === "delete") text.delete(0, Math.min(2, text.length));
          else if (what === "embed") text.insertEmbed(place, { at, deep: [[{}]] });
          else if (what === "format") text.format(0, text.length, { bold: { at: [at] } });
          else if (what === "bytes") map.set("bytes", Uint8Array.of(at, 2));
          else if (what === "doc") map.set("doc", new Y.Doc());
          else if (what === "xml") doc.getXmlFragment("x").insert(0, [new Y.XmlElement("p"), new Y.XmlText("x")]);
          else doc.getArray("a").insert(0, [at, 1.5, true, null, "s", [at]]);
        }
        const update = Y.encodeStateAsUpdate(doc);
        const read = structsOf(update);
        const expected = Y.decodeUpdate(update).structs;
        expect(read.map(({ client, clock, length }) => [client, clock, length])).toEqual(
          expected.map(({ id, length }) => [id.client, id.clock, length]),
        );
        read.forEach((struct, index) => {
          const item = expected[index];
          if (!(item instanceof Y.Item)) return;
          expect(struct.isType).toBe(item.content instanceof Y.ContentType);
          expect(struct.left).toEqual(item.origin && { client: item.origin.client, clock: item.origin.clock });
          expect(struct.right).toEqual(item.rightOrigin && { client: item.rightOrigin.client, clock: item.rightOrigin.clock });
          const parent: unknown = item.parent;
          expect(struct.parent).toEqual(
            parent instanceof Y.ID ? { client: parent.client, clock: parent.clock } : typeof parent === "string" ? "root" : null,
          );
          for (const { start, end, as } of struct.values) {
            if (as !== "any") continue;
            const decoder = decoding.createDecoder(update);
            decoder.pos = start;
            decoding.readAny(decoder);
            expect(decoder.pos).toBe(end);
          }
        });
        expect(withoutDeepValues(update)).toBe(update);
        expect(isRefused(update)).toBe(false);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
  test("bytes that are none are refused", () => {
    for (const bytes of [
      [1, 1, 7],
      [1, 1, 7, 0, 40, 1, 1, 97, 1, 98, 1, 200],
      [1, 200, 1, 7, 0, 31],
      [1, 1, 7, 0, 8, 1, 1, 97, 255, 255, 255, 255, 15],
    ])
      expect(() => structsOf(Uint8Array.from(bytes))).toThrow();
  });
  test("depth of JSON text", () => {
    expect(["1", "[]", '{"a":[1,{"b":"]]{{"}]}', '"[[["', '["\\"[[",[]]'].map(depthOfJson)).toEqual([0, 1, 3, 0, 2]);
  });
});

describe("at the door", () => {
  test.each([
    ["a value of a map", (doc: Y.Doc, levels: number) => doc.getMap("m").set("x", lists(levels))],
    ["an item of a list", (doc: Y.Doc, levels: number) => doc.getArray("a").insert(0, [1, lists(levels), 2])],
    ["something put into a text", (doc: Y.Doc, levels: number) => doc.getText("t").insertEmbed(0, lists(levels) as object)],
    ["a format of a text", (doc: Y.Doc, levels: number) => doc.getText("t").insert(0, "x", { bold: lists(levels) })],
    [
      "settings of a document in it",
      (doc: Y.Doc, levels: number) => doc.getMap("m").set("d", new Y.Doc({ meta: lists(levels - 1) })),
    ],
    ["shared types", (doc: Y.Doc, levels: number) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(chain(levels, 5).doc))],
    [
      "shared types beside others",
      (doc: Y.Doc, levels: number) => {
        let list = doc.getArray<unknown>("a");
        for (let level = 0; level < levels; level++) {
          const next = new Y.Array<unknown>();
          list.insert(0, [1, 2]);
          list.insert(1, [next]);
          list = next;
        }
      },
    ],
  ])("64 levels pass and 65 do not: %s", (_title, make) => {
    expect(isRefused(madeBy((doc) => void make(doc, 64)))).toBe(false);
    expect(isRefused(madeBy((doc) => void make(doc, 65)))).toBe(true);
  });
  test("types that come one by one are counted in the document", () => {
    const { updates } = chain(65, 5);
    const doc = new Y.Doc();
    for (const update of updates.slice(0, 64)) {
      refuseNested(update, doc);
      Y.applyUpdate(doc, update);
    }
    expect(isRefused(updates[64] as Uint8Array, doc)).toBe(true);
    // A neighbour of the innermost one, which names no parent.
    const copy = new Y.Doc();
    for (const update of updates.slice(0, 64)) Y.applyUpdate(copy, update);
    const before = Y.encodeStateVector(copy);
    let map = copy.getMap<unknown>("cells");
    for (let level = 0; level < 64; level++) map = map.get("x") as Y.Map<unknown>;
    map.set("plain", 1);
    map.set("plain", new Y.Map());
    expect(isRefused(Y.encodeStateAsUpdate(copy, before), doc)).toBe(true);
  });
  test("types that come in reverse, each before what it stands in, are counted when that comes", () => {
    const { updates } = chain(100, 5);
    const doc = new Y.Doc();
    const refused = [...updates].reverse().filter((update) => {
      if (isRefused(update, doc)) return true;
      Y.applyUpdate(doc, update);
      return false;
    });
    expect(refused.length).toBeGreaterThan(0);
    expect(isRefused(Y.encodeStateAsUpdate(doc))).toBe(false);
  });
  test("ids that go in a circle end", () => {
    const circle = encoding.encode((encoder) => {
      for (const number of [1, 2, 7, 0]) encoding.writeVarUint(encoder, number);
      for (const other of [1, 0]) {
        encoding.writeUint8(encoder, 7);
        for (const number of [0, 7, other, 1]) encoding.writeVarUint(encoder, number);
      }
      encoding.writeVarUint(encoder, 0);
    });
    expect(isRefused(circle)).toBe(false);
  });
  test("however deep, it is refused within the time that its bytes take", () => {
    const within = (milliseconds: number, update: Uint8Array): boolean => {
      const began = performance.now();
      const refused = isRefused(update);
      expect(performance.now() - began).toBeLessThan(milliseconds);
      return refused;
    };
    for (const levels of [65, 6_000, 500_000]) expect(within(5_000, handmade(levels))).toBe(true);
    expect(within(5_000, handmadeTypes(50_000))).toBe(true);
    // Types beside each other behind a long text: nobody may walk back over it for each.
    const beside = madeBy((doc) => {
      doc.getArray("a").insert(
        0,
        Array.from({ length: 40_000 }, (_, at) => (at % 2 === 0 ? at : new Y.Map())),
      );
    });
    expect(within(5_000, beside)).toBe(false);
  });
});

describe("what is stored", () => {
  test("a value that nests too deep gives way to a sentence, whatever its place; all else stays", async () => {
    for (const levels of [65, 6_000, 200_000]) {
      const { doc, rows, wasCut } = await readableRows([
        madeBy((made) => made.getMap("cells").set("y", [[1]])),
        handmade(levels),
      ]);
      expect(wasCut).toBe(true);
      expect(doc.getMap("cells").toJSON()).toEqual({ x: tooDeepText, y: [[1]] });
      const again = new Y.Doc();
      for (const row of rows) Y.applyUpdate(again, row);
      expect(again.getMap("cells").toJSON()).toEqual({ x: tooDeepText, y: [[1]] });
    }
    const update = madeBy((doc) => {
      doc.getText("t").insert(0, "x", { bold: lists(70) });
      doc.getText("t").insertEmbed(1, lists(70) as object);
      doc.getArray("a").push([1, lists(65), "between", lists(64), lists(90), 2]);
      doc.getMap("m").set("d", new Y.Doc({ guid: "inner", meta: lists(70) }));
    });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, withoutDeepValues(update));
    expect(doc.getArray("a").toJSON()).toEqual([1, tooDeepText, "between", lists(64), tooDeepText, 2]);
    expect(doc.getText("t").toDelta()).toEqual([{ insert: "x", attributes: { bold: tooDeepText } }, { insert: tooDeepText }]);
    expect((doc.getMap("m").get("d") as Y.Doc).guid).toBe("inner");
  });
  test("shared types that nest too deep give way to a sentence", async () => {
    const { doc, rows } = await readableRows([madeBy((made) => made.getMap("cells").set("y", 1)), handmadeTypes(10_000)]);
    let value: unknown = doc.getMap("cells");
    for (let level = 0; level < 65; level++) value = (value as Y.Map<unknown>).get("x");
    expect(value).toBe(tooDeepText);
    expect(doc.getMap("cells").get("y")).toBe(1);
    // Work goes on on top of it, and the outermost can be replaced.
    doc.getMap("cells").set("x", 2);
    const again = new Y.Doc();
    Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
    expect(again.getMap("cells").toJSON()).toEqual({ x: 2, y: 1 });
    expect(isRefused(rows[0] as Uint8Array)).toBe(false);
  });
  test("also when the outermost was deleted", async () => {
    // The delete set of an update that deletes the outermost alone: one client, one range.
    const deleting = encoding.encode((encoder) => {
      for (const number of [0, 1, 5, 1, 0, 1]) encoding.writeVarUint(encoder, number);
    });
    const mended = await readableRows([handmadeTypes(10_000), deleting]);
    expect(mended.doc.getMap("cells").size).toBe(0);
    expect(withoutDeepTypes(mended.rows[0] as Uint8Array)).toBe(mended.rows[0]);
  });
});
