// Values of a bigWig by place: each stretch of one value is a row, of whatever kind of section it stands in (bedGraph,
// variableStep, fixedStep). Starts count from 0, as its sections write them.

import { tableOf } from "../../artifacts/table.ts";
import type { PlacesReader } from "../../contract/format.ts";
import { NumberPool } from "../parts/alignments/number-pool.ts";
import { alongBbi } from "../parts/bbi/along.ts";
import { openBbi } from "../parts/bbi/open.ts";
import { words } from "../parts/bbi/words.ts";

export const places: PlacesReader = {
  region: async ({ artifact, bytes, place, most, signal }) => {
    const name = artifact.part ?? artifact.file.name;
    const file = await openBbi(bytes.file, name, signal);
    const id = file.contigs.find((contig) => contig.name === place.contig)?.id ?? -1;
    const starts = new NumberPool();
    const ends = new NumberPool();
    const values: number[] = [];
    let found = 0;
    for await (const { view: section } of file.sections(id, place.start, place.end)) {
      for (const { start, end, value } of valuesIn(section, id, file.isLittle, name)) {
        if (start >= place.end || end <= place.start) continue;
        found++;
        if (found > most) continue;
        starts.add(start);
        ends.add(end);
        values.push(value);
      }
    }
    const rows = values.length;
    const of = artifact.build === null ? {} : { build: artifact.build };
    const table = tableOf(
      {
        name: "chromosome",
        type: "text",
        semantic: "chromosome",
        ...of,
        codes: new Int32Array(rows),
        dictionary: [place.contig],
        valid: null,
      },
      starts.column("start", { semantic: "start", origin: 0 }),
      ends.column("end", { semantic: "end" }),
      { name: "value", type: "float64", semantic: "number", values: Float64Array.from(values), valid: null },
    );
    return { out: found > most ? null : table, found };
  },
  along: alongBbi({ stretches: valuesIn, areGapsZero: false }),
};

interface ValueOfPlace {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** Bytes of an item by the kind of section: bedGraph, variableStep, fixedStep. */
const itemSizes = [0, 12, 8, 4];

function* valuesIn(section: DataView, id: number, isLittle: boolean, name: string): Generator<ValueOfPlace> {
  const broken = (): never => words.fail("broken", { name, what: { ...words.sentence("what-section", { byte: 0 }) } });
  if (section.byteLength < 24) broken();
  const u32 = (at: number): number => section.getUint32(at, isLittle);
  const kind = section.getUint8(20);
  const count = section.getUint16(22, isLittle);
  const size = itemSizes[kind] ?? 0;
  if (size === 0 || 24 + count * size > section.byteLength) broken();
  if (u32(0) !== id) return;
  const [first, step, span] = [u32(4), u32(12), u32(16)];
  for (let nth = 0; nth < count; nth++) {
    const at = 24 + nth * size;
    const value = section.getFloat32(at + size - 4, isLittle);
    if (kind === 1) yield { start: u32(at), end: u32(at + 4), value };
    else if (kind === 2) yield { start: u32(at), end: u32(at) + span, value };
    else yield { start: first + nth * step, end: first + nth * step + span, value };
  }
}
