// Lines of a wiggle file: declarations, which say where the values below them stand, and values.

import { PlaceRows } from "../parts/intervals/place-rows.ts";
import { words } from "./words.ts";

interface Declared {
  readonly kind: "fixed" | "variable";
  readonly chromosome: string;
  readonly step: number;
  readonly span: number;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export class WiggleRows extends PlaceRows {
  private declared: Declared | null = null;
  private next = 1;

  override add(bytes: Uint8Array, start: number, end: number, line: number): void {
    const text = decoder.decode(bytes.subarray(start, Math.min(end, start + 10_000))).trim();
    if (/^(?:fixed|variable)step\s/i.test(text)) {
      this.declare(text, line);
      return;
    }
    const { declared } = this;
    if (!declared) return words.fail("no-declaration", { line });
    const [first = "", second] = text.split(/\s+/);
    const isFixed = declared.kind === "fixed";
    if ((second === undefined) !== isFixed)
      return words.fail("other-values", { line, kind: isFixed ? "fixedStep" : "variableStep" });
    const from = isFixed ? this.next : Number(first);
    if (!Number.isInteger(from) || !/^\d+$/.test(isFixed ? "1" : first))
      return words.fail("no-position", { line, value: first.slice(0, 40) });
    this.next = from + declared.step;
    const row = encoder.encode(
      `${declared.chromosome}\t${from}\t${from + declared.span - 1}\t${isFixed ? first : (second ?? "")}`,
    );
    super.add(row, 0, row.length, line);
  }

  private declare(text: string, line: number): void {
    const found = new Map([...text.matchAll(/(\w+)=(\S+)/g)].map(([, key = "", value = ""]) => [key.toLowerCase(), value]));
    const kind = /^fixed/i.test(text) ? "fixed" : "variable";
    const numberOf = (key: string, usual: number | null): number => {
      const value = found.get(key);
      if (value === undefined && usual !== null) return usual;
      return /^[1-9]\d{0,9}$/.test(value ?? "") ? Number(value) : words.fail("declaration", { line, key, value: value ?? "" });
    };
    const chromosome = found.get("chrom") ?? words.fail("declaration", { line, key: "chrom", value: "" });
    if (kind === "fixed") this.next = numberOf("start", null);
    this.declared = { kind, chromosome, step: numberOf("step", 1), span: numberOf("span", 1) };
  }
}
