// The calls of R's survival that answer the same.

import { quoted } from "../../stats/design/terms.ts";
import type { FittedModel } from "./execute-model.ts";
import type { Followed } from "./execute-rows.ts";
import type { SurvivalSpec } from "./spec.ts";

const text = (value: string): string => JSON.stringify(value);

export function inR(
  { time, event, occurred }: Followed,
  spec: SurvivalSpec,
  { model, groups }: { readonly model: FittedModel | null; readonly groups: boolean },
): string[] {
  const [t, e] = [quoted(time.name), quoted(event.name)];
  const isNumber = event.type === "float64" || event.type === "int32";
  const values = occurred.map((value) => (event.type === "boolean" ? value.toUpperCase() : isNumber ? value : text(value)));
  const happened = values.length === 1 ? `${e} == ${values[0] ?? ""}` : `${e} %in% c(${values.join(", ")})`;
  const response = `Surv(${t}, ${happened})`;
  const strata = spec.strata.length === 0 ? "" : ` + strata(${spec.strata.map(quoted).join(", ")})`;
  const group = quoted(spec.group);
  const level = spec.level === 0.95 ? "" : `, conf.int = ${spec.level}`;
  return [
    "library(survival)",
    `d <- subset(d, is.finite(${t})${spec.zero === "leave-out" ? ` & ${t} > 0` : ""})`,
    ...(groups && spec.without !== "" ? [`d$${group}[is.na(d$${group})] <- ${text(spec.without)}`] : []),
    `survfit(${response} ~ ${groups ? group : "1"}, data = d, conf.type = ${text(spec.interval)}${level})`,
    ...(groups ? [`survdiff(${response} ~ ${group}${strata}, data = d)`] : []),
    ...(model === null
      ? []
      : [
          ...model.factors.map(
            ({ name, levels }) => `d$${quoted(name)} <- factor(d$${quoted(name)}, c(${levels.map(text).join(", ")}))`,
          ),
          `fit <- coxph(${response} ${model.body.formula}${strata}, data = d, ties = ${text(spec.ties)})`,
          `summary(fit${level})`,
          "cox.zph(fit)",
        ]),
  ];
}
