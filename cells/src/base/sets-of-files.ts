// Which of several files belong together as one data set, by their names alone: alignments or variants with their index, a
// matrix with its barcodes and features, PLINK's trios, the mates of a sample, a study. What is in them is looked at
// afterwards; files that are told to belong together here and do not are a collection, each of which is read by itself.

import { filesOfMates, matesOfSamples } from "./mates-of-reads.ts";
import { twinsOf, withoutTwins } from "./packed-twins.ts";
import { hasRole, type RoleOfCellFile, roleOfCellFile, stemOfCellFile } from "./roles-of-cell-files.ts";

export interface SetOfFiles {
  /** Of the data set, without an ending. */
  readonly name: string;
  readonly files: readonly string[];
}

/** Of one kind of set: the name that its files share, and which of them it is; null: no file of it. */
type Rule = (name: string) => { readonly stem: string; readonly role: string } | null;
interface KnownSet {
  readonly of: Rule;
  /** All of one line are wanted, and of a line of several one. */
  readonly wants: readonly (readonly string[])[];
  /** A file that lies there unpacked, too, is one of them only once. */
  readonly isWithoutTwins?: true;
}

const byEndings =
  (roles: { readonly [role: string]: RegExp }): Rule =>
  (name) => {
    for (const [role, ending] of Object.entries(roles)) {
      const found = ending.exec(name);
      if (found) return { stem: name.slice(0, found.index), role };
    }
    return null;
  };

/** Specific ones first: a file goes into the first set that it completes. */
const known: readonly KnownSet[] = [
  { of: byEndings({ index: /\.bam\.(?:bai|csi)$|\.(?:bai|csi)$/i, data: /\.bam$/i }), wants: [["data"], ["index"]] },
  { of: byEndings({ index: /\.cram\.crai$|\.crai$/i, data: /\.cram$/i }), wants: [["data"], ["index"]] },
  {
    of: (name) => {
      const index = /\.(?:tbi|csi)$/i.exec(name);
      if (index) return { stem: name.slice(0, index.index), role: "index" };
      return /\.(?:vcf|bcf|bed|gff3?|gtf|tsv|tab|txt)(?:\.b?gz)?$/i.test(name) ? { stem: name, role: "data" } : null;
    },
    wants: [["data"], ["index"]],
  },
  {
    of: (name) => {
      const index = /\.(fai|gzi)$/i.exec(name);
      if (index) return { stem: name.slice(0, index.index), role: (index[1] ?? "").toLowerCase() };
      return /\.(?:fa|fasta|fna|faa)(?:\.b?gz)?$/i.test(name) ? { stem: name, role: "data" } : null;
    },
    wants: [["data"], ["fai"]],
  },
  {
    of: (name) => {
      const role = roleOfCellFile(name);
      return role && { stem: name.slice(0, name.lastIndexOf("/") + 1) + stemOfCellFile(name, role), role };
    },
    wants: [["matrix"], ["barcodes"], ["features"]],
    isWithoutTwins: true,
  },
  { of: byEndings({ bed: /\.bed$/i, bim: /\.bim$/i, fam: /\.fam$/i }), wants: [["bed"], ["bim"], ["fam"]] },
  { of: byEndings({ ped: /\.ped$/i, map: /\.map$/i }), wants: [["ped"], ["map"]] },
  { of: byEndings({ gct: /\.gct(?:\.gz)?$/i, cls: /\.cls$/i }), wants: [["gct"], ["cls"]] },
];

const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Files of which programs write one a sample, by how their names end. */
const ofSamples: readonly RegExp[] = [
  /quant(?:\.genes)?\.sf(?:\.gz)?$/i,
  /abundance\.h5$/i,
  /abundance\.tsv(?:\.gz)?$/i,
  /\.genes\.results(?:\.gz)?$/i,
  /\.isoforms\.results(?:\.gz)?$/i,
  /ReadsPerGene\.out\.tab(?:\.gz)?$/i,
  /htseq[._-]?(?:counts?)?(?:\.(?:txt|tsv|tab|counts?))?(?:\.gz)?$/i,
  /filtered_(?:feature|gene)_bc_matri(?:x|ces)(?:_h5)?\.h5$/i,
  /raw_(?:feature|gene)_bc_matri(?:x|ces)(?:_h5)?\.h5$/i,
  /featurecounts(?:\.(?:txt|tsv|tab))?(?:\.gz)?$/i,
  // GEO keeps a file of each sample under its number.
  /(?<=(?:^|\/)GSM\d+[^/]*)[._-](?:raw[._-]?|gene[._-]?)?counts?(?:\.(?:txt|tsv|tab))?(?:\.gz)?$/i,
];

