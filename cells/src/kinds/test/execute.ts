// Chooses a test by the data, or takes the one that was chosen, asks it of each column or feature, and says what came out in words.

import type { Failure } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Doubt } from "../../contract/doubt.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import type { ComparedData, StatisticalTest } from "../../contract/statistical-test.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { adjustedP } from "../../stats/adjusted-p.ts";
import type { TestBody } from "../../reports/test/report.ts";
import { loadWork, newTest, testOf, type TestSettings } from "../../statistical-tests.ts";
import { noAnswerSentence } from "../../statistical-tests/say-no-answer.ts";
import { assumptionsOf } from "./assumptions.ts";
import { type Compared, compare } from "./compare.ts";
import { callsOfR } from "./in-r.ts";
import { pairsOf, sayPairs, tableOfPairs } from "./pairs.ts";
import { propose } from "./propose.ts";
import { readSource, type Source } from "./read-source.ts";
import { sayFirst, sayMany, sayOne } from "./say-result.ts";
import type { TestSpec } from "./spec.ts";
import { fewestTested, summaryOf, tableOfTests, type Tested } from "./table-of-tests.ts";
import { words } from "./words.ts";

export const execute: Execute<TestSpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-data", {}, { at: ["from"] }));
  const alpha = context.valueOf(spec.alpha);
  if (typeof alpha !== "number" || !(alpha > 0 && alpha < 1))
    return err(words.failure("bad-alpha", { value: alpha }, { at: ["alpha"] }));
  const source = readSource(context.input(spec.from), spec);
  if (!source.ok) return source;
  const compared = compare(source.value, spec);
  if (!compared.ok) return compared;
  const chosen = chooseTest(source.value, compared.value, spec);
  if (!chosen.ok) return chosen;
  const { options, test, why, other } = chosen.value;
  const tested = await answerAll({ source: source.value, compared: compared.value, options, test, alpha }, context);
  const [only] = tested;
  if (only?.none && tested.every(({ none }) => none !== null))
    return err(
      words.failure(
        "no-answer",
        { n: tested.length, why: { ...noAnswerSentence(only.none) } },
        // Ranks ask for no spread of each group.
        only.none === "one-group-constant"
          ? { at: ["test"], fix: { path: ["test"], value: newTest("kruskal-wallis") } }
          : { at: ["values"] },
      ),
    );
  const several = tested.length > 1;
  const adjusted = several
    ? adjustedP(
        tested.map(({ answer }) => answer?.p ?? Number.NaN),
        spec.adjust,
      )
    : null;
  const answered = tested.filter(({ answer }) => answer !== null);
  const passing = [...(adjusted ?? tested.map(({ answer }) => answer?.p ?? Number.NaN))].filter((p) => p < alpha).length;
  const asked = { test, by: spec.by, levels: compared.value.levels, alpha };
  const { noun } = source.value;
  const work = await loadWork(options);
  const values = tested.flatMap(({ name, answer }, at) =>
    answer && (!several || (adjusted?.[at] ?? 1) < alpha) ? [{ at, name }] : [],
  );
  const { levels } = compared.value;
  const pairs = await pairsOf({ compared: compared.value, test, work, options, alpha, adjust: spec.adjust, values }, context);
  const said = [
    ...(several || !only
      ? [sayMany({ tested: answered.length, found: passing }, noun, asked, spec.adjust), ...sayFirst(tested, passing)]
      : sayOne(only, asked)),
    ...sayPairs(pairs, { options, levels, alpha, several: several ? values.length : 1 }),
  ];
  for (const sentence of said) context.log(sentenceIn(sentence, "en"));
  const first = compared.value.data(tested.findIndex(({ answer }) => answer !== null));
  const doubts: Doubt[] = [...compared.value.said];
  if (source.value.isCounts && compared.value.shape !== "counts") doubts.push(words.sentence("raw-counts"));
  if (several) doubts.push(words.sentence("how-many", { n: answered.length }));
  return ok({
    out: tableOfTests(tested, { test, levels, nameColumn: source.value.nameColumn, adjusted }),
    ...(pairs.length > 0 ? { pairs: tableOfPairs(pairs, { test, levels, nameColumn: source.value.nameColumn }) } : {}),
    report: {
      type: "report",
      report: "test",
      body: {
        test: options,
        auto: spec.test.type === "auto",
        why: why && plain(why),
        other,
        shape: compared.value.shape,
        by: spec.by,
        groups: compared.value.levels.map((name, at) => ({ name, n: compared.value.sizes[at] ?? 0 })),
        sizes: [...fewestTested(tested)],
        noun,
        tests: tested.length,
        tested: answered.length,
        found: passing,
        alpha,
        said: said.map(plain),
        assumptions: (several || typeof first === "string" ? [] : assumptionsOf(test, first)).map(plain),
        inR: [
          ...callsOfR({
            spec,
            options,
            work,
            shape: compared.value.shape,
            levels,
            value: answered[0]?.name ?? "",
            isMatrix: noun !== null,
            isExact: answered[0]?.answer?.isExact ?? null,
            tests: tested.length,
            hasPairs: pairs.length > 0,
          }),
        ],
        doubts: doubts.map(({ rows, ...sentence }) => ({ ...plain(sentence), ...(rows ? { rows: [...rows] } : {}) })),
      } satisfies TestBody as JsonObject,
    },
  });
};

