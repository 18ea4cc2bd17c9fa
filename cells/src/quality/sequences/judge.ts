// Each sequence of a table by its letters (IUPAC-IUB 1984, 1983): gaps and blanks count in nothing, small letters are as large ones.

import type { TextColumn } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import type { JudgeOf, TableData, TableVerdict } from "../../contract/quality-rule.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { quantiles } from "../../stats/quantiles.ts";
import { robustZ } from "../../stats/robust-z.ts";
import { percent, rowNumbers } from "../parts/said-of-columns.ts";
import { copiesOf, type LettersOfSequence, lettersOf } from "./letters-of-sequence.ts";
import type { sequences } from "./rule.ts";
import { words } from "./words.ts";

/** Of fewer the usual share of G and C is hardly known; so it is of fewer letters. */
const fewestSequences = 10;
const fewestLetters = 100;
/** A step names its rows, up to so many. */
const mostNamed = 500;

export const judge: JudgeOf<typeof sequences> = {
  judge(data, { unknown, codes, least, deviations, apart, copies: mostCopies }) {
    const { table } = data;
    const place = table.columns.findIndex(({ type, semantic }) => type === "text" && semantic === "sequence");
    const column = table.columns[place];
    if (column?.type !== "text") return { lacks: words.sentence("no-sequences") };
    if (table.columns.some(({ semantic }) => semantic === "quality")) return { lacks: words.sentence("reads") };
    const alphabet = table.columns.find(({ name, type }) => name === "alphabet" && type === "text");
    const all = lettersOf(column, alphabet?.type === "text" ? alphabet : null, table.rowCount);
    if (all.length === 0) return { lacks: words.sentence("none") };
    const verdicts: TableVerdict[] = [];
    const tell = (
      found: readonly LettersOfSequence[],
      valueOf: (one: LettersOfSequence) => number,
      threshold: number,
      key: Told,
    ): void => {
      if (found.length === 0) return;
      const rows = found.map(({ row }) => row);
      const value = found.reduce((most, one) => Math.max(most, valueOf(one)), 0);
      const shown = key === "short" ? threshold : percent(threshold);
      const says = words.sentence(key, {
        n: rows.length,
        all: all.length,
        rows: rowNumbers(rows),
        threshold: shown,
        value: percent(value),
      });
      const step = dropped(data, rows);
      verdicts.push({
        level: key === "outside" ? "fail" : "warn",
        columns: [place],
        rows,
        value,
        threshold,
        says,
        ...(step ? { step } : {}),
      });
    };
    const shareOf = (part: number, one: LettersOfSequence): number => (one.letters > 0 ? part / one.letters : 0);
    tell(
      all.filter((one) => one.outside > 0),
      (one) => shareOf(one.outside, one),
      0,
      "outside",
    );
    tell(
      all.filter(({ letters }) => letters < least),
      ({ letters }) => letters,
      least,
      "short",
    );
    tell(
      all.filter((one) => shareOf(one.unknown, one) > unknown),
      (one) => shareOf(one.unknown, one),
      unknown,
      "unknown",
    );
    tell(
      all.filter((one) => shareOf(one.codes, one) > codes),
      (one) => shareOf(one.codes, one),
      codes,
      "codes",
    );
    const odd = oddlyComposed(all, deviations, apart);
    if (odd.rows.length > 0) {
      const said = {
        n: odd.rows.length,
        rows: rowNumbers(odd.rows),
        median: percent(odd.median),
        z: odd.worst,
        threshold: deviations,
      };
      verdicts.push({
        level: "warn",
        columns: [place],
        rows: odd.rows,
        value: odd.worst,
        threshold: deviations,
        says: words.sentence("composed", said),
      });
    }
    const { equal, reversed } = copiesOf(column, all);
    const value = (equal.length + reversed.length) / all.length;
    if (value > mostCopies) {
      const said = {
        n: equal.length,
        reversed: reversed.length,
        rows: rowNumbers([...equal, ...reversed].sort((a, b) => a - b)),
        value: percent(value),
        threshold: percent(mostCopies),
      };
      const step = dropped(data, [...equal, ...reversed]);
      verdicts.push({
        level: "warn",
        columns: [place],
        rows: [...equal, ...reversed].sort((a, b) => a - b),
        value,
        threshold: mostCopies,
        says: words.sentence("copies", said),
        ...(step ? { step } : {}),
      });
    }
    return { measures: [], verdicts, notes: notesOf(all, odd.told) };
  },
};

type Told = "outside" | "short" | "unknown" | "codes";

function notesOf(all: readonly LettersOfSequence[], gc: readonly number[]): readonly Sentence[] {
  const lengths = Float64Array.from(all, ({ letters }) => letters).sort();
  const total = lengths.reduce((sum, one) => sum + one, 0);
  // Half of all letters lie in sequences of this length or longer.
  let [sum, n50] = [0, 0];
  for (let at = lengths.length - 1; at >= 0 && sum * 2 < total; at--) sum += n50 = lengths[at] as number;
  const [median] = quantiles(lengths, [0.5]);
  const [low, middle, high] = gc.length > 0 ? quantiles(Float64Array.from(gc), [0, 0.5, 1]) : [];
  return [
    words.sentence("lengths", {
      n: all.length,
      letters: total,
      least: lengths[0] ?? 0,
      median: median ?? 0,
      most: lengths.at(-1) ?? 0,
      n50,
    }),
    ...(gc.length > 0
      ? [words.sentence("gc", { n: gc.length, low: percent(low ?? 0), middle: percent(middle ?? 0), high: percent(high ?? 0) })]
      : []),
  ];
}

/** Nucleotides whose share of G and C is far from that of the others. */
function oddlyComposed(all: readonly LettersOfSequence[], most: number, apart: number) {
  const of = all.filter(({ gc, letters }) => gc !== null && letters >= fewestLetters);
  const told = of.map(({ gc }) => gc as number);
  if (of.length < fewestSequences) return { rows: [], told, median: 0, worst: 0 };
  const { z, median } = robustZ(told);
  const far = of.filter((_, at) => Math.abs(z[at] as number) > most && Math.abs((told[at] as number) - median) >= apart);
  const worst = of.reduce((most_, one, at) => (far.includes(one) ? Math.max(most_, Math.abs(z[at] as number)) : most_), 0);
  return { rows: far.map(({ row }) => row), told, median, worst };
}

/** The step that drops them, where a column names each of them and no other row. */
function dropped({ table }: TableData, rows: readonly number[]): TableVerdict["step"] | null {
  const names = table.columns.find(({ type, semantic }) => type === "text" && semantic === "identifier");
  if (names?.type !== "text" || rows.length > mostNamed) return null;
  const counts = new Map<string, number>();
  const nameOf = (column: TextColumn, row: number): string | null => (isMissing(column, row) ? null : cellString(column, row));
  for (let row = 0; row < table.rowCount; row++) {
    const name = nameOf(names, row);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const chosen = rows.map((row) => nameOf(names, row));
  if (chosen.some((name) => name === null || counts.get(name) !== 1)) return null;
  return { verb: "filter", action: "drop", where: { all: [{ column: names.name, is: "in", value: [...chosen] }] } };
}
