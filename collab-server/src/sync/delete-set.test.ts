// Which deletions Yjs is given, in which parts, and which are too many.

import { encoding } from "lib0";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { partsOf } from "./delete-set.ts";
import { DocumentFull, mostRecordsAtOnce } from "./document-size.ts";

type Ranges = readonly (readonly [clock: number, length: number])[];

/** An update of deletions alone. */
const deleting = (clients: readonly (readonly [client: number, ranges: Ranges])[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, clients.length);
    for (const [client, ranges] of clients) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
const deletes = (update: Uint8Array): unknown =>
  [...Y.decodeUpdate(update).ds.clients].map(([client, ranges]) => [client, ranges.map(({ clock, len }) => [clock, len])]);
const documentOf = (client: number, fill: (doc: Y.Doc) => void): Y.Doc => {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.transact(() => fill(doc));
  return doc;
};
const applied = (base: Y.Doc, updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};
const every = (count: number, step: number, from = 0): Ranges =>
  Array.from({ length: count }, (_, index) => [from + index * step, 1] as const);

describe("deletions are counted before Yjs sees them, and given to it in parts (L-5)", () => {
  const text = documentOf(1, (doc) => doc.getText("t").insert(0, "abcdefgh"));

  test("what is deleted already is left out; what stands in disorder or twice is put in order", () => {
    text.getText("t").delete(2, 2);
    const parts = partsOf(
      deleting([
        [
          1,
          [
            [6, 1],
            [1, 4],
            [2, 1],
            [0, 1],
          ],
        ],
      ]),
      text,
    );
    expect(parts.map(deletes)).toEqual([
      [
        [
          1,
          [
            [0, 2],
            [4, 1],
            [6, 1],
          ],
        ],
      ],
    ]);
    expect(applied(text, parts).getText("t").toString()).toBe("fh");
    expect(partsOf(Y.encodeStateAsUpdate(text), text).map(deletes)).toEqual([[]]);
  });

  test("parts together do what the whole would have done, whatever it deletes", () => {
    const base = documentOf(1, (doc) => {
      doc.getText("t").insert(0, "x".repeat(3_000));
      for (let index = 0; index < 6_000; index++) doc.getMap("m").set(String(index), index);
      doc.getArray("a").insert(0, [new Y.Map([["in", new Y.Text("side")]])]);
    });
    const other = applied(base, []);
    other.clientID = 2;
    const made: Uint8Array[] = [];
    other.on("update", (update: Uint8Array) => made.push(update));
    other.transact(() => {
      for (let at = 2_999; at > 0; at -= 3) other.getText("t").delete(at, 1);
      other.getText("t").insert(5, "new words");
      for (const key of [...other.getMap("m").keys()]) other.getMap("m").delete(key);
      other.getArray("a").delete(0, 1);
    });
    const parts = partsOf(made[0] as Uint8Array, base);
    expect(parts.length).toBeGreaterThan(4);
    const after = applied(base, parts);
    expect(after.getText("t").toString()).toBe(other.getText("t").toString());
    expect([after.getMap("m").toJSON(), after.getArray("a").toJSON()]).toEqual([{}, []]);
    expect(Y.encodeStateAsUpdate(after).length).toBe(Y.encodeStateAsUpdate(applied(base, made)).length);
  });

  test("all of a long life of a document passes: 100,000 ranges that it knows are nothing to do", () => {
    const long = documentOf(1, (doc) => {
      doc.getText("t").insert(0, "y".repeat(200_000));
    });
    Y.applyUpdate(long, deleting([[1, every(100_000, 2)]]));
    const parts = partsOf(Y.encodeStateAsUpdate(long), long);
    expect(parts.map(deletes)).toEqual([[]]);
  });

  test("2,000 ranges of structs that nobody has may wait, and what waits in a document has an end", () => {
    expect(partsOf(deleting([[9, every(2_000, 2)]]), text)).toHaveLength(1);
    expect(() => partsOf(deleting([[9, every(2_001, 2)]]), text)).toThrow(DocumentFull);
    const later = (from: number): Uint8Array => deleting([[9, every(2_000, 300, from)]]);
    const doc = applied(text, []);
    let taken = 0;
    expect(() => {
      for (; ; taken++) for (const part of partsOf(later(taken * 1_000_000), doc)) Y.applyUpdate(doc, part);
    }).toThrow(DocumentFull);
    expect(taken).toBeLessThan(20);
    // What was stored opens.
    expect(partsOf(deleting([[9, every(2_001, 2)]]), text, true)).toHaveLength(1);
  });

  test("where much waits already, what need not wait is taken, and so is what waits, from everybody who comes back", () => {
    const full = applied(text, [deleting([[9, every(24_000, 300)]])]);
    const waiting = full.store.pendingDs?.length ?? 0;
    expect(waiting).toBeGreaterThan(64 * 1024);
    const own = documentOf(5, (doc) => {
      doc.getText("t").insert(0, "own words");
      doc.getText("t").delete(0, 4);
    });
    const parts = partsOf(Y.encodeStateAsUpdate(own), full);
    expect(parts.map(deletes)).toEqual([[[5, [[0, 4]]]]]);
    const after = applied(full, parts);
    expect(after.getText("t").toString()).toContain("words");
    // All that a page knows, what waits with it.
    expect(partsOf(Y.encodeStateAsUpdate(after), full)).toHaveLength(1);
    expect(partsOf(Y.encodeStateAsUpdate(full), full).map(deletes)).toEqual([[]]);
    expect(() => partsOf(deleting([[9, [[5, 1]]]]), full)).toThrow(DocumentFull);
    // Its own structs wait, for the first of their client or for what they stand behind.
    const late = documentOf(6, (doc) => doc.getText("t").insert(0, "a"));
    const first = Y.encodeStateVector(late);
    late.getText("t").insert(1, "b");
    late.getText("t").delete(1, 1);
    expect(() => partsOf(Y.encodeStateAsUpdate(late, first), full)).toThrow(DocumentFull);
    const behind = applied(late, []);
    behind.clientID = 7;
    const known = Y.encodeStateVector(behind);
    behind.getText("t").insert(1, "c");
    behind.getText("t").delete(1, 1);
    const added = Y.mergeUpdates([Y.diffUpdate(Y.encodeStateAsUpdate(behind), known), deleting([[7, [[0, 1]]]])]);
    expect(() => partsOf(added, full)).toThrow(DocumentFull);
    expect(partsOf(added, text)).toHaveLength(1);
  });

  test("a message holds 220,000 ranges and clients, however empty, and 20,000 ranges of what it brings itself", () => {
    expect(partsOf(deleting([[1, every(220_000 - 1, 0).map(() => [0, 0] as const)]]), text)).toHaveLength(1);
    expect(() => partsOf(deleting([[1, every(220_000, 0)]]), text)).toThrow(DocumentFull);
    expect(() => partsOf(deleting(every(220_001, 1).map(([client]) => [client, []] as const)), text)).toThrow(DocumentFull);
    const own = documentOf(5, (doc) => doc.getText("t").insert(0, "z".repeat(50_000)));
    const whole = Y.encodeStateAsUpdate(own);
    const withDeletes = (count: number): Uint8Array => Y.mergeUpdates([whole, deleting([[5, every(count, 2)]])]);
    expect(partsOf(withDeletes(mostRecordsAtOnce), text).length).toBeGreaterThan(1);
    expect(() => partsOf(withDeletes(mostRecordsAtOnce + 1), text)).toThrow(DocumentFull);
  });

  test("deletions that cut a document into more than twice the records of a full one are refused, whole ones are not", () => {
    const doc = documentOf(1, (made) => made.getText("t").insert(0, "x".repeat(600_000)));
    Y.applyUpdate(doc, deleting([[1, every(199_000, 2)]]));
    const more = (count: number): Uint8Array => deleting([[1, every(count, 2, 400_000)]]);
    expect(() => partsOf(more(2_000), doc)).toThrow(DocumentFull);
    expect(partsOf(more(30), doc)).toHaveLength(1);
    // Each cut here would move all that stands behind it: few in a part, and not many in a message.
    const front = documentOf(1, (made) => made.getText("t").insert(0, "x".repeat(300_000)));
    Y.applyUpdate(front, deleting([[1, every(99_000, 2, 100_000)]]));
    expect(partsOf(deleting([[1, every(2_000, 2)]]), front).length).toBeGreaterThan(400);
    expect(() => partsOf(deleting([[1, every(3_000, 2)]]), front)).toThrow(DocumentFull);
    expect(partsOf(deleting([[1, [[0, 600_000]]]]), doc).length).toBeGreaterThan(1);
  });

  test("what is cut off, or ends beyond all clocks, is no update", () => {
    const whole = deleting([
      [
        1,
        [
          [0, 1],
          [3, 2],
        ],
      ],
    ]);
    for (let length = 0; length < whole.length; length++) expect(() => partsOf(whole.slice(0, length), text)).toThrow();
    expect(() => partsOf(deleting([[1, [[Number.MAX_SAFE_INTEGER, 5]]]]), text)).toThrow(TypeError);
  });
});
