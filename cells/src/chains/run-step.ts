// One step on a table or a matrix, and a chain of steps that was fitted elsewhere. The work of a step is loaded when it is first
// needed, and refuses what its card does not take.

import type { Artifact, Assay, Table } from "../artifacts/artifact.ts";
import { splitColumn } from "../artifacts/parts-of-rows.ts";
import { FailureError, type MessageKey } from "../base/failure.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { isCellRef, isFileRef } from "../base/refs.ts";
import type { DataForm, FittedChain, FittedStepState, Freezing } from "../contract/fitted-chain.ts";
import type { FitAndApply, FittedStep } from "../contract/fitted-step.ts";
import type { ListedStep } from "../contract/listed-step.ts";
import { stepData, type Apply, type StepData, type StepScope } from "../contract/step.ts";
import { withoutDefaults } from "../contract/without-defaults.ts";
import { type Step, stepOf, stepSchema } from "../steps.ts";
import { withNumbersBefore } from "../steps/parts/numbers-before.ts";
import { refuse } from "../steps/parts/step-scope.ts";
import { toldInWords } from "../steps/parts/told-in-words.ts";
import { fitThenApply } from "../steps/parts/fitted.ts";
import { words } from "../steps/words.ts";
import { emptyAsFitted } from "./empty-as-fitted.ts";
import { columnsLacking } from "./columns-lacking.ts";
import { Places } from "./places.ts";

const needs = { table: "needs-table", assay: "needs-assay" } as const satisfies { readonly [data in StepData]: string };

export interface StepDone {
  readonly data: Table | Assay;
  /** The step as it may be applied to rows that come later. */
  readonly kept: FittedStepState;
}

/** `chain`: what it stands in, where a refusal may be mended by another step. */
export const runStep = async (
  step: Step,
  data: Artifact,
  scope: StepScope,
  chain: readonly Step[] = [],
): Promise<Table | Assay> => (await doStep(step, data, scope, chain)).data;

/** The same, and what is kept of it. */
export async function doStep(step: Step, data: Artifact, scope: StepScope, chain: readonly Step[] = []): Promise<StepDone> {
  const listed = stepOf(step.verb);
  const { apply = {}, fitted }: { apply?: Apply; fitted?: FittedStep } = listed ? await listed.apply() : {};
  try {
    if (data.type !== "table" && data.type !== "assay") return refuseData(step, listed, scope);
    const work = fitted && workOn(fitted, data);
    const { readsData, ...form } = frozenForm(step, scope);
    const told = listed?.step.freezes?.(step) ?? "whole";
    // Of another cell's data a state keeps what is needed; without one there is nothing to carry over.
    const freezes = readsData && !work ? "whole" : told;
    const kept = { verb: step.verb, version: listed?.step.version ?? 0, ...form, freezes };
    // A step may be fitted by some of its options, and by others look at all rows.
    if (fitted && work && freezes !== "whole") {
      const done = await fitThenApply(work, { step, data, learns: freezes === "fitted" }, scope);
      if (readsData && isTooLarge(done.state, scope)) return { data: done.data, kept: { ...kept, freezes: "whole" } };
      const { rows, of, split } = done.part;
      const part = { rows, of, ...(split === null ? {} : { split }) };
      return { data: done.data, kept: { ...kept, fitted: { state: done.state, keeps: fitted.keeps(step), ...part } } };
    }
    sayAllParts(listed, freezes, data, scope);
    const answer = data.type === "table" ? await apply.table?.(step, data, scope) : await apply.assay?.(step, data, scope);
    return answer ? { data: answer, kept } : refuseData(step, listed, scope);
  } catch (error) {
    if (!(error instanceof FailureError) || !listed) throw error;
    throw new FailureError(withNumbersBefore(toldInWords(error.failure, listed), chain), { cause: error });
  }
}

/** Rows that stay are changed by what all of them are. */
function sayAllParts(listed: ListedStep | null, freezes: Freezing, data: Table | Assay, scope: StepScope): void {
  const column = splitColumn(data.type === "table" ? data : data.samples);
  if (column && freezes === "whole" && listed?.step.carries === "rows")
    scope.say(words.sentence("all-parts", { step: scope.index + 1, column: column.name }));
}

