// Reference builds by the names and lengths of their sequences. Lengths: NCBI assembly reports of the builds.

/** Of each build the lengths of some chromosomes, by which it is told; chr1 alone tells most apart. */
const lengths: { readonly [build: string]: { readonly [chromosome: string]: number } } = {
  GRCh36: { "1": 247_249_719, "2": 242_951_149, X: 154_913_754 },
  GRCh37: { "1": 249_250_621, "2": 243_199_373, X: 155_270_560 },
  GRCh38: { "1": 248_956_422, "2": 242_193_529, X: 156_040_895 },
  "T2T-CHM13": { "1": 248_387_328, "2": 242_696_752, X: 154_259_566 },
  GRCm38: { "1": 195_471_971, "2": 182_113_224, X: 171_031_299 },
  GRCm39: { "1": 195_154_279, "2": 181_755_017, X: 169_476_592 },
};

/** Without "chr". */
export const plainChromosome = (name: string): string => name.replace(/^chr/i, "");

/** The build whose sequences have these names and lengths; null: none that is known, or they disagree. */
export function buildOfContigs(contigs: readonly { readonly name: string; readonly length: number | null }[]): string | null {
  const fits = Object.entries(lengths).filter(([, known]) => {
    const told = contigs.filter(({ name, length }) => length !== null && Object.hasOwn(known, plainChromosome(name)));
    return told.length > 0 && told.every(({ name, length }) => known[plainChromosome(name)] === length);
  });
  return fits.length === 1 ? (fits[0]?.[0] ?? null) : null;
}

/** Other names of builds, as files and programs write them. */
const alsoCalled: { readonly [name: string]: string } = {
  hg18: "GRCh36",
  hg19: "GRCh37",
  b37: "GRCh37",
  hs37d5: "GRCh37",
  hg38: "GRCh38",
  hs1: "T2T-CHM13",
  mm10: "GRCm38",
  mm39: "GRCm39",
};

/** The build of that name (hg19, GRCh37.p13); null: none that is known. */
export function buildNamed(name: string): string | null {
  const plain = name
    .trim()
    .replace(/\.p\d+$/i, "")
    .toLowerCase();
  return alsoCalled[plain] ?? Object.keys(lengths).find((build) => build.toLowerCase() === plain) ?? null;
}
/** What files call them in their headers: paths of references, names of assemblies. */
const called: readonly (readonly [build: string, name: RegExp])[] = [
  ["GRCh36", /\bhg18\b|GRCh36|NCBI_?36|\bb36\b/i],
  ["GRCh37", /\bhg19\b|GRCh37|\bb37\b|hs37d5|human_g1k_v37/i],
  ["GRCh38", /\bhg38\b|GRCh38|hs38|\bb38\b/i],
  ["T2T-CHM13", /T2T[-_]?CHM13|CHM13|\bhs1\b/i],
  ["GRCm38", /\bmm10\b|GRCm38/i],
  ["GRCm39", /\bmm39\b|GRCm39/i],
];

/** The build that a text names ("file:///ref/hg38.fa"); null: none, or several. */
export function buildOfText(text: string): string | null {
  const plain = text.replaceAll("_", " ");
  const fits = called.filter(([, name]) => name.test(text) || name.test(plain));
  return fits.length === 1 ? (fits[0]?.[0] ?? null) : null;
}
