// Versions of VCF, and in which section of each stands what (hts-specs, VCFv4.1.tex to VCFv4.5.tex). 4.0 is held to what 4.1 says.

export const versions = ["4.1", "4.2", "4.3", "4.4", "4.5"] as const;
export type VcfVersion = (typeof versions)[number];

const [since43, since42] = [
  ["4.3", "4.4", "4.5"],
  ["4.2", "4.3", "4.4", "4.5"],
] as const satisfies readonly (readonly VcfVersion[])[];

export const isSince = (version: VcfVersion, first: VcfVersion): boolean => versions.indexOf(version) >= versions.indexOf(first);
/** From 4.3 on the text says "must" where it said "should", and gives the reserved keys their Number and Type. */
export const isNew = (version: VcfVersion): boolean => (since43 as readonly VcfVersion[]).includes(version);
export const hasPerAllele = (version: VcfVersion): boolean => (since42 as readonly VcfVersion[]).includes(version);

/** Sections up to 4.2, and since 4.3. */
const sections = {
  whole: ["1", "1"],
  characters: ["1", "1.2"],
  types: ["1.4", "1.3"],
  meta: ["1.2", "1.4"],
  fileformat: ["1.2.1", "1.4.1"],
  info: ["1.2.2", "1.4.2"],
  filter: ["1.2.3", "1.4.3"],
  format: ["1.2.4", "1.4.4"],
  alt: ["1.2.5", "1.4.5"],
  assembly: ["1.2.6", "1.4.6"],
  contig: ["1.2.7", "1.4.7"],
  sample: ["1.2.8", "1.4.8"],
  pedigree: ["1.2.9", "1.4.9"],
  header: ["1.3", "1.5"],
  data: ["1.4", "1.6"],
  fixed: ["1.4.1", "1.6.1"],
  genotypes: ["1.4.2", "1.6.2"],
  "sv-info": ["3", "3"],
  "sv-format": ["4", "4"],
  breakends: ["5.4", "5.4"],
} as const;
export type Topic = keyof typeof sections;

export const sectionOf = (topic: Topic, version: VcfVersion): string =>
  `VCF ${version} §${sections[topic][isNew(version) ? 1 : 0]}`;
