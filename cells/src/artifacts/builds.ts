// Reference builds: their names and aliases, and how a build is told by the names and lengths of its sequences. Lengths stand in
// build-lengths.ts. Of one genome several styles of names are in use: chr1 (UCSC), 1 (Ensembl, NCBI), NC_000001.11 (RefSeq).

import { lengthsInWords } from "./build-lengths.ts";

export type BuildName = keyof typeof lengthsInWords;
export const buildNames = Object.keys(lengthsInWords) as [BuildName, ...BuildName[]];

const lengths: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(lengthsInWords).map(([build, words]) => [
    build,
    new Map(words.split(" ").map((word) => [word.slice(0, word.indexOf(":")), Number(word.slice(word.indexOf(":") + 1))])),
  ]),
);

/** Names by which a build is written in headers, settings and columns; what follows them (".p13", "-3.0") is a patch of it. */
const aliases: { readonly [build in BuildName]: RegExp } = {
  GRCh36: /^(?:hg-?18|ncbi ?(?:build ?)?36|grch36|36)(?:[.-]|$)/i,
  GRCh37:
    /^(?:hg-?19|grch-?37|b37|hs37d5|human_g1k_v37|ncbi ?(?:build ?)?37|37|gca_000001405\.(?:[1-9]|1[0-4])$|gcf_000001405\.(?:1[3-9]|2[0-5])$)(?:[.-]|$)/i,
  GRCh38: /^(?:hg-?38|grch-?38|b38|hs38(?:dh)?|38|gca_000001405\.(?:1[5-9]|2\d)$|gcf_000001405\.(?:2[6-9]|[34]\d)$)(?:[.-]|$)/i,
  "T2T-CHM13v2.0": /^(?:hs1|chm13|t2t-?chm13)(?:[ ._-]?v?2(?:\.0)?)?(?:[.-]|$)/i,
  NCBIM37: /^(?:mm9|ncbim37|mgscv37)(?:[.-]|$)/i,
  GRCm38: /^(?:mm10|grcm-?38)(?:[.-]|$)/i,
  GRCm39: /^(?:mm39|grcm-?39)(?:[.-]|$)/i,
  "Rnor_6.0": /^(?:rn6|rnor[_ ]?6(?:\.0)?)(?:[.-]|$)/i,
  "mRatBN7.2": /^(?:rn7|mratbn7(?:\.2)?)(?:[.-]|$)/i,
  GRCz11: /^(?:danrer11|grcz11)(?:[.-]|$)/i,
  BDGP6: /^(?:dm6|bdgp6|bdgp release 6)(?:[. +-]|$)/i,
  WBcel235: /^(?:ce11|wbcel235)(?:[.-]|$)/i,
  TAIR10: /^(?:tair10|tair_?10)(?:[.-]|$)/i,
  "R64-1-1": /^(?:saccer3|r64(?:-1-1)?)(?:[.-]|$)/i,
};

/** The build that is written so: hg19, GRCh37.p13, b37 and 37 are GRCh37. Null: none that is known. */
export function buildNamed(text: string): BuildName | null {
  // The name may stand in a path or a file's name (##reference, ##genome-build NCBI GRCh37).
  const words = text.trim().split(/[\s/\\()]+/);
  for (const word of [text.trim(), ...words]) {
    const plain = word.replace(/\.(?:fa|fasta|fna|2bit)(?:\.gz)?$/i, "");
    const found = buildNames.find((name) => aliases[name].test(plain));
    // A bare number says a build where nothing else stands.
    if (found && (!/^\d+$/.test(plain) || words.length === 1)) return found;
  }
  return null;
}

/** Without "chr". */
export const plainChromosome = (name: string): string => name.replace(/^chr/i, "");

/** Ensembl, UCSC and others call the mitochondrion MT or M; its sequence in hg19 is another than in GRCh37. */
const isMitochondrion = (plain: string): boolean => /^m(?:t|ito)?$/i.test(plain);

/** Of which not everybody has two: X, Y, PLINK's XY, W and Z of birds, mitochondria; by RefSeq accession in man and mouse too. */
export function isSexOrMitochondrion(name: string): boolean {
  const plain = ofAccession(name)?.plain ?? plainChromosome(name);
  return isMitochondrion(plain) || /^(?:XY?|[YWZ]|PAR[12])$/i.test(plain) || /^NC_(?:012920|005089)\.\d+$/.test(name);
}

/** By whatever style of names. */
export const isX = (name: string): boolean => (ofAccession(name)?.plain ?? plainChromosome(name)).toUpperCase() === "X";

/**
 * Where X and Y of man are alike and both sexes have two: positions from 1 up to the first and from the second on, as PLINK's
 * --split-x has them (plink2's manual).
 */
const pseudoAutosomal: { readonly [build in BuildName]?: readonly [number, number] } = {
  GRCh36: [2_709_521, 154_584_237],
  GRCh37: [2_699_520, 154_931_044],
  GRCh38: [2_781_479, 155_701_383],
  "T2T-CHM13v2.0": [2_394_410, 153_925_834],
};

