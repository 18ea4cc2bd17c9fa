// Brings the genes of a table and sets of genes together, asks the method of each set, and says what came out in words.

import type { Table } from "../../artifacts/artifact.ts";
import type { Failure } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { AskedGenes } from "../../contract/enrichment-method.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { enrichmentOf, loadEnrichment } from "../../enrichment-methods.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { EnrichmentBody } from "../../reports/enrichment/report.ts";
import { adjustedP } from "../../stats/adjusted-p.ts";
import { isOfTest } from "./called.ts";
import { dotsFigure } from "./dots-figure.ts";
import { bestNaming, matchGenes } from "./match-genes.ts";
import { geneTable, namesIn, type ReadGenes, readGenes } from "./read-genes.ts";
import { type GeneSet, readSets } from "./read-sets.ts";
import { rankingOf } from "./ranking-of.ts";
import { rowsInR } from "./rows-in-r.ts";
import { runningFigure } from "./running-figure.ts";
import { saySets } from "./say-sets.ts";
import type { EnrichSpec } from "./spec.ts";
import { type AnsweredSet, tableOfSets } from "./table-of-sets.ts";
import { words } from "./words.ts";

export const execute: Execute<EnrichSpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-table", {}, { at: ["from"] }));
  if (!spec.sets) return err(words.failure("no-sets", {}, { at: ["sets"] }));
  const [table, setTable] = [context.input(spec.from), context.input(spec.sets)];
  if (table.type !== "table") return err(words.failure("no-table", {}, { at: ["from"] }));
  if (setTable.type !== "table") return err(words.failure("no-sets", {}, { at: ["sets"] }));
  const alpha = context.valueOf(spec.alpha);
  if (typeof alpha !== "number" || !(alpha > 0 && alpha < 1))
    return err(words.failure("bad-alpha", { value: alpha }, { at: ["alpha"] }));
  const doubts: Sentence[] = [];
  const say = (sentence: Sentence): void => void doubts.push(sentence);
  const readOfSets = readSets(setTable, spec, say);
  if (!readOfSets.ok) return readOfSets;
  const { sets, columns } = readOfSets.value;
  const read = genesOf(table, sets, spec, { context, say });
  if (!read.ok) return read;
  const { options, genes, gene } = { options: spec.method, genes: read.value.genes, gene: read.value.gene };
  const work = await loadEnrichment(options);
  const asked = work.ask(options, genes, say);
  if (!asked.ok) return asked;
  const universe = Array.from(asked.value.universe, (place) => genes.names[place] as string);
  const matched = matchGenes(universe, sets, { letters: spec.letters, say });
  if (!matched.ok) return matched;
  const bound = boundedSets(sets, universe, { keyOf: matched.value.keyOf, smallest: spec.smallest, largest: spec.largest });
  if (bound.asked.length === 0)
    return err(
      words.failure("no-sets-left", { smallest: spec.smallest, largest: spec.largest, n: sets.length }, { at: ["smallest"] }),
    );
  const answer = await work.answer({
    options,
    asked: asked.value,
    sets: bound.asked.map(({ places }) => places),
    pause: pausing(context),
  });
  const answered = withAdjusted(answer.answers, bound.asked, { universe });
  const method = enrichmentOf(options);
  const sides = sidesOf(asked.value, answered, alpha);
  if (answered.some(({ answer: { how } }) => how === "below")) say(words.sentence("smaller", {}));
  const facts = { ...bound.facts, smallest: spec.smallest, largest: spec.largest };
  const ranking =
    answer.ranking && rankingOf(answer.ranking, answered, asked.value.sides[0]?.values ?? new Float64Array(0), spec.shown);
  const asCompared = { ...genes, names: genes.names.map(matched.value.keyOf) };
  const body: EnrichmentBody = {
    method: options,
    universe: universe.length,
    tested: isOfTest(
      spec,
      table.columns.map(({ name }) => name),
    ),
    sides,
    sets: facts,
    alpha,
    said: [],
    inR: [
      ...rowsInR(read.value, { way: matched.value.way, member: columns.gene }),
      ...work.inR(options, { genes: asCompared, gene, columns, smallest: spec.smallest, largest: spec.largest }),
    ],
    doubts: doubts.map(plain),
    ranking,
  };
  const said = saySets(body, answered, { share: matched.value.share });
  for (const sentence of [...said, ...doubts]) context.log(sentenceIn(sentence, "en"));
  const dots = dotsFigure(answered, method, { alpha });
  if (spec.shown !== "" && !ranking)
    return err(words.failure("no-running", { set: spec.shown }, { at: ["shown"], fix: { path: ["shown"], value: "" } }));
  const shown = ranking?.sets.find(({ name }) => spec.shown === "" || name === spec.shown);
  if (spec.shown !== "" && ranking && !shown)
    return err(words.failure("no-shown", { set: spec.shown }, { at: ["shown"], fix: { path: ["shown"], value: "" } }));
  return ok({
    out: tableOfSets(answered, method),
    report: { type: "report", report: "enrichment", body: { ...body, said: said.map(plain) } as JsonObject },
    ...(dots ? { dots } : {}),
    ...(ranking && shown ? { running: runningFigure(ranking, shown) } : {}),
  });
};

