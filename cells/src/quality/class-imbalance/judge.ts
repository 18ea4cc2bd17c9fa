// Classes of the outcome by how often they occur, the rarest beside the share that it would have were all equally frequent.

import { splitColumn } from "../../artifacts/parts-of-rows.ts";
import type { JudgeOf, TableVerdict } from "../../contract/quality-rule.ts";
import { listed, percent } from "../parts/said-of-columns.ts";
import { classesOf, outcomeOf } from "../parts/outcome.ts";
import type { classImbalance } from "./rule.ts";
import { words } from "./words.ts";

export const judge: JudgeOf<typeof classImbalance> = {
  judge(data, { warn, fail, rows: least }) {
    const outcome = outcomeOf(data);
    if (!outcome) return { lacks: words.sentence("no-outcome") };
    const { name } = outcome.column;
    const classes = classesOf(outcome);
    if (!classes) return { lacks: words.sentence("number", { column: name }) };
    const { counts, texts } = classes;
    if (texts.length < 2) return { lacks: words.sentence("one", { column: name }) };
    const all = counts.reduce((sum, count) => sum + count, 0);
    const order = [...counts.keys()].sort((a, b) => (counts[a] as number) - (counts[b] as number));
    const [rarest = 0, commonest = 0] = [order[0], order.at(-1)];
    const value = ((counts[rarest] as number) / all) * texts.length;
    const level = value < fail ? "fail" : value < warn ? "warn" : null;
    // Rows that are parted already are not parted again.
    const split = splitColumn(data.table) ? {} : { step: { verb: "split", stratify: name } };
    const verdicts: TableVerdict[] = [];
    if (level) {
      const threshold = level === "fail" ? fail : warn;
      const says = words.sentence("rare", {
        outcome: name,
        level: texts[rarest] ?? "",
        n: counts[rarest] as number,
        all,
        percent: percent((counts[rarest] as number) / all),
        value,
        threshold,
        other: texts[commonest] ?? "",
        accuracy: percent((counts[commonest] as number) / all),
      });
      verdicts.push({ level, columns: [outcome.place], value, threshold, says, ...split });
    }
    const few = order.filter((at) => (counts[at] as number) < least);
    if (few.length > 0) {
      const labels = listed(few.map((at) => `${texts[at]} (${counts[at]})`));
      const says = words.sentence("few", { outcome: name, n: few.length, labels, threshold: least });
      const value = counts[rarest] as number;
      // Classes that no split can share out are told of, and left to whoever knows them.
      const isMost = few.length >= texts.length - 1;
      const step = isMost
        ? {}
        : {
            step: {
              verb: "filter",
              action: "drop",
              where: { all: [{ column: name, is: "in", value: few.map((at) => texts[at] ?? "") }] },
            },
          };
      verdicts.push({ level: "warn", columns: [outcome.place], value, threshold: least, says, ...step });
    }
    return { measures: [], verdicts };
  },
};
