// The call of R that gives the same, without the number that is asked for.

import type { DesignName, Settings } from "./designs.ts";
import type { PowerSpec } from "./spec.ts";

interface AskedInR {
  readonly design: DesignName;
  readonly solve: PowerSpec["solve"];
  readonly settings: Settings;
  readonly n: number;
  readonly power: number;
  readonly alpha: number;
}

export function callOfR({ design, solve, settings, n, power, alpha }: AskedInR): readonly string[] {
  const given = (name: string, value: number | undefined, isAsked: boolean): readonly string[] =>
    isAsked || value === undefined ? [] : [`${name} = ${value}`];
  const known = (called: string, level: string): readonly string[] => [
    ...given(called, n, solve === "n"),
    ...given("power", power, solve === "power"),
    ...given(level, alpha, false),
  ];
  const of = (name: string, field: string, isEffect = false): readonly string[] =>
    given(name, settings[field], isEffect && solve === "effect");
  const call = (name: string, parts: readonly (readonly string[])[]): string => `${name}(${parts.flat().join(", ")})`;
  const { ratio = 1, events = 1 } = settings;
  switch (design) {
    case "t":
    case "paired-t":
      return [
        call("power.t.test", [
          of("delta", "difference", true),
          of("sd", "deviation"),
          known("n", "sig.level"),
          [`type = "${design === "t" ? "two.sample" : "paired"}"`, "strict = TRUE"],
        ]),
      ];
    case "proportions":
      return [call("power.prop.test", [of("p1", "first"), of("p2", "second", true), known("n", "sig.level"), ["strict = TRUE"]])];
    case "anova":
      return [call("pwr::pwr.anova.test", [of("k", "groups"), of("f", "f", true), known("n", "sig.level")])];
    case "correlation":
      return [call("pwr::pwr.r.test", [of("r", "r", true), known("n", "sig.level")])];
    case "rna-seq":
      return [
        call("RNASeqPower::rnapower", [
          of("depth", "depth"),
          of("cv", "variation"),
          of("effect", "fold", true),
          known("n", "alpha"),
        ]),
      ];
    case "log-rank": {
      const z = `qnorm(1 - ${alpha} / 2)`;
      if (solve === "n") return [`(${z} + qnorm(${power}))^2 * 4 / log(${ratio})^2 / ${events} / 2`];
      if (solve === "power") return [`pnorm(sqrt(2 * ${n} * ${events} / 4) * abs(log(${ratio})) - ${z})`];
      return [`exp(${ratio < 1 ? "-" : ""}(${z} + qnorm(${power})) * sqrt(4 / (2 * ${n} * ${events})))`];
    }
  }
}
