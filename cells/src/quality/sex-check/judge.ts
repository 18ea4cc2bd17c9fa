// XIST against the genes of the Y on the logarithmic scale. What is said to be female and male says where the two lie (their
// medians, which a few swapped samples do not move), and each sample is held against that.

import { sampleIds } from "../../artifacts/assay.ts";
import type { JudgeOf, Verdict } from "../../contract/quality-rule.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { declaredSexes, unreadIn } from "../parts/declared-sex.ts";
import { markersIn } from "../parts/marker-genes.ts";
import type { sexCheck } from "./rule.ts";
import { words } from "./words.ts";

/** Closer together than this (log2) no sex is told. */
const leastDistance = 2;

export const judge: JudgeOf<typeof sexCheck> = {
  judge(data, { between }) {
    const { assay, columns } = data;
    const { sex } = columns;
    const x = markersIn(assay, "x");
    const y = markersIn(assay, "y");
    if (!sex) return { lacks: words.sentence("no-sex") };
    if (x.length === 0 || y.length === 0) return { lacks: words.sentence("no-genes") };
    const unread = unreadIn(sex, assay.sampleCount);
    const logged = data.logged();
    const mean = (features: readonly number[], sample: number): number =>
      features.reduce((sum, feature) => sum + (logged[feature * assay.sampleCount + sample] as number), 0) / features.length;
    const score = Float64Array.from({ length: assay.sampleCount }, (_, sample) => mean(y, sample) - mean(x, sample));
    const declared = declaredSexes(sex, assay.sampleCount);
    const of = (one: "female" | "male"): Float64Array =>
      score.filter((value, row) => declared[row] === one && !Number.isNaN(value));
    const [female, male] = [medianOf(of("female")), medianOf(of("male"))];
    const measures = [{ name: "sex_score", values: score, unit: "log2" }];
    // 1 and 2 are male and female to some, and control and case to others.
    if (declared.every((one) => one === null) && unread.n > 0)
      return { lacks: words.sentence("unread", { column: sex.name, values: unread.values }) };
    if (female - male >= leastDistance) {
      const says = words.sentence("all-swapped", { column: sex.name });
      return { measures, verdicts: [{ level: "fail", samples: [], value: female - male, threshold: leastDistance, says }] };
    }
    if (!(male - female >= leastDistance))
      return { lacks: words.sentence(of("female").length > 0 && of("male").length > 0 ? "not-apart" : "one-sex") };
    const ids = sampleIds(assay);
    const verdicts = [...score].flatMap((value, row): Verdict[] => {
      const said = declared[row];
      const place = (value - female) / (male - female);
      if (Number.isNaN(place)) return [];
      const sample = ids[row] ?? "";
      if (Math.abs(place - 0.5) < between)
        return [{ level: "warn", samples: [row], value: place, threshold: between, says: words.sentence("between", { sample }) }];
      const found = place < 0.5 ? "female" : "male";
      if (!said || said === found) return [];
      const says = words.sentence(found === "male" ? "is-male" : "is-female", { sample, column: sex.name });
      return [{ level: "fail", samples: [row], value: place, threshold: 0.5, says }];
    });
    const says = words.sentence("some-unread", { column: sex.name, n: unread.n, values: unread.values });
    const some: Verdict[] = unread.n === 0 ? [] : [{ level: "warn", samples: [], value: null, threshold: null, says }];
    return { measures, verdicts: [...some, ...verdicts] };
  },
};