/** As they are sent where files are dropped: cells of several samples are one data set, and so are their quantifications. */
export function setsOfDropped(names: readonly string[]): readonly SetOfFiles[] {
  const found = setsOfFiles(names);
  const shared = cellsWithSharedFeatures(names, found);
  const sets = shared ? [...found, shared] : found;
  const taken = new Set(sets.flatMap(({ files }) => files));
  const loose = names.filter((name) => !taken.has(name));
  const quantified = ofSamples.flatMap((ending): SetOfFiles[] => {
    const files = loose.filter((name) => ending.test(name));
    return files.length < 2 ? [] : [{ name: sharedBeginning(files.map((file) => file.replace(ending, ""))), files }];
  });
  const samples = sets.filter(({ files }) => files.some((file) => hasRole(file, "barcodes")));
  if (samples.length < 2) return [...sets, ...quantified];
  return [
    ...sets.filter((set) => !samples.includes(set)),
    ...quantified,
    { name: sharedBeginning(samples.map(({ name }) => name)), files: samples.flatMap(({ files }) => files) },
  ];
}

/** GEO gives the features of all samples once, under the number of the series: each other file is its sample's. */
function cellsWithSharedFeatures(names: readonly string[], sets: readonly SetOfFiles[]): SetOfFiles | null {
  const taken = new Set(sets.flatMap(({ files }) => files));
  const loose = withoutTwins(names).filter((name) => !taken.has(name));
  const of = (role: RoleOfCellFile) => loose.filter((name) => roleOfCellFile(name) === role);
  const [matrices, barcodes, features] = [of("matrix"), of("barcodes"), of("features")];
  const stems = matrices.map((name) => stemOfCellFile(name, "matrix"));
  const isEach = stems.every((stem) => barcodes.filter((name) => stemOfCellFile(name, "barcodes") === stem).length === 1);
  if (features.length !== 1 || matrices.length === 0 || barcodes.length !== matrices.length || !isEach) return null;
  return { name: sharedBeginning(stems), files: [...matrices, ...barcodes, ...features] };
}

function sharedBeginning([first = "", ...others]: readonly string[]): string {
  let length = first.length;
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length)))) length--;
  // A number that was cut in two is no name.
  const shared = first.slice(0, length).replace(/[\d._-]+$/, "");
  return shared === "" ? "samples" : shared;
}

/** Beside barcodes.tsv a table cells.csv is what is known of the cells, and no second list of their names. */
function namedByRole<Found extends { readonly name: string; readonly role: string }>(all: readonly Found[]): readonly Found[] {
  const saysSo = ({ name, role }: Found): boolean => baseName(name).toLowerCase().includes(role);
  return all.filter((each) => saysSo(each) || !all.some((other) => other.role === each.role && saysSo(other)));
}

/** Files that belong to no set are not among them. */
export function setsOfFiles(names: readonly string[]): readonly SetOfFiles[] {
  // A study of cBioPortal names its files itself.
  if (names.some((name) => baseName(name) === "meta_study.txt")) return [{ name: "study", files: names }];
  const mates = matesOfSamples(names);
  const sets: SetOfFiles[] = mates.map((sample) => ({ name: baseName(sample.stem), files: filesOfMates(sample) }));
  const taken = new Set<string>(sets.flatMap(({ files }) => files));
  for (const { of, wants, isWithoutTwins } of known) {
    const byStem = new Map<string, { readonly name: string; readonly role: string }[]>();
    for (const name of isWithoutTwins ? withoutTwins(names) : names) {
      const found = taken.has(name) ? null : of(name);
      if (found) byStem.set(found.stem, [...(byStem.get(found.stem) ?? []), { name, role: found.role }]);
    }
    for (const [stem, all] of byStem) {
      const found = isWithoutTwins ? namedByRole(all) : all;
      const roles = found.map(({ role }) => role);
      const isOnce = new Set(roles).size === roles.length;
      if (!isOnce || !wants.every((oneOf) => oneOf.some((role) => roles.includes(role)))) continue;
      const own = found.map(({ name }) => name);
      // They go with it, so that whoever reads it says which is left.
      const files = isWithoutTwins ? [...own, ...twinsOf(own, names)] : own;
      for (const name of files) taken.add(name);
      const plain = baseName(stem).replace(/[._-]+$/, "");
      sets.push({ name: plain === "" ? baseName(files[0] ?? "").replace(/\..*$/, "") : plain, files });
    }
  }
  return sets;
}
