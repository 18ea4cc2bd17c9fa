// Text in blocks with an index of places (tabix: VCF, BED, GFF, GTF): a file that stays one where that is wanted. Records of a
// place are its lines, read by the reader of the format below the file's own header, as if the file held nothing else.

import type { Artifact, IndexedFile, Table } from "../../artifacts/artifact.ts";
import { buildOfContigs } from "../../artifacts/builds.ts";
import { integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { ByteSource } from "../../base/byte-source.ts";
import { joined } from "../../base/joined-bytes.ts";
import type { FileContent, Issue, Place, PlacesReader, PlacesTask, ReadTask } from "../../contract/format.ts";
import { unpacked } from "../../formats/parts/bgzf/blocks.ts";
import { indexIn, partIn } from "../../formats/parts/bgzf/parts-of-set.ts";
import { type PlacesIndex, readPlacesIndex, type TextColumns } from "../../formats/parts/bgzf/places-index.ts";
import { words as blockWords } from "../../formats/parts/bgzf/words.ts";
import { withSemantics } from "../../formats/parts/meanings/semantic-type.ts";
import { eachLine } from "../../formats/parts/sequences/each-line.ts";
import { words } from "./words.ts";

/** Beyond this a file with an index stays one, unless rows are asked for. */
export const stayingFrom = 64 * 2 ** 20;
/** Characters of a header that are kept: its first million. */
const keptHeader = 1 << 20;
const largestHeader = 1 << 26;
/** Lines of one place: larger ones are refused before they are taken apart. */
const largestPlace = 1 << 28;
const tab = 9;

/** Null: it has no index beside it, or it is not of text. */
export async function tabixedFile(task: ReadTask, format: string): Promise<FileContent | null> {
  const file = partIn(task, /\.b?gz$/i);
  const found = indexIn(task, file);
  if (!found) return null;
  const index = await readPlacesIndex(found.source, found.name);
  if (!index.text) return null;
  const header = await headerOf(file.source, file.name, index.text);
  const text = new TextDecoder().decode(header);
  const contigs = index.text.names.map((name) => ({ name, length: lengthSaid(text, name) }));
  const build = buildOfContigs(contigs);
  const artifact: IndexedFile = {
    type: "file",
    format,
    // A look at a file that nobody has hashed keeps nothing.
    file: { digest: task.digest ?? "", name: task.name, size: task.source.size },
    part: file.part,
    index: found.name,
    header: text.slice(0, keptHeader),
    contigs: contigsTable(contigs, index, build),
    samples: samplesIn(text, format),
    build,
    facts: { kind: index.kind },
  };
  const issue: Issue = {
    rule: "stays-file",
    severity: "note",
    line: null,
    field: null,
    message: words.sentence("stays-file", { name: file.name }),
    fix: { path: ["indexed"], value: "rows" },
  };
  return {
    content: { shape: "whole", artifact },
    header: null,
    issues: [issue],
    said: [],
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
}

/** ##contig=<ID=1,length=249250621> of VCF, ##sequence-region 1 1 249250621 of GFF3. */
function lengthSaid(header: string, name: string): number | null {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const found =
    new RegExp(`^##contig=<(?:[^\\n]*,)?ID=${plain}(?:,[^\\n]*)?,length=(\\d+)`, "m").exec(header)?.[1] ??
    new RegExp(`^##sequence-region\\s+${plain}\\s+\\d+\\s+(\\d+)`, "m").exec(header)?.[1];
  return found === undefined ? null : Number(found);
}

function samplesIn(header: string, format: string): readonly string[] {
  if (format !== "vcf") return [];
  const names = /^#CHROM\t[^\n]*/m.exec(header)?.[0].trimEnd().split("\t") ?? [];
  return names.slice(9);
}

function contigsTable(
  contigs: readonly { readonly name: string; readonly length: number | null }[],
  index: PlacesIndex,
  build: string | null,
): Table {
  const counts = contigs.map((_, at) => index.counts(at)?.mapped ?? null);
  return tableOf(
    textColumn(
      "contig",
      contigs.map(({ name }) => name),
      { semantic: "chromosome", ...(build === null ? {} : { build }) },
    ),
    integerColumn(
      "length",
      contigs.map(({ length }) => length),
      { semantic: "count" },
    ),
    ...(counts.some((count) => count !== null) ? [integerColumn("records", counts, { semantic: "count" })] : []),
  );
}

/** Lines of comment at the beginning, and those that the index says to pass over. */
async function headerOf(source: ByteSource, name: string, { comment, skip }: TextColumns): Promise<Uint8Array> {
  const lines: Uint8Array[] = [];
  let size = 0;
  await eachLine(unpacked(source, { name }), (bytes, start, end, line) => {
    if (line > skip && bytes[start] !== comment.charCodeAt(0)) return true;
    const copy = new Uint8Array(end - start + 1);
    copy.set(bytes.subarray(start, end));
    copy[copy.length - 1] = 10;
    lines.push(copy);
    size += copy.length;
    return size > largestHeader;
  });
  return joined(lines, size);
}

/** `read`: by the reader of the format, of bytes that are such a file. */
export const placesOfText = (read: (bytes: Uint8Array, name: string) => Promise<Artifact>): PlacesReader => ({
  region: async (task) => {
    const { artifact, bytes, place, most, signal } = task;
    const name = artifact.part ?? artifact.file.name;
    const { lines, size, found } = await linesOf(task, place, most, name, signal);
    if (found > most) return { out: null, found };
    // Their readers make nothing of a header alone, as a load of such a file is refused.
    if (found === 0) words.fail("nothing-there", { name, contig: place.contig, start: place.start + 1, end: place.end });
    const header = await headerOf(bytes.file, name, (await indexOf(task)).text);
    const plain = name.replace(/^.*\//, "").replace(/\.b?gz$/i, "");
    const out = await read(joined([header, ...lines], header.length + size), plain);
    return { out: out.type === "table" ? withSemantics(out) : out, found };
  },
});

async function indexOf({ artifact, bytes }: PlacesTask): Promise<PlacesIndex & { readonly text: TextColumns }> {
  const name = artifact.index ?? "";
  const index = bytes.index ? await readPlacesIndex(bytes.index, name) : null;
  return index?.text ? { ...index, text: index.text } : blockWords.fail("index-unknown", { index: name });
}

async function linesOf(task: PlacesTask, place: Place, most: number, name: string, signal: AbortSignal | undefined) {
  const index = await indexOf(task);
  const { text } = index;
  const lines: Uint8Array[] = [];
  let size = 0;
  let found = 0;
  const sequence = text.names.indexOf(place.contig);
  const contig = new TextEncoder().encode(place.contig);
  let isOver = false;
  for (const { from, to } of index.chunks(sequence, place.start, place.end)) {
    if (isOver) break;
    if (to / 65536 > task.bytes.file.size)
      blockWords.fail("index-of-other", { index: task.artifact.index, name, what: { ...blockWords.sentence("what-beyond") } });
    const pieces = unpacked(task.bytes.file, { name, from, to, signal, inflate: task.bytes.inflate });
    await eachLine(
      pieces,
      (bytes, start, end) => {
        if (start === end || bytes[start] === text.comment.charCodeAt(0)) return false;
        const of = placeOfLine(bytes, start, end, text, contig);
        if (of === null) return false;
        if (of.start >= place.end) {
          isOver = true;
          return true;
        }
        if (Math.max(of.end, of.start + 1) <= place.start) return false;
        found++;
        if (found > most) return false;
        const line = new Uint8Array(end - start + 1);
        line.set(bytes.subarray(start, end));
        line[line.length - 1] = 10;
        lines.push(line);
        size += line.length;
        if (size > largestPlace) words.fail("place-too-large", { name, mb: largestPlace >> 20 });
        return false;
      },
      signal,
    );
  }
  return { lines, size, found };
}

/** [start, end) from 0 of a line of this sequence; null: it is of another, or holds no place. */
function placeOfLine(
  bytes: Uint8Array,
  start: number,
  end: number,
  { format, zeroBased, sequence, begin, end: endColumn }: TextColumns,
  contig: Uint8Array,
): { readonly start: number; readonly end: number } | null {
  const field = (number: number): { readonly from: number; readonly to: number } | null => {
    let from = start;
    for (let at = 1; at < number; at++) {
      const next = bytes.indexOf(tab, from);
      if (next < 0 || next >= end) return null;
      from = next + 1;
    }
    const next = bytes.indexOf(tab, from);
    return { from, to: next < 0 || next > end ? end : next };
  };
  const named = field(sequence);
  if (!named || named.to - named.from !== contig.length) return null;
  for (let at = 0; at < contig.length; at++) if (bytes[named.from + at] !== contig[at]) return null;
  const first = numberIn(bytes, field(begin));
  if (first === null) return null;
  const from = first - (zeroBased ? 0 : 1);
  if (format === "vcf") {
    const reference = field(4);
    const length = reference ? reference.to - reference.from : 1;
    return { start: from, end: Math.max(from + length, endInInfo(bytes, field(8)) ?? 0) };
  }
  const last = endColumn > 0 && endColumn !== begin ? numberIn(bytes, field(endColumn)) : null;
  return { start: from, end: last ?? from + 1 };
}

function numberIn(bytes: Uint8Array, of: { readonly from: number; readonly to: number } | null): number | null {
  if (!of || of.from === of.to) return null;
  let value = 0;
  for (let at = of.from; at < of.to; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** END= of a VCF's INFO: the last base of a structural variant or of a block. */
function endInInfo(bytes: Uint8Array, of: { readonly from: number; readonly to: number } | null): number | null {
  if (!of) return null;
  const found = /(?:^|;)END=(\d+)/.exec(String.fromCharCode(...bytes.subarray(of.from, Math.min(of.to, of.from + 4096))));
  return found ? Number(found[1]) : null;
}