/** Of a build that is not known what is in any of them; null: of another genome. */
export function pseudoAutosomalEnds(build: string | null): readonly [number, number] | null {
  const known = build === null ? null : buildNamed(build);
  if (build !== null) return (known && pseudoAutosomal[known]) ?? null;
  const all = Object.values(pseudoAutosomal);
  return [Math.max(...all.map(([first]) => first)), Math.min(...all.map(([, second]) => second))];
}

/** How chromosomes are called. */
export type ChromosomeStyle = "chr" | "plain" | "accession";

/** Null: it is no chromosome by its name (a scaffold, a transcript). */
export function styleOfChromosome(name: string): ChromosomeStyle | null {
  if (/^chr(?:\d{1,2}|[XYZWM]|MT|Un|[IVX]{1,5}|[23][LR])(?:_|$)/i.test(name)) return "chr";
  if (/^(?:\d{1,2}|[XYZWM]|MT|[IVX]{1,5}|[23][LR])$/.test(name)) return "plain";
  return /^(?:NC_\d{6}|CM\d{6})\.\d+$/.test(name) ? "accession" : null;
}

/** The style that all names share, of those that are chromosomes; null: none is, or they differ. */
export function styleOfChromosomes(names: Iterable<string>): ChromosomeStyle | null {
  let style: ChromosomeStyle | null = null;
  for (const name of names) {
    const own = styleOfChromosome(name);
    if (own === null || own === style) continue;
    if (style !== null) return null;
    style = own;
  }
  return style;
}

/** Versions of human RefSeq sequences 1 to 24 (23 and 24: X, Y) in GRCh37; in GRCh38 each is one more. NCBI, GCF_000001405.25. */
const ofGRCh37 = [10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9];

interface Known {
  readonly build: BuildName;
  readonly plain: string;
}

/** Build and chromosome of a RefSeq accession of man or mouse; null: of none that is known. */
function ofAccession(name: string): Known | null {
  const [, digits, told] = /^NC_(\d{6})\.(\d+)$/.exec(name) ?? [];
  if (!digits || !told) return null;
  const number = Number(digits);
  const version = Number(told);
  if (number >= 1 && number <= 24) {
    const plain = number === 23 ? "X" : number === 24 ? "Y" : String(number);
    const before = ofGRCh37[number - 1] as number;
    return version === before ? { build: "GRCh37", plain } : version === before + 1 ? { build: "GRCh38", plain } : null;
  }
  if (number >= 67 && number <= 87) {
    const place = number - 66;
    const plain = place === 20 ? "X" : place === 21 ? "Y" : String(place);
    const first = place === 21 ? 7 : 6;
    return version === first ? { build: "GRCm38", plain } : version === first + 1 ? { build: "GRCm39", plain } : null;
  }
  if (number >= 60_925 && number <= 60_948) {
    const place = number - 60_924;
    return { build: "T2T-CHM13v2.0", plain: place === 23 ? "X" : place === 24 ? "Y" : String(place) };
  }
  return null;
}

/** The length of a chromosome in a build, whatever style its name has; null where it is not known. */
export function chromosomeLength(build: string, name: string): number | null {
  const known = lengths.get(build);
  if (!known) return null;
  const accession = ofAccession(name);
  if (accession) return accession.build === build ? (known.get(accession.plain) ?? null) : null;
  const plain = plainChromosome(name);
  if (isMitochondrion(plain)) return Math.max(...["M", "MT"].map((one) => known.get(one) ?? 0)) || null;
  return known.get(plain) ?? null;
}

/** Chromosomes of a build, without "chr", in its order, with their lengths; null: it is none that is known. */
export const chromosomesOf = (build: string): ReadonlyMap<string, number> | null => lengths.get(build) ?? null;

/** The build whose sequences have these names and lengths; null: none that is known, or they disagree. */
export function buildOfContigs(contigs: readonly { readonly name: string; readonly length: number | null }[]): BuildName | null {
  const fits = buildNames.filter((build) => {
    const known = lengths.get(build) as ReadonlyMap<string, number>;
    const told = contigs.filter(({ name, length }) => {
      const plain = ofAccession(name)?.plain ?? plainChromosome(name);
      return length !== null && known.has(plain) && !isMitochondrion(plain);
    });
    return (
      told.length > 0 && told.every(({ name, length }) => known.get(ofAccession(name)?.plain ?? plainChromosome(name)) === length)
    );
  });
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** The build that accessions of RefSeq name; null: they are none, or of several. */
export function buildOfAccessions(names: Iterable<string>): BuildName | null {
  let build: BuildName | null = null;
  for (const name of names) {
    const own = ofAccession(name)?.build ?? null;
    if (own === null || (build !== null && own !== build)) return null;
    build = own;
  }
  return build;
}
