// Looks its numbers up, finds the one that is asked for, and draws the chance over it.

import { numberColumn, tableOf } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { PowerBody } from "../../reports/power/report.ts";
import { reachedAt } from "../../stats/power/reached-at.ts";
import { curveFigure } from "./execute-figure.ts";
import { type Design, designs, type Settings } from "./designs.ts";
import { callOfR } from "./in-r.ts";
import { nameOfField } from "./name-of-field.ts";
import { sayPower } from "./say-power.ts";
import type { PowerSpec } from "./spec.ts";
import { words } from "./words.ts";

export const execute: Execute<PowerSpec> = async (spec, context) => {
  const looked = lookUp(spec, context);
  if (!looked.ok) return looked;
  const { design, settings, n, power, alpha } = looked.value;
  const { type } = spec.design;
  const found = solve(spec.solve, looked.value);
  if (!found.ok) return found;
  const answer = { design: type, solve: spec.solve, ...found.value, alpha };
  const says = sayPower(answer, spec.solve === "power" ? null : power);
  for (const sentence of says) context.log(sentenceIn(sentence, "en"));
  const curve = curveOf(spec.solve, { ...looked.value, ...found.value });
  const title = spec.solve === "effect" ? nameOfField(type, design.effect) : words.sentence(`axis-${design.who}`);
  const at = {
    x: spec.solve === "effect" ? (found.value.settings[design.effect] ?? 0) : found.value.n,
    power: found.value.power,
  };
  return ok({
    out: curveFigure({ ...curve, title, at, wanted: spec.solve === "power" ? null : power }),
    curve: tableOf(
      numberColumn(spec.solve === "effect" ? design.effect : "n", curve.x, { semantic: "number" }),
      numberColumn("power", curve.power, { semantic: "number" }),
    ),
    report: {
      type: "report",
      report: "power",
      body: {
        ...answer,
        says: says.map(({ key, params }: Sentence) => ({ key, params: { ...params } })),
        inR: [...callOfR({ design: type, solve: spec.solve, settings, n, power, alpha })],
      } satisfies PowerBody as JsonObject,
    },
  });
};

interface Looked {
  readonly design: Design;
  readonly settings: Settings;
  readonly n: number;
  readonly power: number;
  readonly alpha: number;
}

/** Each number as it stands or as its parameter holds it, within what it may be. */
function lookUp(spec: PowerSpec, context: ExecuteContext): Result<Looked, Failure> {
  const design = designs[spec.design.type];
  const settings: { [field: string]: number } = {};
  const wrong: Failure[] = [];
  const number = (value: unknown, [low, high]: readonly [number, number], at: readonly string[], name: Sentence): number => {
    if (typeof value === "number" && value > low && value < high) return value;
    const params = { field: { key: name.key, params: {} }, value: typeof value === "number" ? value : String(value), low, high };
    const key = Number.isFinite(low) && Number.isFinite(high) ? "not-between" : Number.isFinite(low) ? "not-above" : "no-number";
    wrong.push(
      words.failure(key, Number.isFinite(high) ? params : { ...params, high: 0, low: Number.isFinite(low) ? low : 0 }, {
        at: [...at],
      }),
    );
    return Number.NaN;
  };
  const { type, ...given } = spec.design;
  const fields = new Map<string, unknown>(Object.entries(given));
  for (const [field, { low, high, whole }] of Object.entries(design.fields)) {
    const name = nameOfField(type, field);
    const value = number(context.valueOf(fields.get(field) as never), [low, high], ["design", field], name);
    if (whole && !Number.isInteger(value) && !Number.isNaN(value))
      wrong.push(words.failure("not-whole", { field: { key: name.key, params: {} }, value }, { at: ["design", field] }));
    settings[field] = value;
  }
  const alpha = number(context.valueOf(spec.alpha), [0, 1], ["alpha"], words.sentence("field-alpha"));
  const n =
    spec.solve === "n"
      ? Number.NaN
      : number(context.valueOf(spec.n), [design.fewest - 1e-9, 1e9], ["n"], words.sentence("field-n"));
  const power =
    spec.solve === "power"
      ? Number.NaN
      : number(context.valueOf(spec.power), [alpha, 1], ["power"], words.sentence("field-power"));
  const [first] = wrong;
  if (first) return err(first);
  // Where nothing is to be found no number of individuals finds it.
  if (spec.solve !== "effect" && settings[design.effect] === design.nothing(settings))
    return err(words.failure("nothing", { field: { ...nameOfField(type, design.effect) } }, { at: ["design", design.effect] }));
  return ok({ design, settings, n, power, alpha });
}

interface Solved {
  readonly settings: { readonly [field: string]: number };
  readonly n: number;
  readonly power: number;
}

function solve(asked: PowerSpec["solve"], { design, settings, n, power, alpha }: Looked): Result<Solved, Failure> {
  const unknown = (): Result<never, Failure> => err(words.failure("beyond-reckoning", {}, { at: ["design", design.effect] }));
  if (asked === "power") {
    const chance = design.power(n, settings, alpha);
    return Number.isNaN(chance) ? unknown() : ok({ settings: { ...settings }, n, power: chance });
  }
  if (asked === "n") {
    const least = reachedAt((of) => design.power(of, settings, alpha), power, {
      from: design.fewest,
      to: Number.POSITIVE_INFINITY,
    });
    if (Number.isNaN(least)) return unknown();
    if (least === null) return err(words.failure("never", {}, { at: ["design", design.effect] }));
    // A hair above a whole number is rounding.
    const whole = Math.ceil(least - 1e-7);
    return ok({ settings: { ...settings }, n: whole, power: design.power(whole, settings, alpha) });
  }
  const found = effectAt({ design, settings, n, power, alpha });
  if (Number.isNaN(found)) return unknown();
  if (found === null) return err(words.failure("no-effect", { n }, { at: ["n"] }));
  const solved = { ...settings, [design.effect]: found };
  return ok({ settings: solved, n, power: design.power(n, solved, alpha) });
}

/** Away from nothing, on the side of what is set. */
function effectAt({ design, settings, n, power, alpha }: Looked): number | null {
  const nothing = design.nothing(settings);
  const end = design.farthest(settings);
  const side = end < nothing ? -1 : 1;
  const away = reachedAt((by) => design.power(n, { ...settings, [design.effect]: nothing + side * by }, alpha), power, {
    from: 0,
    to: Math.abs(end - nothing),
  });
  return away === null ? null : nothing + side * away;
}

const places = 80;
function curveOf(asked: PowerSpec["solve"], { design, settings, n, alpha }: Looked): { x: number[]; power: number[] } {
  if (asked === "effect") {
    const nothing = design.nothing(settings);
    const found = settings[design.effect] ?? nothing;
    const end = design.farthest(settings);
    const reach = Math.min(2 * Math.abs(found - nothing), Math.abs(end - nothing));
    const side = found < nothing ? -1 : 1;
    const x = Array.from({ length: places + 1 }, (_, at) => nothing + (side * reach * at) / places);
    return { x, power: x.map((value) => design.power(n, { ...settings, [design.effect]: value }, alpha)) };
  }
  const most = Math.max(design.fewest + 8, Math.ceil(2 * n));
  const step = Math.max(1, Math.ceil((most - design.fewest) / places));
  const x = Array.from({ length: Math.floor((most - design.fewest) / step) + 1 }, (_, at) => design.fewest + at * step);
  return { x, power: x.map((value) => design.power(value, settings, alpha)) };
}