function workOn(
  { on }: FittedStep,
  data: Table | Assay,
): FitAndApply<Step, Table | Assay, JsonObject, Table | Assay> | undefined {
  const works: { readonly [type: string]: FitAndApply<Step, Table | Assay, JsonObject, Table | Assay> | undefined } = on;
  return works[data.type];
}

function refuseData(step: Step, listed: ListedStep | null, scope: StepScope): never {
  const wanted = stepData.find((one) => listed?.step.takes[one]) ?? "table";
  return refuse(scope, words, needs[wanted], { verb: step.verb });
}

/** Bytes, nearly, that a step keeps of another cell's data at most: some hundred thousand ids and what they become. */
const mostOfOthers = 16 << 20;

function isTooLarge(state: JsonObject, scope: StepScope): boolean {
  const bytes = JSON.stringify(state).length;
  if (bytes > mostOfOthers) scope.say(words.sentence("too-large-to-keep", { step: scope.index + 1, bytes, most: mostOfOthers }));
  return bytes > mostOfOthers;
}

/** Its options with the values of the parameters that it refers to, and whether it reads another cell's data. */
function frozenForm(step: Step, scope: StepScope): Pick<FittedStepState, "options" | "given"> & { readonly readsData: boolean } {
  const given: Json[] = [];
  let readsData = false;
  const settled = (value: Json): Json => {
    if (isCellRef(value)) {
      readsData ||= scope.input(value).type !== "value";
      given.push(readsData ? null : scope.valueOf(value));
      return { ref: String(given.length - 1) };
    }
    // Where it lies is no part of what was made.
    if (isFileRef(value)) return { digest: value.digest, name: "", size: value.size };
    if (Array.isArray(value)) return (value as readonly Json[]).map(settled);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, settled(each)]));
  };
  const { id: _id, ...written } = withoutDefaults(stepSchema, step as Json) as JsonObject;
  const options = settled(written) as JsonObject;
  return { options, ...(given.length > 0 ? { given } : {}), readsData };
}

/** The form of data, as a chain tells what it takes and gives. */
export function formOf(data: Table | Assay): DataForm {
  const { columns } = data.type === "table" ? data : data.samples;
  return {
    type: data.type,
    columns: columns.map(({ name, type, semantic, unit }) => ({
      name,
      type,
      ...(semantic === undefined ? {} : { semantic }),
      ...(unit === undefined ? {} : { unit }),
    })),
    ...(data.type === "assay" ? { scale: data.scale, featureNoun: data.featureNoun } : {}),
  };
}

export interface KeptStep {
  readonly step: Step;
  readonly listed: ListedStep;
  readonly title: { readonly key: MessageKey; readonly params: JsonObject };
}

/**
 * A step of a chain as this release knows it. What it says of itself is not believed where its card says otherwise of such options:
 * a chain comes from a file that anybody may have written, and a step that is said to be frozen and is not would take of these data.
 */
export function keptStep(kept: FittedStepState, at: number, scope: StepScope): KeptStep {
  const parsed = stepSchema.safeParse(kept.options);
  const listed = stepOf(kept.verb);
  if (!parsed.success || !listed || parsed.data.verb !== kept.verb)
    return refuse(scope, words, "frozen-unknown", { inner: at + 1, verb: kept.verb });
  const title = { key: listed.step.words.key("title"), params: {} };
  const isSo = kept.freezes === "whole" || kept.freezes === (listed.step.freezes?.(parsed.data) ?? "whole");
  return isSo ? { step: parsed.data, listed, title } : refuse(scope, words, "frozen-state", { title });
}

