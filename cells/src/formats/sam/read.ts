// SAM line by line into the columns of alignments (parts/alignments/records-table.ts), on bytes: texts are made at the end.

import type { FileContent, Issue, Read } from "../../contract/format.ts";
import { buildOf, samHeader, type SamHeader } from "../parts/alignments/sam-header.ts";
import { withoutZeroBytes } from "../parts/delimited/zero-byte.ts";
import { RecordRows } from "../parts/alignments/records-table.ts";
import { eachLine } from "../parts/sequences/each-line.ts";
import { words } from "./words.ts";

/** Text beyond which a table of it takes too much memory. */
const mostBytes = 1 << 29;
const tab = 9;
const star = 42;

export const read: Read = async (task): Promise<FileContent> => {
  const { name, signal, bytesWanted } = task;
  const reader = new Reader(name);
  let read = 0;
  const whole = await eachLine(
    withoutZeroBytes(() => task.open()),
    (bytes, start, end, line) => {
      reader.line(bytes, start, end, line);
      read += end - start + 1;
      if (read > mostBytes) words.fail("too-large", { name, mb: mostBytes >> 20 });
      if (line % 4096 === 0) {
        reader.rows.expected.note(reader.rows.rows, task.fraction());
        task.progress?.(task.fraction());
      }
      // A header of millions of contigs is longer than a look, and says nothing of the records.
      return read >= bytesWanted && reader.hasRecords;
    },
    signal,
  );
  const { header, rows, firstLine, names } = reader.ended();
  if (rows.rows === 0) words.fail("no-records", { name, contigs: header.contigs.length });
  return {
    content: { shape: "whole", artifact: rows.table(names, buildOf(header)) },
    header: null,
    issues: reader.issues(),
    said: [],
    turnedIntoDates: [],
    lineOf: (row) => firstLine + row,
    whole,
  };
};

