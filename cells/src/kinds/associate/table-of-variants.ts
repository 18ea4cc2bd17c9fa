// The table of an association, a variant a row, and that of its clumps.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { AssociationAnswer } from "../../contract/association-model.ts";
import type { Clump } from "../../stats/association/clump.ts";
import type { Sites } from "./read-sites.ts";

export interface Answered {
  readonly sites: Sites;
  readonly tested: Int32Array;
  readonly answer: AssociationAnswer;
  readonly frequency: Float64Array;
  readonly minorCount: Float64Array;
  readonly carriers: Int32Array;
}

/** `rows`: of those that are tested. */
function columnsOf(
  { sites, tested, answer, frequency, minorCount, carriers }: Answered,
  rows: readonly number[] | null,
): readonly Column[] {
  const of = (at: number): number => (rows ? (rows[at] as number) : at);
  const count = rows ? rows.length : tested.length;
  const each = <T>(value: (place: number) => T): T[] => Array.from({ length: count }, (_, at) => value(of(at)));
  const variant = (place: number): number => tested[place] as number;
  const { chromosomes, names, positions, effect, other, build } = sites;
  const text = (name: string, texts: readonly (string | null)[] | null, semantic: "allele"): readonly Column[] =>
    texts
      ? [
          textColumn(
            name,
            each((place) => texts[variant(place)] ?? null),
            { semantic },
          ),
        ]
      : [];
  const number = (name: string, values: ArrayLike<number>): Column =>
    numberColumn(
      name,
      each((place) => values[place] as number),
      { semantic: "number" },
    );
  const { firth } = answer;
  return [
    ...(chromosomes
      ? [
          textColumn(
            "chromosome",
            each((place) => names[chromosomes[variant(place)] as number] ?? null),
            { semantic: "chromosome", ...(build === null ? {} : { build }) },
          ),
          numberOrWhole(each((place) => positions[variant(place)] as number)),
        ]
      : []),
    textColumn(
      "variant",
      each((place) => sites.ids[variant(place)] ?? ""),
      { semantic: "rsid" },
    ),
    ...text("effect_allele", effect, "allele"),
    ...text("other_allele", other, "allele"),
    number("frequency", frequency),
    numberColumn(
      "minor_count",
      each((place) => minorCount[place] as number),
      { semantic: "count" },
    ),
    integerColumn(
      "carriers",
      each((place) => carriers[place] as number),
      { semantic: "count" },
    ),
    integerColumn(
      "n",
      each((place) => answer.n[place] as number),
      { semantic: "count" },
    ),
    number("beta", answer.beta),
    number("se", answer.error),
    number("statistic", answer.statistic),
    numberColumn(
      "p",
      each((place) => Math.exp(answer.logP[place] as number)),
      { semantic: "p-value" },
    ),
    numberColumn(
      "minus_log10_p",
      each((place) => 0 - (answer.logP[place] as number) / Math.LN10),
      { semantic: "number", unit: "-log10 p" },
    ),
    ...(firth
      ? [
          booleanColumn(
            "firth",
            each((place) => firth[place] === 1),
          ),
        ]
      : []),
  ];
}

/** As VCF counts: a chromosome's first base is 1. */
function numberOrWhole(values: readonly number[]): Column {
  const whole = values.map((value) => (Number.isNaN(value) ? null : value));
  return integerColumn("position", whole, { semantic: "position", origin: 1 });
}

export const tableOfVariants = (answered: Answered): Table => tableOf(...columnsOf(answered, null));

export function tableOfClumps(answered: Answered, found: readonly Clump[], most = 1000): Table {
  const told = found.slice(0, most);
  const { sites, tested } = answered;
  const id = (place: number): string => sites.ids[tested[place] as number] ?? "";
  const ends = told.map(({ lead, members }) => {
    const places = [lead, ...members].map((place) => sites.positions[tested[place] as number] as number);
    return [Math.min(...places), Math.max(...places)] as const;
  });
  return tableOf(
    ...columnsOf(
      answered,
      told.map(({ lead }) => lead),
    ),
    integerColumn(
      "members",
      told.map(({ members }) => members.length),
      { semantic: "count" },
    ),
    integerColumn(
      "from",
      ends.map(([from]) => from),
    ),
    integerColumn(
      "to",
      ends.map(([, to]) => to),
    ),
    textColumn(
      "with",
      told.map(({ members }) => {
        const some = members.slice(0, 20).map(id).join(", ");
        return members.length > 20 ? `${some}, …` : some;
      }),
    ),
  );
}