/** Steps that were fitted elsewhere on these data: nothing is taken of them. */
export async function applyChain(chain: FittedChain, given: Table | Assay, scope: StepScope): Promise<Table | Assay> {
  if (given.type !== chain.takes.type) return refuse(scope, words, needs[chain.takes.type], { verb: "recipe" });
  const here = formOf(given);
  sayOtherForm(chain.takes, here, scope);
  let data = emptyAsFitted(given, chain.takes);
  const places = new Places(data);
  sayNowTexts(chain.takes, formOf(data), scope);
  for (const [at, kept] of chain.steps.entries()) {
    scope.signal.throwIfAborted();
    const { step, listed, title } = keptStep(kept, at, scope);
    if (kept.freezes === "training" || (scope.answers && listed.step.thinsTraining?.(step))) continue;
    if (kept.freezes === "whole")
      return refuse(scope, words, "frozen-whole", { inner: at + 1, title, why: whyWhole(listed, kept) });
    if (kept.version !== listed.step.version)
      scope.say(words.sentence("frozen-older", { step: scope.index + 1, inner: at + 1, title }));
    const inner = within(scope, at, kept, places.told);
    data = await appliedStep({ step, listed, kept }, data, inner).catch((error: unknown) => {
      if (!(error instanceof FailureError)) throw error;
      const lacking = columnsLacking(chain, here);
      // Of one the step itself says what is near.
      if (lacking.length > 1) return refuse(scope, words, "frozen-columns", { n: lacking.length, names: lacking.slice(0, 30) });
      const { reason, params } = error.failure;
      return refuse(scope, words, "frozen-failed", { what: { key: reason, params } });
    });
    places.after(data);
  }
  if (places.isLost && scope.answers) return refuse(scope, words, "later-rows");
  if (places.moved) scope.stay?.(places.moved);
  return data;
}

/** References of its options are to what was given when it was fitted. Which rows stay it tells `stay` alone. */
export function within(
  scope: StepScope,
  index: number,
  { given = [] }: FittedStepState,
  stay: (rows: ArrayLike<number>) => void = () => {},
): StepScope {
  const inner: StepScope = {
    ...scope,
    index,
    valueOf: (field) => (isCellRef(field) ? (given[Number(field.ref)] ?? null) : field),
    input: (ref) => ({ type: "value", value: given[Number(ref.ref)] ?? null }),
    frozen: (chain, data) => applyChain(chain, data, inner),
    stay,
  };
  return inner;
}

/** Numbers on another scale, or in another unit, fit no mean that was taken of these: what is known to differ is refused. */
function sayOtherForm(takes: DataForm, here: DataForm, scope: StepScope): void {
  const isKnown = (scale: string | undefined): boolean => scale !== undefined && scale !== "unknown";
  if (takes.scale !== here.scale) {
    const params = { there: takes.scale ?? "", here: here.scale ?? "" };
    if (isKnown(takes.scale) && isKnown(here.scale)) refuse(scope, words, "other-scale", params, ["from"]);
    scope.say(words.sentence("other-scale-perhaps", { step: scope.index + 1, ...params }));
  }
  for (const { name, unit } of takes.columns) {
    const found = here.columns.find((column) => column.name === name)?.unit;
    if (unit !== undefined && found !== undefined && unit !== found)
      refuse(scope, words, "other-unit", { column: name, there: unit, here: found }, ["from"]);
  }
}

/** Why a step has no form for other rows. */
export const whyWhole = (
  { step: card }: ListedStep,
  { given = [] }: FittedStepState,
): { key: MessageKey; params: JsonObject } => ({
  key: card.whyWhole ?? words.key(given.includes(null) ? "why-cell" : "why-others"),
  params: {},
});

/** A step that finds nothing to change in such a column, no gap for a mean, would pass it on without a word. */
function sayNowTexts(takes: DataForm, here: DataForm, scope: StepScope): void {
  for (const { name, type } of takes.columns) {
    const found = here.columns.find((column) => column.name === name);
    if (type !== "text" && found?.type === "text")
      scope.say(words.sentence("other-type", { step: scope.index + 1, column: name, there: asWords(type) }));
  }
}

const asWords = (type: "boolean" | "int32" | "float64"): JsonObject => ({
  key: words.key(type === "boolean" ? "of-boolean" : "of-numbers"),
  params: {},
});

interface Frozen {
  readonly step: Step;
  readonly listed: ListedStep;
  readonly kept: FittedStepState;
}

export async function appliedStep({ step, listed, kept }: Frozen, data: Table | Assay, scope: StepScope): Promise<Table | Assay> {
  const { fitted } = await listed.apply();
  const work = fitted && workOn(fitted, data);
  if (!fitted || !work) return runStep(step, data, scope);
  const state = fitted.state.safeParse(kept.fitted?.state);
  const title = { key: listed.step.words.key("title"), params: {} };
  if (!state.success) return refuse(scope, words, "frozen-state", { title });
  try {
    return await work.apply(step, data, state.data, scope);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    throw new FailureError(toldInWords(error.failure, listed), { cause: error });
  }
}