class Reader {
  private number = 0;
  readonly rows = new RecordRows();
  private readonly headerLines: string[] = [];
  private header: SamHeader | null = null;
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];
  private firstLine = 1;
  private strange = { count: 0, line: 0, contig: "" };
  private late = 0;
  private readonly decoder = new TextDecoder();
  private readonly tabs = new Int32Array(4096);
  private readonly name: string;
  constructor(name: string) {
    this.name = name;
  }

  line(bytes: Uint8Array, start: number, end: number, number: number): void {
    this.number = number;
    if (start === end) return;
    if (bytes[start] === 64 && (this.header === null || isHeaderLine(bytes, start))) {
      if (this.header === null) this.headerLines.push(this.decoder.decode(bytes.subarray(start, end)));
      else if (this.late === 0) this.late = this.number;
      return;
    }
    if (this.header === null) this.endHeader();
    this.record(bytes, start, end);
  }

  get hasRecords(): boolean {
    return this.rows.rows > 0;
  }

  ended() {
    if (this.header === null) this.endHeader();
    return { header: this.header as SamHeader, rows: this.rows, firstLine: this.firstLine, names: this.names };
  }

  issues(): readonly Issue[] {
    const issues: Issue[] = [];
    const { count, line, contig } = this.strange;
    const warn = (
      rule: "not-in-header" | "header-among",
      at: number,
      params: { readonly [name: string]: string | number },
    ): void =>
      void issues.push({
        rule,
        severity: "warning",
        line: at,
        field: null,
        message: words.sentence(rule, { line: at, ...params }),
      });
    if (count > 0) warn("not-in-header", line, { contig, n: count });
    if (this.late > 0) warn("header-among", this.late, {});
    return issues;
  }

  private endHeader(): void {
    this.header = samHeader(this.headerLines.join("\n"));
    for (const { name } of this.header.contigs) if (!this.numbers.has(name)) this.numbers.set(name, this.names.push(name) - 1);
    this.firstLine = this.number;
  }

  private record(bytes: Uint8Array, start: number, end: number): void {
    const { rows, tabs } = this;
    let fields = 0;
    tabs[0] = start - 1;
    for (let at = start; at < end && fields < 11; at++) if (bytes[at] === tab) tabs[++fields] = at;
    if (fields < 11) tabs[++fields] = end;
    if (fields < 11) words.fail("fields", { name: this.name, line: this.number, found: fields });
    const from = (field: number): number => (tabs[field] as number) + 1;
    const to = (field: number): number => tabs[field + 1] as number;
    const isStar = (field: number): boolean => to(field) - from(field) === 1 && bytes[from(field)] === star;
    const int = (field: number, called: string, most: number): number => this.int(bytes, from(field), to(field), called, most);
    rows.rows++;
    text(rows.qname, bytes, from(0), to(0), isStar(0));
    rows.flag.add(int(1, "FLAG", 65_535));
    const contig = isStar(2) ? -1 : this.contig(bytes, from(2), to(2));
    rows.rname.add(contig);
    position(rows.pos, int(3, "POS", 2 ** 31 - 1));
    rows.mapq.add(int(4, "MAPQ", 255));
    text(rows.cigar, bytes, from(5), to(5), isStar(5));
    const isSame = to(6) - from(6) === 1 && bytes[from(6)] === 61;
    rows.rnext.add(isStar(6) ? -1 : isSame ? contig : this.contig(bytes, from(6), to(6)));
    position(rows.pnext, int(7, "PNEXT", 2 ** 31 - 1));
    rows.tlen.add(int(8, "TLEN", 2 ** 31 - 1));
    text(rows.seq, bytes, from(9), to(9), isStar(9));
    text(rows.qual, bytes, from(10), to(10), isStar(10) && !(to(9) - from(9) === 1 && !isStar(9)));
    this.tags(bytes, to(10) + 1, end);
  }

  private tags(bytes: Uint8Array, start: number, end: number): void {
    const { rows } = this;
    let hasNm = false;
    let hasMd = false;
    let hasRg = false;
    let others = 0;
    for (let at = start; at < end; ) {
      const found = bytes.indexOf(tab, at);
      const next = found < 0 || found > end ? end : found;
      const isNamed = (first: number, second: number, type: number): boolean =>
        bytes[at] === first && bytes[at + 1] === second && bytes[at + 2] === 58 && bytes[at + 3] === type && bytes[at + 4] === 58;
      if (!hasNm && isNamed(78, 77, 105)) {
        rows.nm.add(this.int(bytes, at + 5, next, "NM", 2 ** 31 - 1));
        hasNm = true;
      } else if (!hasMd && isNamed(77, 68, 90)) {
        rows.md.add(bytes, at + 5, next);
        hasMd = true;
      } else if (!hasRg && isNamed(82, 71, 90)) {
        rows.rg.add(bytes, at + 5, next);
        hasRg = true;
      } else {
        rows.others.add(bytes, others++ > 0 ? at - 1 : at, next);
      }
      at = next + 1;
    }
    if (!hasNm) rows.nm.addMissing();
    rows.md.endRow(!hasMd);
    rows.rg.endRow(!hasRg);
    rows.others.endRow(others === 0);
  }

  private contig(bytes: Uint8Array, start: number, end: number): number {
    const name = this.decoder.decode(bytes.subarray(start, end));
    const known = this.numbers.get(name);
    const isListed = (this.header?.contigs.length ?? 0) > 0;
    if (known !== undefined && (!isListed || known < (this.header?.contigs.length ?? 0))) return known;
    if (isListed && this.strange.count++ === 0) this.strange = { count: 1, line: this.number, contig: name };
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    this.numbers.set(name, number);
    return number;
  }

  private int(bytes: Uint8Array, start: number, end: number, field: string, most: number): number {
    const isNegative = bytes[start] === 45 && (field === "TLEN" || field === "NM");
    let value = 0;
    let isNumber = end > start + (isNegative ? 1 : 0) && end - start < 12;
    for (let at = start + (isNegative ? 1 : 0); isNumber && at < end; at++) {
      const digit = (bytes[at] as number) - 48;
      isNumber = digit >= 0 && digit <= 9;
      value = value * 10 + digit;
    }
    if (isNumber && value <= most) return isNegative ? -value : value;
    const found = this.decoder.decode(bytes.subarray(start, Math.min(end, start + 50)));
    const params = { name: this.name, line: this.number, field, found };
    return most < 65_536 ? words.fail("number-up-to", { ...params, most }) : words.fail("number", params);
  }
}

const isHeaderLine = (bytes: Uint8Array, start: number): boolean =>
  bytes[start + 3] === tab && isCapital(bytes[start + 1]) && isCapital(bytes[start + 2]);
const isCapital = (byte: number | undefined): boolean => byte !== undefined && byte >= 65 && byte <= 90;

function text(pool: RecordRows["qname"], bytes: Uint8Array, start: number, end: number, isMissing: boolean): void {
  if (!isMissing) pool.add(bytes, start, end);
  pool.endRow(isMissing);
}

/** 0: it has none. */
function position(pool: RecordRows["pos"], from1: number): void {
  if (from1 === 0) pool.addMissing();
  else pool.add(from1);
}
