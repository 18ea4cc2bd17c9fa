// The lines of a .ped held to their rules, byte by byte: a line has two alleles for each of perhaps a million sites.

import type { CheckTask } from "../../../contract/format.ts";
import { eachLineOfBytes } from "../check/each-line.ts";
import type { CheckedSamples } from "./samples.ts";
import type { Say } from "./say.ts";
import { elsewhere, onX } from "./sites.ts";

const ofSample = 6;
const decoder = new TextDecoder();
const [zero, hash] = [48, 35];
const isBlank = (byte: number): boolean => byte === 32 || byte === 9;

interface Task {
  readonly lines: Pick<CheckTask, "open" | "signal" | "progress" | "fraction">;
  /** Of each: on X, on Y, elsewhere. */
  readonly sites: Uint8Array;
  readonly samples: CheckedSamples;
  readonly say: Say;
}

export async function checkPed({ lines, sites, samples, say }: Task): Promise<void> {
  const alleles = allelesOf(sites.length);
  const expected = ofSample + sites.length * 2;
  const seePair = (site: number, one: number, other: number, line: number, sex: string): void => {
    const tell = (rule: Parameters<Say>[0]): void =>
      say(rule, { line }, `site ${site + 1}`, `${alleles.textOf(one)} ${alleles.textOf(other)}`);
    if ((one === zero) !== (other === zero)) tell("plink-ped-half");
    const isKnown = [alleles.put(site, one), alleles.put(site, other)].every(Boolean);
    if (!isKnown) tell("plink-ped-alleles");
    const place = sites[site] as number;
    if (place === elsewhere || one === zero || other === zero) return;
    if (one !== other && sex === "1") tell("plink-haploid-two");
    if (place !== onX && sex === "2") tell("plink-y-of-women");
  };
  await eachLineOfBytes(lines, (bytes, line) => {
    const fields: string[] = [];
    let count = 0;
    let one = 0;
    let at = 0;
    for (;;) {
      while (at < bytes.length && isBlank(bytes[at] as number)) at++;
      if (at >= bytes.length) break;
      const start = at;
      while (at < bytes.length && !isBlank(bytes[at] as number)) at++;
      if (count === 0 && bytes[start] === hash) return;
      if (count < ofSample) fields.push(decoder.decode(bytes.subarray(start, at)));
      else if (count < expected) {
        const code = alleles.codeOf(bytes, start, at);
        if ((count - ofSample) % 2 === 0) one = code;
        else seePair((count - ofSample) >> 1, one, code, line, fields[4] ?? "");
      }
      count++;
    }
    if (count === 0) return;
    samples.see(fields, line);
    if (count !== expected) say("plink-ped-fields", { line }, "line", String(count), { expected, sites: sites.length });
  });
  samples.end();
}

/** Alleles as numbers: that of their letter, or of their place among the longer ones; of each site two are kept. */
function allelesOf(sites: number) {
  const longer = new Map<string, number>();
  const kept = [new Int32Array(sites), new Int32Array(sites)] as const;
  return {
    codeOf(bytes: Uint8Array, start: number, end: number): number {
      if (end - start === 1) return bytes[start] as number;
      const text = decoder.decode(bytes.subarray(start, end));
      const code = longer.get(text) ?? 256 + longer.size;
      longer.set(text, code);
      return code;
    },
    textOf: (code: number): string =>
      code < 256 ? String.fromCharCode(code) : ([...longer].find(([, own]) => own === code)?.[0] ?? ""),
    /** False: it is the third of the site. */
    put(site: number, code: number): boolean {
      if (code === zero) return true;
      for (const known of kept) {
        if (known[site] === code) return true;
        if (known[site] === 0) {
          known[site] = code;
          return true;
        }
      }
      return false;
    },
  };
}
