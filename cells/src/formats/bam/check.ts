// Holds a BAM to the rules of SAM (parts/sam-check) by way of its records, and its sequences to those of its header (SAM v1 §4.2). A
// finding in a record tells its offset in the unpacked file.

import type { CheckTask } from "../../contract/format.ts";
import { bamFields } from "../parts/alignments/bam-fields.ts";
import { readBamHeader } from "../parts/alignments/bam-header.ts";
import { walkRecords } from "../parts/alignments/bam-records.ts";
import { unpacked } from "../parts/bgzf/blocks.ts";
import { partIn } from "../parts/bgzf/parts-of-set.ts";
import { headerLines } from "../parts/sam-check/check-header.ts";
import { samRecords } from "../parts/sam-check/check-record.ts";
import { newSamHeader } from "../parts/sam-check/sam-header.ts";
import { sayer } from "../parts/sam-check/say.ts";

export { rules } from "../parts/sam-check/rules.ts";

export async function check(task: CheckTask): Promise<void> {
  const say = sayer(task);
  const { source, name } = partIn(task, /\.bam$/i);
  const { text, contigs, length } = await readBamHeader(source, name, task.signal, task.inflate);
  const header = newSamHeader();
  const lines = headerLines(header, say);
  for (const [at, line] of text.split("\n").entries()) if (line !== "") lines.see(line.replace(/\r$/, ""), { line: at + 1 });
  lines.end();
  for (const [nth, contig] of contigs.entries()) {
    const said = header.references.get(contig.name);
    // A header without @SQ leaves them to the list of the BAM.
    if (header.references.size > 0 && (said?.order !== nth || said.length !== contig.length))
      say("sam-bam-sequences", { line: null }, "@SQ", `${contig.name} ${contig.length}`);
  }
  const names = contigs.map((contig) => contig.name);
  const records = samRecords(header, say);
  let offset = length;
  const { signal, inflate } = task;
  await walkRecords(behind(unpacked(source, { name, signal, inflate }), length), contigs.length, name, (found, at, end) => {
    records.see(bamFields(found, at, end, names), { line: null, byte: offset });
    offset += end - at + 4;
    return true;
  });
}

/** Without its first bytes. */
async function* behind(pieces: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const piece of pieces) {
    const from = Math.min(left, piece.length);
    left -= from;
    if (from < piece.length) yield piece.subarray(from);
  }
}
