// QUAL and FILTER of the sites, as a VCF brings them (v4.5 §1.4): the whole data set's.

import { hasFailedFilters } from "../../artifacts/failed-filters.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import type { JudgeOf, Verdict } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { quantiles } from "../../stats/quantiles.ts";
import { words as shared } from "../words.ts";
import type { siteQuality } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof siteQuality> = {
  judge({ assay, genotypes }, { least, low: mostLow, filtered: mostFiltered }) {
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const { features, featureCount } = assay;
    const quality = columnOf(features, "quality");
    const filter = columnOf(features, "filter");
    const values = Float64Array.from({ length: featureCount }, (_, site) => {
      const value = quality?.type === "float64" || quality?.type === "int32" ? cellJson(quality, site) : null;
      return typeof value === "number" ? value : Number.NaN;
    }).filter((value) => !Number.isNaN(value));
    const failed = filter?.type === "text" ? hasFailedFilters(filter, featureCount) : null;
    const isSaid = failed !== null && failed.some((one) => one !== "not-said");
    if (values.length === 0 && !isSaid) return { lacks: words.sentence("nothing") };
    const notes: Sentence[] = [];
    const verdicts: Verdict[] = [];
    if (values.length > 0) {
      const n = values.filter((value) => value < least).length;
      const [first, median, third] = quantiles(values, [0.25, 0.5, 0.75]);
      notes.push(
        words.sentence("quantiles", {
          n: values.length,
          first: first ?? 0,
          median: median ?? 0,
          third: third ?? 0,
          low: n,
          least,
        }),
      );
      const value = n / values.length;
      const step = { verb: "filter-sites", frequency: 0, missing: 1, quality: least };
      if (value > mostLow)
        verdicts.push({
          level: "warn",
          samples: [],
          value,
          threshold: mostLow,
          says: words.sentence("low", { n, all: values.length, least, value, threshold: mostLow }),
          step,
        });
    }
    if (failed && isSaid) {
      const n = failed.filter((one) => one === "failed").length;
      const value = n / featureCount;
      notes.push(words.sentence("filters", { n, all: featureCount }));
      const step = { verb: "filter-sites", frequency: 0, missing: 1, passed: true };
      if (value > mostFiltered)
        verdicts.push({
          level: "warn",
          samples: [],
          value,
          threshold: mostFiltered,
          says: words.sentence("filtered", { n, all: featureCount, threshold: mostFiltered }),
          step,
        });
    }
    return { measures: [], verdicts, notes };
  },
};
