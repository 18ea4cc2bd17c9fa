// What a number of the whole model is called, and why there is no fit.

import type { FactKey, NoFit } from "../../contract/regression-family.ts";
import type { Locale } from "../../messages/locale.ts";
import type { KeyOf } from "../../messages/define-words.ts";
import { words } from "../../regressions/words.ts";

const facts: { readonly [fact in FactKey]: KeyOf<typeof words> } = {
  "r-squared": "r-squared",
  "adjusted-r-squared": "adjusted-r-squared",
  "overall-f": "overall-f",
  sigma: "sigma",
  deviance: "deviance",
  "null-deviance": "null-deviance",
  dispersion: "dispersion",
  theta: "theta",
  "log-likelihood": "log-likelihood",
  aic: "aic",
  between: "between",
  within: "within",
  shared: "shared",
};
export const keysOfNoFit: { readonly [why in NoFit]: KeyOf<typeof words> } = {
  constant: "constant",
  "not-counts": "not-counts",
  "not-positive": "not-positive",
  "no-spread": "no-spread",
  "no-end": "no-end",
  "not-told-apart": "not-told-apart",
  perfect: "perfect",
  "needs-groups": "needs-groups",
  "kr-needs-reml": "kr-needs-reml",
};

export const sayFact = (key: string, locale: Locale): string => words.say(facts[key as FactKey], {}, locale);
