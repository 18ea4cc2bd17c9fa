// What a contrast found, in sentences for readers who are no statisticians: how many are higher and lower, how many of these are
// expected to be false, what has no answer and why; where nothing was found, what the data say of that.

import { countOfFeatures, featuresCalled, nounNamed } from "../../artifacts/rows-called.ts";
import { message, sentenceIn } from "../../messages/catalogue.ts";
import { receivedKey } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import type { Locale } from "../../messages/locale.ts";
import { receivedSentence } from "../../messages/sentence.ts";
import { formatNumber } from "../../messages/translate.ts";
import type { ContrastBody } from "../../reports/contrast/report.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { words } from "./words.ts";

export type Found = ContrastBody["contrasts"][number];
interface Asked {
  readonly noun: string;
  readonly alpha: number;
  /** How a p value is written. */
  p?(value: number): string;
}

/** What a contrast is called in that language. */
export const calledIn = ({ name, called }: Pick<Found, "name" | "called">, locale: Locale): string =>
  called ? sentenceIn(receivedSentence(called as JsonObject), locale) : name;

export function whatWasFound(found: Found, asked: Asked, locale: Locale): readonly string[] {
  const contrast = calledIn(found, locale);
  const { up, down, found: all, tested, adjusted, without } = found;
  const { alpha } = asked;
  const noun = nounNamed(asked.noun);
  const count = (n: number): string => countOfFeatures(noun, n, locale);
  const told = { contrast, higher: count(up), lower: formatNumber(down, locale), alpha };
  const wrong = Math.round(all * alpha);
  const first =
    all === 0
      ? words.say("found-none", { contrast, tested: count(tested), alpha }, locale)
      : up + down === 0
        ? wrong === 0
          ? words.say("found-any-few", { contrast, found: count(all) }, locale)
          : words.say("found-any", { contrast, found: count(all), false: wrong }, locale)
        : wrong === 0
          ? words.say("found-few", told, locale)
          : words.say("found", { ...told, false: wrong }, locale);
  const n = without.reduce((sum, each) => sum + each.n, 0);
  const reasons = without.map((each) => `${formatNumber(each.n, locale)} ${message(receivedKey(each.key), {}, locale)}`);
  const left = n === 0 ? [] : [words.say("left-out", { n, all: count(adjusted + n), reasons }, locale)];
  return [first, ...left, ...(all === 0 ? whyNone(found, asked, locale) : [])];
}

/** Fewer replicates than these seldom show more than the largest changes. */
const fewReplicates = 4;
/** Shares of p values below 0.05 that are more, and fewer, than chance gives. */
const [many, few] = [0.07, 0.035];

/** Of a doubling, log2. */
const doubled = 1;
const powered = 0.8;
/** More than these nobody plans by so rough a number. */
const mostSamples = 1000;

/** So many samples on either side show a doubling of a typical feature four times in five: errors fall with the root of the samples. */
function samplesForDoubling({ of, against }: NonNullable<Found["sizes"]>, error: number, needed: number): number | null {
  if (!(of > 0 && against > 0)) return null;
  // What one sample on either side tells.
  const single = (error / Math.sqrt(1 / of + 1 / against)) ** 2;
  const reach = (-normalQuantile(needed / 2) + normalQuantile(powered)) / doubled;
  const n = Math.ceil(2 * single * reach ** 2);
  return n > Math.min(of, against) && n <= mostSamples ? n : null;
}

function whyNone(
  { tested, smallest, typicalError, sizes, histogram }: Found,
  { noun, alpha, p }: Asked,
  locale: Locale,
): string[] {
  if (tested === 0 || smallest === null) return [words.say("why-untested", {}, locale)];
  const said: string[] = [];
  const write = p ?? ((value: number) => formatNumber(Number(value.toPrecision(2)), locale));
  // The smallest of them passes alone where it is below this (Benjamini and Hochberg).
  const needed = alpha / tested;
  said.push(words.say("why-smallest", { smallest: write(smallest), tested, needed: write(needed), alpha }, locale));
  if (typicalError !== null && typicalError > 0) {
    const fold = 2 ** (-normalQuantile(needed / 2) * typicalError);
    const feature = featuresCalled(nounNamed(noun), "one", locale);
    said.push(words.say("why-fold", { feature, fold: Number(fold.toPrecision(2)) }, locale));
    const each = sizes && samplesForDoubling(sizes, typicalError, needed);
    if (each) said.push(words.say("why-samples", { feature, n: each }, locale));
  }
  if (sizes && Math.min(sizes.of, sizes.against) < fewReplicates)
    said.push(words.say("why-replicates", { of: sizes.of, against: sizes.against }, locale));
  const below = histogram.slice(0, Math.round(histogram.length / 20)).reduce((sum, n) => sum + n, 0) / tested;
  const key = below >= many ? "why-signal" : below <= few ? "why-wide" : "why-chance";
  said.push(words.say(key, { share: Number((below * 100).toPrecision(2)) }, locale));
  return said;
}
