// How reads lie along a sequence, estimated from the index alone: how many bytes of the file lie between its marks, one each 16,384
// bases (SAM specification 1.6, section 5.1.3; so goleft's indexcov, Pedersen et al. 2017). No read is looked at.

import type { Along, ReadAlong } from "../../contract/format.ts";
import { readBamHeader } from "../parts/alignments/bam-header.ts";
import type { VirtualOffset } from "../parts/bgzf/blocks.ts";
import { type Marks, readPlacesIndex } from "../parts/bgzf/places-index.ts";
import type { ByteSource } from "../../base/byte-source.ts";
import { words } from "./words.ts";

export const estimated: ReadAlong = async ({ artifact, bytes, place, bins, signal }) => {
  const name = artifact.part ?? artifact.file.name;
  if (bytes.index === null || artifact.index === null) return words.fail("estimate-no-index", { name });
  const { contigs } = await readBamHeader(bytes.file, name, signal);
  const sequence = contigs.findIndex((contig) => contig.name === place.contig);
  const length = contigs[sequence]?.length ?? place.end;
  const index = await readPlacesIndex(bytes.index, artifact.index);
  const marks = index.marks(sequence);
  return densities(marks, marks ? await shareOfBlock(bytes.file, marks) : 1, { ...place, length, bins });
};

/** Blocks hold 65,280 bytes unpacked at most (section 4.1): by so much the place within a block is less in the file. */
async function shareOfBlock(file: ByteSource, { places }: Marks): Promise<number> {
  const at = Math.floor((places[0] ?? 0) / 65536);
  const head = await file.read(at, Math.min(file.size, at + 18));
  if (head.length < 18) return 1;
  return (new DataView(head.buffer, head.byteOffset).getUint16(16, true) + 1) / 65_280;
}

interface Wanted {
  readonly start: number;
  readonly end: number;
  /** Of the sequence. */
  readonly length: number;
  /** At most. */
  readonly bins: number;
}

/** Bytes between two marks lie evenly between them: where several windows share a mark it is not known in which they lie. */
export function densities(marks: Marks | null, share: number, { start, end, length, bins }: Wanted): Along {
  const { places, sums } = marks ? pointsOf(marks, share, length) : { places: [0], sums: [0] };
  // Nearer than its marks an index tells nothing.
  const apart = Math.ceil(((places.at(-1) as number) - (places[0] as number)) / Math.max(1, places.length - 1));
  const bin = Math.max(marks?.window ?? 1, apart, Math.ceil((end - start) / bins));
  const mean = new Float64Array(Math.max(1, Math.ceil((end - start) / bin)));
  const all = (sums.at(-1) as number) - (sums[0] as number);
  if (all <= 0) return { bin, mean, min: null, max: null };
  let at = 0;
  const bytesBefore = (base: number): number => {
    while (at + 1 < places.length && (places[at + 1] as number) <= base) at++;
    const [from, to] = [places[at] as number, places[at + 1]];
    const sum = sums[at] as number;
    return base <= from || to === undefined ? sum : sum + (((sums[at + 1] as number) - sum) * (base - from)) / (to - from);
  };
  let before = bytesBefore(start);
  for (let nth = 0; nth < mean.length; nth++) {
    const to = Math.min(end, start + (nth + 1) * bin);
    const after = bytesBefore(to);
    mean[nth] = ((after - before) * length) / (Math.max(1, to - start - nth * bin) * all);
    before = after;
  }
  return { bin, mean, min: null, max: null };
}

/** Bases, and how many bytes of the file stand before what begins there. */
function pointsOf(marks: Marks, share: number, length: number): { readonly places: number[]; readonly sums: number[] } {
  const inFile = (at: VirtualOffset): number => Math.floor(at / 65536) + (at % 65536) * share;
  const places: number[] = [];
  const sums: number[] = [];
  for (let nth = 0; nth < marks.windows.length; nth++) {
    const from = (marks.windows[nth] as number) * marks.window;
    const bytes = inFile(marks.places[nth] as number);
    if (bytes <= (sums.at(-1) ?? -1) || from >= length) continue;
    places.push(from);
    sums.push(bytes);
  }
  places.push(Math.max(Math.min(length, marks.last), (places.at(-1) ?? 0) + 1));
  sums.push(Math.max(inFile(marks.end), sums.at(-1) ?? 0));
  return { places, sums };
}
