// The list against the tested genes, set by set.

import { err, ok } from "../../base/result.ts";
import type { EnrichmentWork, SetAnswer, TestedGenes } from "../../contract/enrichment-method.ts";
import { overRepresentation } from "../../stats/enrichment/over-representation.ts";
import { columnInR, textInR } from "../../base/column-in-r.ts";
import type { OverRepresentationOptions } from "./method.ts";
import { words } from "./words.ts";

interface Flags {
  readonly isListed: (place: number) => boolean;
  /** What is listed by, for sentences. */
  readonly column: string;
  /** How R asks the same of all genes; "" where they were listed by hand. */
  readonly inR: string;
  /** Numbers that were taken as flags. */
  readonly isOfNumbers: boolean;
}

/** 0 and 1, and −1 for what is lower (limma's decideTests): no p values, of which all or none would be below a threshold. */
const areFlags = (values: Float64Array): boolean => {
  const there = new Set(values.filter((value) => !Number.isNaN(value)));
  return there.size > 1 && there.has(0) && [...there].every((value) => Math.abs(value) <= 1 && Number.isInteger(value));
};

function flagsOf({ flag, threshold }: OverRepresentationOptions, genes: TestedGenes): Flags | "no-flag" | "no-column" {
  const { listed, adjusted, called } = genes;
  if (listed) return { isListed: (place) => listed[place] === 1, column: "", inR: "", isOfNumbers: false };
  const below = (values: Float64Array, column: string): Flags => ({
    isListed: (at) => (values[at] as number) < threshold,
    column,
    inR: `${columnInR(column)} < ${threshold}`,
    isOfNumbers: false,
  });
  if (flag === "") return adjusted ? below(adjusted, called.adjusted) : "no-flag";
  const column = genes.column(flag);
  if (!column) return "no-column";
  const { values, isFlag } = column;
  if (!isFlag && !areFlags(values)) return below(values, flag);
  const isListed = (at: number): boolean => Math.abs(values[at] as number) === 1;
  return { isListed, column: flag, inR: isFlag ? columnInR(flag) : `${columnInR(flag)} != 0`, isOfNumbers: !isFlag };
}

/** What a list by hand leaves without a part: as if it had not been given. */
const asItIs = { direction: "each", flag: "", threshold: 0.05, least: 0 } as const;

export const work: EnrichmentWork<OverRepresentationOptions> = {
  ask(options, genes, say) {
    const { direction, threshold, least, flag } = options;
    const flags = flagsOf(options, genes);
    if (flags === "no-flag") return err(words.failure("no-flag", {}, { at: ["method", "flag"] }));
    if (flags === "no-column") return err(words.failure("no-column", { column: flag }, { at: ["method", "flag"] }));
    const { change, p, listed, names } = genes;
    const isByHand = listed !== null;
    const isAsItIs = direction === "either" || direction === "each";
    if (isByHand && (!isAsItIs || flag !== "" || threshold !== asItIs.threshold || least > 0))
      return err(
        words.failure("list-as-it-is", {}, { at: ["method"], fix: { path: ["method"], value: { ...options, ...asItIs } } }),
      );
    if (flags.isOfNumbers) say(words.sentence("flags", { column: flag }));
    if (!change && !isByHand && (direction !== "either" || least > 0))
      return err(
        words.failure(
          "no-change",
          {},
          { at: ["change"], fix: { path: ["method"], value: { ...options, direction: "either", least: 0 } } },
        ),
      );
    // Without a p value a gene could not have been listed.
    const universe = Int32Array.from(names.keys()).filter((at) => p === null || !Number.isNaN(p[at]));
    if (p === null) say(words.sentence("no-test", { n: universe.length }));
    const sideOf = (isOn: (change: number) => boolean): Float64Array =>
      Float64Array.from(universe, (at) => {
        const by = change?.[at] ?? Number.NaN;
        const isLarge = isByHand || least === 0 || Math.abs(by) >= least;
        return flags.isListed(at) && isLarge && isOn(by) ? 1 : 0;
      });
    const all = sideOf(() => true);
    const n = all.reduce((sum, value) => sum + value, 0);
    if (n === 0)
      return err(
        isByHand
          ? words.failure("nobody-listed", {}, { at: ["list"] })
          : words.failure("none-listed", { threshold, column: flags.column }, { at: ["method"] }),
      );
    if (n === universe.length) return err(words.failure("all-listed", { n }, { at: ["from"] }));
    if (isByHand || direction === "either") return ok({ universe, sides: [{ side: isByHand ? "list" : "either", values: all }] });
    const sides = (["up", "down"] as const)
      .filter((side) => direction === "each" || direction === side)
      .map((side) => ({ side, values: sideOf((by) => (side === "up" ? by > 0 : by < 0)) }));
    const there = sides.filter(({ side, values }) => {
      const isThere = values.some((value) => value === 1);
      if (!isThere) say(words.sentence("none-on-side", { side: { ...words.sentence(`side-${side}`, {}) } }));
      return isThere;
    });
    if (there.length === 0) return err(words.failure("none-listed", { threshold, column: flags.column }, { at: ["method"] }));
    return ok({ universe, sides: there });
  },

  async answer({ asked, sets, pause }) {
    const answers: SetAnswer[] = [];
    const universe = asked.universe.length;
    for (const { side, values } of asked.sides) {
      const listed = values.reduce((sum, value) => sum + value, 0);
      for (const [set, places] of sets.entries()) {
        await pause(answers.length / (sets.length * asked.sides.length));
        const genes = places.filter((place) => values[place] === 1);
        const both = genes.length;
        const { p, expected, oddsRatio, low, high } = overRepresentation({ universe, size: places.length, listed, both });
        const numbers = [both, listed, both / listed, expected, oddsRatio, low, high];
        answers.push({ set, side, p, numbers, how: "exact", genes });
      }
    }
    return { answers, ranking: null };
  },

  inR(options, { genes, gene }) {
    const { least, direction } = options;
    const { called, listed: byHand } = genes;
    const flags = flagsOf(options, genes);
    if (typeof flags === "string") return [];
    const [names, change] = [columnInR(gene), columnInR(called.change)];
    const large = least > 0 ? ` & abs(${change}) >= ${least}` : "";
    const listedBy = (side: string): string => `${names}[which(${flags.inR}${side}${large})]`;
    const lists =
      byHand !== null
        ? [
            `listed <- c(${genes.names
              .filter((_, at) => byHand[at] === 1)
              .map(textInR)
              .join(", ")})`,
          ]
        : direction === "either"
          ? [`listed <- ${listedBy("")}`]
          : [
              direction !== "down" && `listed <- ${listedBy(` & ${change} > 0`)}`,
              direction === "each" && "# and the same of those that are lower:",
              direction !== "up" && `${direction === "each" ? "# " : ""}listed <- ${listedBy(` & ${change} < 0`)}`,
            ].filter((line) => line !== false);
    return [
      `universe <- unique(${names}${called.p === "" ? "" : `[!is.na(${columnInR(called.p)})]`})`,
      ...lists,
      "listed <- intersect(listed, universe)",
      "set <- intersect(set, universe)",
      "both <- length(intersect(listed, set))",
      "phyper(both - 1, length(set), length(universe) - length(set), length(listed), lower.tail = FALSE)",
      "fisher.test(table(universe %in% listed, universe %in% set))   # odds ratio with its interval",
      'p.adjust(p, "BH")   # over all sets of one list',
    ];
  },
};
