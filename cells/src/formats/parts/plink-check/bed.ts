// A .bed held to its rules, piece by piece: its beginning, its size, and genotypes that PLINK takes for missing because a chromosome has
// one copy. Codes of two bits, the first sample in the lowest: 00, 10 and 11 are genotypes, 01 is none.

import { elsewhere, onX } from "./sites.ts";
import type { Say } from "./say.ts";

export interface Sides {
  /** Of each site: on X, on Y, elsewhere. */
  readonly sites: Uint8Array;
  /** Of each sample: 1 man, 2 woman, 0 unknown. */
  readonly samples: Uint8Array;
}

const headLength = 3;
const [missing, heterozygous] = [1, 2];

export async function checkBed(chunks: AsyncIterable<Uint8Array>, { sites, samples }: Sides, say: Say): Promise<void> {
  let offset = 0;
  const rowBytes = Math.ceil(samples.length / 4);
  let isBySite = true;
  let row = 0;
  let filled = 0;
  const current = new Uint8Array(rowBytes);
  for await (const chunk of chunks) {
    let at = 0;
    while (at < chunk.length) {
      if (offset < headLength) {
        const isWrong = !isMagic(chunk[at] as number, offset);
        if (isWrong) return say("plink-bed-magic", { byte: offset }, null, hex(chunk[at] as number));
        if (offset === 2 && chunk[at] === 0) {
          isBySite = false;
          say("plink-bed-by-sample", { byte: 2 }, null, "00");
        }
        offset++;
        at++;
        continue;
      }
      if (!isBySite || rowBytes === 0 || row >= sites.length) {
        offset += chunk.length - at;
        break;
      }
      const taken = Math.min(rowBytes - filled, chunk.length - at);
      current.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      offset += taken;
      if (filled < rowBytes) continue;
      checkRow(current, offset - rowBytes, sites[row] as number, samples, { say, row });
      row++;
      filled = 0;
    }
  }
  if (offset < headLength) return say("plink-bed-magic", { byte: offset }, null, "");
  const [rows, width] = isBySite ? [sites.length, samples.length] : [samples.length, sites.length];
  const expected = headLength + rows * Math.ceil(width / 4);
  if (offset !== expected)
    say("plink-bed-size", { byte: Math.min(offset, expected) }, null, String(offset), {
      expected,
      sites: sites.length,
      samples: samples.length,
    });
}

const isMagic = (byte: number, at: number): boolean => (at === 0 ? byte === 0x6c : at === 1 ? byte === 0x1b : byte <= 1);
const hex = (byte: number): string => byte.toString(16).padStart(2, "0");

function checkRow(
  bytes: Uint8Array,
  start: number,
  place: number,
  samples: Uint8Array,
  { say, row }: { readonly say: Say; readonly row: number },
): void {
  const spare = bytes.length * 4 - samples.length;
  const last = bytes[bytes.length - 1] as number;
  if (spare > 0 && last >> ((4 - spare) * 2) !== 0)
    say("plink-bed-padding", { byte: start + bytes.length - 1 }, siteOf(row), hex(last));
  if (isEmpty(bytes, samples.length)) say("plink-site-empty", { byte: start }, siteOf(row), "");
  if (place === elsewhere) return;
  for (let sample = 0; sample < samples.length; sample++) {
    const code = ((bytes[sample >> 2] as number) >> ((sample & 3) << 1)) & 3;
    const at = { byte: start + (sample >> 2) };
    if (code === heterozygous && samples[sample] === 1)
      say("plink-haploid-two", at, siteOf(row), `${place === onX ? "X" : "Y"}, sample ${sample + 1}`);
    else if (place !== onX && code !== missing && samples[sample] === 2)
      say("plink-y-of-women", at, siteOf(row), `sample ${sample + 1}`);
  }
}

const siteOf = (row: number): string => `site ${row + 1}`;

function isEmpty(bytes: Uint8Array, samples: number): boolean {
  const whole = samples >> 2;
  for (let at = 0; at < whole; at++) if (bytes[at] !== 0x55) return false;
  for (let sample = whole * 4; sample < samples; sample++)
    if ((((bytes[sample >> 2] as number) >> ((sample & 3) << 1)) & 3) !== missing) return false;
  return true;
}
