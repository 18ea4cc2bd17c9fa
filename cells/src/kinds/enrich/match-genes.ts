// Genes of sets among the genes of a table: by the same id, without versions of Ensembl where only they differ, without regard to capital
// letters where that is what the species differ in. What was guessed is said with the share that it finds; what matches too little is refused.

import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { GeneSet } from "./read-sets.ts";
import { words } from "./words.ts";

export type IdType = "ensembl" | "entrez" | "symbol";

const patterns: { readonly [type in Exclude<IdType, "symbol">]: RegExp } = {
  ensembl: /^ENS[A-Z]*[GTP]\d{6,}(?:\.\d+)?$/,
  entrez: /^\d+$/,
};

/** What most of them look like; symbols are all others. */
export function idTypeOf(ids: Iterable<string>): IdType {
  const counts = { ensembl: 0, entrez: 0 };
  let all = 0;
  for (const id of ids) {
    all += 1;
    if (patterns.ensembl.test(id)) counts.ensembl += 1;
    else if (patterns.entrez.test(id)) counts.entrez += 1;
  }
  return counts.ensembl * 2 > all ? "ensembl" : counts.entrez * 2 > all ? "entrez" : "symbol";
}

/** Human symbols are all capitals, those of mouse and rat begin with one. */
function speciesOf(ids: Iterable<string>): "human" | "mouse" | null {
  let [capitals, titled, all] = [0, 0, 0];
  for (const id of ids) {
    if (!/[A-Za-z]{2}/.test(id)) continue;
    all += 1;
    if (id === id.toUpperCase()) capitals += 1;
    else if (/^[A-Z][a-z0-9-]*$/.test(id)) titled += 1;
  }
  return capitals > 0.8 * all ? "human" : titled > 0.6 * all ? "mouse" : null;
}

/** Of Ensembl ids alone: RP11-34P13.1 and RP11-34P13.2 are two genes. */
const bare = (id: string): string => (patterns.ensembl.test(id) ? id.replace(/\.\d+$/, "") : id);
type Way = "exact" | "versions" | "any-case";
const written: { readonly [way in Way]: (id: string) => string } = {
  exact: (id) => id,
  versions: bare,
  "any-case": (id) => bare(id.toUpperCase()),
};

export interface Matched {
  /** As ids are compared. */
  readonly way: Way;
  readonly share: number;
  /** Of a written id what it is compared by. */
  keyOf(id: string): string;
}

/** Fewer of the sets' genes that are found say that they are of something else. */
const leastShare = 0.1;
/** What another way has to add to be taken. */
const worthIt = 1.5;

const shareIn = (genes: ReadonlySet<string>, universe: readonly string[], way: Way): number => {
  const key = written[way];
  const there = new Set(universe.map(key));
  let found = 0;
  for (const gene of genes) if (there.has(key(gene))) found += 1;
  return genes.size === 0 ? 0 : found / genes.size;
};

export function matchGenes(
  universe: readonly string[],
  sets: readonly GeneSet[],
  { letters, say }: { readonly letters: "auto" | "exact" | "any-case"; say(said: Sentence): void },
): Result<Matched, Failure> {
  const genes = new Set(sets.flatMap((set) => set.genes));
  const types = { table: idTypeOf(universe), sets: idTypeOf(genes) };
  const exact = shareIn(genes, universe, "exact");
  const ways: readonly (readonly [Way, number])[] = [
    ["exact", exact],
    ...(letters === "any-case" ? [] : ([["versions", shareIn(genes, universe, "versions")]] as const)),
    ...(letters === "exact" ? [] : ([["any-case", shareIn(genes, universe, "any-case")]] as const)),
  ];
  let [way, share] = ways[0] as readonly [Way, number];
  for (const [other, found] of ways.slice(1)) if (found > share * worthIt && found > share + 0.02) [way, share] = [other, found];
  if (letters === "any-case") [way, share] = ["any-case", shareIn(genes, universe, "any-case")];
  if (share < leastShare) {
    const near = { percent: percent(share), one: [...genes].slice(0, 3), other: universe.slice(0, 3) };
    if (types.table !== types.sets) {
      const typeOf = (type: IdType) => ({ ...words.sentence(`ids-${type}`, {}) });
      return err(words.failure("other-ids", { ...near, sets: typeOf(types.sets), table: typeOf(types.table) }, { at: ["sets"] }));
    }
    const anyway = letters === "exact" ? shareIn(genes, universe, "any-case") : 0;
    if (anyway >= leastShare)
      return err(
        words.failure(
          "other-letters",
          { ...near, anyway: percent(anyway) },
          { at: ["letters"], fix: { path: ["letters"], value: "any-case" } },
        ),
      );
    return err(words.failure("few-matched", near, { at: ["sets"] }));
  }
  if (way === "any-case") {
    const species = { table: speciesOf(universe), sets: speciesOf(genes) };
    const isOther = species.table !== null && species.sets !== null && species.table !== species.sets;
    const params = { percent: percent(share), exact: percent(exact) };
    say(
      isOther
        ? words.sentence("other-species", {
            ...params,
            table: { ...words.sentence(`species-${species.table as "human" | "mouse"}`, {}) },
            sets: { ...words.sentence(`species-${species.sets as "human" | "mouse"}`, {}) },
          })
        : words.sentence("any-case-taken", params),
    );
  } else if (way === "versions") say(words.sentence("without-versions", { percent: percent(share) }));
  return ok({ way, share, keyOf: written[way] });
}

const percent = (share: number): number => Math.round(1000 * share) / 10;

/** Of the columns that may name the genes the one that most genes of the sets are found in. */
export function bestNaming(candidates: readonly (readonly string[])[], sets: readonly GeneSet[]): number {
  const genes = new Set(sets.flatMap((set) => set.genes));
  const shares = candidates.map((names) => Math.max(shareIn(genes, names, "versions"), 0.8 * shareIn(genes, names, "any-case")));
  return shares.indexOf(Math.max(...shares));
}
