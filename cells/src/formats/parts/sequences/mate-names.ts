// The names of reads that are mates: "name/1" and "name/2" before Illumina 1.8, "name 1:N:0:INDEX" and "name 2:N:0:INDEX" since,
// one and the same name where nobody says the mate (the SRA), "SRR1.5.1" and "SRR1.5.2" where it does (fasterq-dump, read ids).

const slash = 47;
const blank = 32;
const tab = 9;
const point = 46;
const colon = 58;
const one = 49;

/** Of a title in [start, end): where the name that both mates share ends, and which of them it says to be; 0: it does not say. */
export interface MateName {
  end: number;
  mate: number;
}

/** Fills `into`, so that a million of reads make no million of objects. */
export function mateName(bytes: Uint8Array, start: number, end: number, into: MateName): void {
  let cut = start;
  while (cut < end && bytes[cut] !== blank && bytes[cut] !== tab) cut++;
  into.end = cut;
  into.mate = 0;
  if (cut - start > 2 && (bytes[cut - 2] === slash || isRunOfSra(bytes, start, cut)) && mateAt(bytes, cut - 1) > 0) {
    into.end = cut - 2;
    into.mate = mateAt(bytes, cut - 1);
  } else if (bytes[cut + 2] === colon && cut + 2 < end && mateAt(bytes, cut + 1) > 0) into.mate = mateAt(bytes, cut + 1);
}

const mateAt = (bytes: Uint8Array, at: number): number => {
  const mate = (bytes[at] as number) - one + 1;
  return mate === 1 || mate === 2 ? mate : 0;
};

/** SRR000001.12.1: the run, the spot, the read. */
function isRunOfSra(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[end - 2] !== point || bytes[start + 1] !== 82 || bytes[start + 2] !== 82) return false;
  return bytes.subarray(start, end - 2).indexOf(point) > 0;
}
