// Rows of a bigBed by place. What stands behind chromosome, start and end is text with tabs; its columns are called as the
// file says (autoSql), else as BED calls them. Starts count from 0.

import type { Column } from "../../artifacts/artifact.ts";
import { tableOf } from "../../artifacts/table.ts";
import type { PlacesReader } from "../../contract/format.ts";
import { NumberPool } from "../parts/alignments/number-pool.ts";
import { alongBbi } from "../parts/bbi/along.ts";
import { openBbi } from "../parts/bbi/open.ts";
import { words } from "../parts/bbi/words.ts";
import { fieldColumn, namesInAutoSql } from "./columns.ts";

export const places: PlacesReader = {
  region: async ({ artifact, bytes, place, most, signal }) => {
    const name = artifact.part ?? artifact.file.name;
    const file = await openBbi(bytes.file, name, signal);
    const id = file.contigs.find((contig) => contig.name === place.contig)?.id ?? -1;
    const starts = new NumberPool();
    const ends = new NumberPool();
    const rests: (readonly string[])[] = [];
    let found = 0;
    for await (const { view: section } of file.sections(id, place.start, place.end)) {
      for (const { start, end, rest } of rowsIn(section, id, file.isLittle, name)) {
        // An insertion takes no base: it lies at its place.
        if (start >= place.end || Math.max(end, start + 1) <= place.start) continue;
        found++;
        if (found > most) continue;
        starts.add(start);
        ends.add(end);
        rests.push(rest === "" ? [] : rest.split("\t"));
      }
    }
    const of = artifact.build === null ? {} : { build: artifact.build };
    const rows = rests.length;
    const width = rests.reduce((widest, fields) => Math.max(widest, fields.length), 0);
    const names = namesInAutoSql(file.autoSql, width);
    const others = Array.from(
      { length: width },
      (_, at): Column =>
        fieldColumn(
          names[at] as string,
          rests.map((fields) => fields[at] ?? null),
        ),
    );
    const chromosome: Column = {
      name: "chromosome",
      type: "text",
      semantic: "chromosome",
      ...of,
      codes: new Int32Array(rows),
      dictionary: [place.contig],
      valid: null,
    };
    const table = tableOf(
      chromosome,
      starts.column("start", { semantic: "start", origin: 0 }),
      ends.column("end", { semantic: "end" }),
      ...others,
    );
    return { out: found > most ? null : table, found };
  },
  along: alongBbi({ stretches: rowsIn, areGapsZero: true }),
};

/** Of one sequence. */
function* rowsIn(section: DataView, id: number, isLittle: boolean, name: string) {
  const decoder = new TextDecoder();
  const bytes = new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
  for (let at = 0; at + 13 <= bytes.length; ) {
    const zero = bytes.indexOf(0, at + 12);
    if (zero < 0) words.fail("broken", { name, what: { ...words.sentence("what-section", { byte: 0 }) } });
    if (section.getUint32(at, isLittle) === id)
      yield {
        start: section.getUint32(at + 4, isLittle),
        end: section.getUint32(at + 8, isLittle),
        // How many lie on each other is what is summed up.
        value: 1,
        rest: decoder.decode(bytes.subarray(at + 12, zero)),
      };
    at = zero + 1;
  }
}
