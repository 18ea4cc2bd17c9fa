// Apache Arrow: the IPC file (Feather version 2) and the IPC stream, columnar format 1.0 and later (Columnar.rst, "Serialization
// and interprocess communication"; Message.fbs).

import { defineFormat } from "../../contract/format.ts";
import { letters, startsWith } from "../parts/file-head.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../parts/words.ts";

export const arrow = defineFormat({
  name: "arrow",
  version: 1,
  endings: [".arrow", ".feather", ".arrows", ".ipc"],
  isText: false,
  isStreamed: false,
  yields: ["table", "assay"],
  settings: [],
  memoryPerByte: 4,
  words,
  sniff: ({ bytes, parts }) =>
    parts !== null
      ? null
      : letters(bytes, "ARROW1")
        ? { confidence: 1, why: loadWords.key("why-signature") }
        : isStream(bytes)
          ? { confidence: 1, why: words.key("why-stream") }
          : null,
});

/** A stream has no signature of its own: its first message is the schema, whose table says so (Message.fbs, header_type 1). */
function isStream(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, 0xff, 0xff, 0xff, 0xff) || bytes.length < 40) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getInt32(4, true);
  if (length < 16 || length > 1 << 28 || length % 8 !== 0) return false;
  const root = 8 + view.getUint32(8, true);
  if (root + 4 > bytes.length) return false;
  const table = root - view.getInt32(root, true);
  if (table < 8 || table + 8 > bytes.length || view.getUint16(table, true) < 8) return false;
  const headerType = view.getUint16(table + 6, true);
  return headerType > 0 && view.getUint8(root + headerType) === 1;
}
