// Recipes as bytes: written in the canonical form, so that equal recipes are equal files, and read strictly: what is cut, of a
// newer form, or no recipe is refused with what to do.

import type { z } from "zod";
import type { ByteSource } from "../base/byte-source.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { type Failure, FailureError } from "../base/failure.ts";
import { isJsonObject, type Json, weightOfJson } from "../base/json.ts";
import { keyTwice } from "../base/keys-of-json.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { FittedChain } from "../contract/fitted-chain.ts";
import { type RecipeFile, recipeFile, type RecipeTest } from "../contract/recipe-file.ts";
import { words } from "./words.ts";

/** Bytes of a recipe at most. Nearest neighbours keep rows: 10,000 of 200 columns are some 40 MB. */
export const largestRecipe = 64 << 20;
/** Of this release. */
const knownForm = 2;
/** Levels of JSON in a recipe: options and states nest a few. */
const deepest = 64;
/** Lists and records in it, and values: each takes memory and time when it is read, however few bytes it has. */
const mostGroups = 500_000;
const mostValues = 6_000_000;

/** Throws a FailureError where it cannot be kept: too large, or a number in it that JSON has no word for. */
export function writeRecipe(chain: FittedChain, tests: readonly RecipeTest[]): Uint8Array {
  const odd = chain.steps.find((step) => holdsOddNumber(step));
  if (odd) throw new FailureError(words.failure("recipe-write-number", { verb: odd.verb }));
  const form = tests.some(({ rule }) => rule === "fresh") ? 2 : 1;
  const recipe: RecipeFile = { genomecraft: "recipe", form, chain, tests };
  const text = `${canonicalJson(recipe as unknown as Json)}\n`;
  const bytes = new TextEncoder().encode(text);
  if (isWide(text)) throw new FailureError(words.failure("recipe-write-wide", { groups: mostGroups, values: mostValues }));
  if (bytes.length > largestRecipe)
    throw new FailureError(words.failure("recipe-write-large", { bytes: bytes.length, most: largestRecipe }));
  return bytes;
}

/** A recipe in a file. What is too large is refused before it is read. */
export async function recipeIn(source: ByteSource, name: string): Promise<Result<RecipeFile, Failure>> {
  if (source.size > largestRecipe) return err(tooLarge(source.size, name));
  return readRecipe(await source.read(0, source.size), name);
}

const tooLarge = (bytes: number, name: string): Failure => words.failure("recipe-large", { name, bytes, most: largestRecipe });

/** `name`: of the file, for refusals. Size is that of the bytes, whatever anybody said of it before. */
export function readRecipe(bytes: Uint8Array, name: string): Result<RecipeFile, Failure> {
  if (bytes.length > largestRecipe) return err(tooLarge(bytes.length, name));
  const text = textOf(bytes);
  if (text === null) return err(words.failure("recipe-not-utf8", { name }));
  const value = valueOf(text, name);
  if (!value.ok) return value;
  const json = value.value;
  if (!isJsonObject(json) || json["genomecraft"] !== "recipe") return err(words.failure("recipe-other", { name }));
  const { form } = json;
  if (typeof form === "number" && form > knownForm) return err(words.failure("recipe-newer", { name, form, known: knownForm }));
  const twice = keyTwice(text);
  if (twice !== null) return err(words.failure("recipe-key-twice", { name, key: twice.slice(0, 80) }));
  const parsed = recipeFile.safeParse(json);
  if (!parsed.success) return err(damaged(parsed.error.issues[0], name));
  const lying = parsed.data.chain.steps.findIndex(({ fitted }) => fitted !== undefined && fitted.rows > fitted.of);
  return lying < 0
    ? ok(parsed.data)
    : err(words.failure("recipe-damaged", { name, at: `chain.steps.${lying}.fitted.rows`, detail: "rows > of" }));
}

function damaged(issue: z.core.$ZodIssue | undefined, name: string): Failure {
  const at = (issue?.path ?? []).map(String).join(".").slice(0, 120);
  return words.failure("recipe-damaged", { name, at: at === "" ? "{}" : at, detail: (issue?.message ?? "").slice(0, 200) });
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function valueOf(text: string, name: string): Result<Json, Failure> {
  // Before it is parsed, since what nests deeply or holds very much costs much.
  const { depth } = weightOfJson(text);
  if (depth > deepest) return err(words.failure("recipe-nested", { name, most: deepest }));
  if (isWide(text)) return err(words.failure("recipe-wide", { name, groups: mostGroups, values: mostValues }));
  try {
    return ok(JSON.parse(text) as Json);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : "";
    const place = Number(/at position (\d+)/.exec(said)?.[1] ?? 0);
    const endsEarly = /end of JSON|Unterminated/.test(said) || place >= text.trimEnd().length;
    if (endsEarly && /^\s*\{/.test(text)) return err(words.failure("recipe-cut", { name }));
    // What the engine quotes of the text may be long, or a person's.
    return err(words.failure("recipe-broken", { name, detail: said.replace(/,? (?:\.\.\.)?".*$/s, "").slice(0, 120) }));
  }
}

function isWide(text: string): boolean {
  const { groups, values } = weightOfJson(text);
  return groups > mostGroups || values > mostValues;
}

function holdsOddNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(holdsOddNumber);
}