const plain = ({ key, params }: Sentence): EnrichmentBody["said"][number] => ({ key, params: { ...params } });

interface Here {
  readonly context: ExecuteContext;
  say(sentence: Sentence): void;
}

type GenesHere = ReadGenes & { readonly gene: string; readonly contrast: string | null };

function genesOf(table: Table, sets: readonly GeneSet[], spec: EnrichSpec, { context, say }: Here): Result<GenesHere, Failure> {
  const list = context.valueOf(spec.list);
  if (!Array.isArray(list) && typeof list !== "string") return err(words.failure("bad-list", {}, { at: ["list"] }));
  const listed = (typeof list === "string" ? list.split(/[\s,;]+/) : list.map(String))
    .map((gene) => gene.trim())
    .filter((gene) => gene !== "");
  if (listed.length > 0 && spec.method.type !== "over-representation")
    return err(words.failure("list-not-ranked", {}, { at: ["list"], fix: { path: ["list"], value: [] } }));
  const found = geneTable(table, spec, say);
  if (!found.ok) return found;
  const { naming, rows } = found.value;
  const names = naming.map((column) => namesIn(column, rows));
  const at = naming.length > 1 ? bestNaming(names, sets) : 0;
  const [column, own] = [naming[at], names[at]];
  if (!column || !own) return err(words.failure("no-genes", { names: [] }, { at: ["gene"] }));
  if (naming.length > 1)
    say(
      words.sentence("gene-column", {
        name: column.name,
        others: naming.filter((each) => each !== column).map(({ name }) => name),
      }),
    );
  const of = { listed: listed.length > 0 ? new Set(listed) : null, say };
  const read = readGenes(found.value, own, spec, of);
  if (!read.ok) return read;
  const lost = listed.filter((gene) => !read.value.places.has(gene));
  if (listed.length > 0 && lost.length > 0 && lost.length < listed.length)
    say(words.sentence("list-lost", { n: new Set(lost).size, all: new Set(listed).size, names: lost.slice(0, 3) }));
  return ok({ ...read.value, gene: column.name, contrast: found.value.contrast });
}

export interface BoundSet {
  readonly set: GeneSet;
  /** In the universe, ascending. */
  readonly places: Int32Array;
}

function boundedSets(
  sets: readonly GeneSet[],
  universe: readonly string[],
  { keyOf, smallest, largest }: { keyOf(id: string): string; readonly smallest: number; readonly largest: number },
): { readonly asked: readonly BoundSet[]; readonly facts: { asked: number; small: number; large: number; absent: number } } {
  const places = new Map<string, number[]>();
  for (const [place, name] of universe.entries()) {
    const key = keyOf(name);
    const there = places.get(key);
    if (there) there.push(place);
    else places.set(key, [place]);
  }
  const asked: BoundSet[] = [];
  let [small, large, absent] = [0, 0, 0];
  for (const set of sets) {
    const own = Int32Array.from(new Set(set.genes.flatMap((gene) => places.get(keyOf(gene)) ?? []))).sort();
    if (own.length === 0) absent += 1;
    else if (own.length < smallest) small += 1;
    // A set of all genes has none to be held against.
    else if (own.length > largest || own.length >= universe.length) large += 1;
    else asked.push({ set, places: own });
  }
  return { asked, facts: { asked: asked.length, small, large, absent } };
}

/** Adjusted over the sets of one side: each list is a question of its own. */
function withAdjusted(
  answers: readonly AnsweredSet["answer"][],
  sets: readonly BoundSet[],
  { universe }: { readonly universe: readonly string[] },
): readonly AnsweredSet[] {
  const sides = [...new Set(answers.map(({ side }) => side))];
  return sides.flatMap((side) => {
    const own = answers.filter((answer) => answer.side === side);
    const adjusted = adjustedP(
      own.map(({ p }) => p),
      "bh",
    );
    return own
      .map((answer, at): AnsweredSet => {
        const { set, places } = sets[answer.set] as BoundSet;
        const genes = Array.from(answer.genes, (place) => universe[place] as string);
        return { set, size: places.length, places, answer, adjusted: adjusted[at] as number, genes };
      })
      .sort((a, b) => a.answer.p - b.answer.p || b.genes.length - a.genes.length);
  });
}

function sidesOf({ sides }: AskedGenes, answered: readonly AnsweredSet[], alpha: number): EnrichmentBody["sides"] {
  return sides.map(({ side, values }) => ({
    side,
    listed: side === "ranking" ? null : values.reduce((sum, value) => sum + value, 0),
    found: answered.filter(({ answer, adjusted }) => answer.side === side && adjusted < alpha).length,
  }));
}

/** A turn of the thread for others at least each 50 ms. */
function pausing(context: ExecuteContext): (share: number) => Promise<void> {
  let turn = performance.now();
  return async (share) => {
    if (performance.now() - turn <= 50) return;
    context.progress(share);
    await new Promise((next) => setTimeout(next, 0));
    context.signal.throwIfAborted();
    turn = performance.now();
  };
}
