import { expect, test } from "vitest";
import * as Y from "yjs";
import { underNewId } from "./under-new-id.ts";

test("a document under a new client id says the same, deleted things too, and fits what others have", () => {
  const colleague = new Y.Doc();
  colleague.clientID = 1;
  colleague.getText("t").insert(0, "hers");
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(colleague));
  mine.clientID = 7;
  mine.getText("t").insert(2, "[mine]");
  mine.getText("t").delete(1, 2);
  const map = new Y.Map<unknown>();
  mine.getMap("cells").set("cell_a", map);
  map.set("list", new Y.Map());
  map.set("n", 1);
  map.set("n", { deep: [1, 2] });
  (map.get("list") as Y.Map<unknown>).set("s1", "x");
  mine.getArray("a").insert(0, [1, 2, 3]);
  mine.getArray("a").delete(1, 1);
  const said = (doc: Y.Doc): unknown => [doc.getText("t").toString(), doc.getMap("cells").toJSON(), doc.getArray("a").toJSON()];
  const state = underNewId(Y.encodeStateAsUpdate(mine), 7, 9);
  // Somebody else's words under the old id are there already.
  const there = new Y.Doc();
  Y.applyUpdate(there, Y.encodeStateAsUpdate(colleague));
  const other = new Y.Doc();
  other.clientID = 7;
  other.getArray("theirs").insert(0, ["under 7"]);
  Y.applyUpdate(there, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(there, state);
  expect(said(there)).toEqual(said(mine));
  expect(there.store.pendingStructs).toBeNull();
  expect(there.getArray("theirs").toJSON()).toEqual(["under 7"]);
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, state);
  expect(said(fresh)).toEqual(said(mine));
  expect([...Y.decodeStateVector(Y.encodeStateVector(fresh)).keys()].sort()).toEqual([1, 9]);
});