const plain = ({ key, params }: Sentence): TestBody["said"][number] => ({ key, params: { ...params } });

interface Chosen {
  readonly options: TestSettings;
  readonly test: StatisticalTest;
  readonly why: Sentence | null;
  readonly other: string | null;
}

/** So many features say which test fits all. */
const mostLooked = 200;

function chooseTest(source: Source, compared: Compared, spec: TestSpec): Result<Chosen, Failure> {
  const { shape, levels, sizes } = compared;
  const isApart = shape === "groups";
  if (isApart && sizes.some((size) => size < 2)) {
    const small = sizes.filter((size) => size < 2).length;
    return err(words.failure("group-of-one", { n: small, by: spec.by }, { at: ["groups"] }));
  }
  if (spec.test.type !== "auto") {
    const test = testOf(spec.test);
    const title = { key: test.words.key("title"), params: {} };
    const mend = { at: ["test"], fix: { path: ["test"], value: { type: "auto" } } };
    if (!test.takes.includes(shape)) return err(words.failure(`not-for-${shape}`, { test: title, by: spec.by }, mend));
    if (test.mostGroups !== undefined && levels.length > test.mostGroups)
      return err(words.failure("two-groups-alone", { test: title, by: spec.by, n: levels.length }, mend));
    return ok({ options: spec.test, test, why: null, other: null });
  }
  const step = Math.max(1, Math.floor(source.names.length / mostLooked));
  const looked: ComparedData[] = [];
  for (let at = 0; at < source.names.length; at += step) {
    const data = compared.data(at);
    if (typeof data !== "string") looked.push(data);
  }
  const { test: name, why, other } = propose(shape, looked, levels.length);
  const options = newTest(name);
  return ok({ options, test: testOf(options), why: words.sentence(why, { by: spec.by }), other: other === name ? null : other });
}

interface Answering {
  readonly source: Source;
  readonly compared: Compared;
  readonly options: TestSettings;
  readonly test: StatisticalTest;
  readonly alpha: number;
}

async function answerAll(
  { source, compared, options, test, alpha }: Answering,
  context: ExecuteContext,
): Promise<readonly Tested[]> {
  const work = await loadWork(options);
  const tested: Tested[] = [];
  let turn = performance.now();
  for (const [at, name] of source.names.entries()) {
    if (performance.now() - turn > 50) {
      context.progress(at / source.names.length);
      await new Promise((next) => setTimeout(next, 0));
      context.signal.throwIfAborted();
      turn = performance.now();
    }
    const data = compared.data(at);
    if (typeof data === "string") {
      tested.push({ name, summary: null, answer: null, none: data });
      continue;
    }
    const found = work.answer({ options, data, confidence: 1 - alpha });
    const answer = typeof found !== "string" && Number.isNaN(found.p) ? "no-number" : found;
    const summary = summaryOf(data, test);
    tested.push(
      typeof answer === "string" ? { name, summary, answer: null, none: answer } : { name, summary, answer, none: null },
    );
  }
  return tested;
}
