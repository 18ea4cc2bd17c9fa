// Files of the format arrow, for its contract suite: written by the library that reads them; what pyarrow writes is in arrow.test.ts.

import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import type { FormatCases } from "../../testing/describe-format.ts";

const columns = { gene: ["Xist", "MARCH1", null], padj: [0.01, null, 1], n: Int32Array.of(3, 4, 5), ok: [true, false, null] };
const written = (format: "file" | "stream"): Uint8Array =>
  Uint8Array.from(tableToIPC(tableFromArrays(columns), { format }) as Uint8Array);

export const cases: FormatCases = {
  examples: [
    { title: "a file: texts, numbers, missing cells", bytes: () => written("file"), gives: { type: "table", shape: [3, 4] } },
    { title: "a stream", bytes: () => written("stream"), gives: { type: "table", shape: [3, 4] } },
  ],
  headerOnly: () => Uint8Array.from(tableToIPC(tableFromArrays({ gene: [] }), { format: "file" }) as Uint8Array),
  bad: [
    { title: "a file without its footer", bytes: () => written("file").slice(0, 300), reason: "format-arrow.cut", line: null },
    {
      title: "a footer that tells of nothing",
      bytes: () => {
        const bytes = written("file");
        return bytes.fill(0xff, bytes.length - 60, bytes.length - 10);
      },
      reason: "format-arrow.broken",
      line: null,
    },
  ],
};
