// A clinical table of which nobody would say anything, into which tests put faults. For tests only.

import type { Column } from "../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, textColumn } from "../artifacts/table.ts";
import { seededRandom } from "../stats/seeded-random.ts";

export const clinicalRows = 200;
const rows = clinicalRows;

/** What nobody would object to: ids, two measurements, a dose, an age, groups, a lab, an outcome that hangs on one of them a little. */
export function clinical(seed = 1): { readonly [name: string]: Column } {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const of = <T>(make: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => make(row));
  const marker = of(() => 10 + 2 * normal());
  return {
    patient: textColumn(
      "patient",
      of((row) => `P${1000 + ((row * 37) % rows)}`),
      { semantic: "patient" },
    ),
    age: integerColumn(
      "age",
      of(() => 30 + Math.floor(random() * 50)),
      { semantic: "age" },
    ),
    marker: numberColumn("marker", marker),
    "dose mg": numberColumn(
      "dose mg",
      of(() => Math.exp(3 + normal())),
    ),
    group: textColumn(
      "group",
      of(() => (random() < 0.5 ? "CTRL" : "treated")),
      { semantic: "group" },
    ),
    stage: textColumn(
      "stage",
      of(() => ["Stage I", "Stage II", "Stage IIIA", "Stage IIIB"][Math.floor(random() * 4)] ?? ""),
    ),
    receptor: textColumn(
      "receptor",
      of(() => ["ER+/HER2-", "ER-/HER2-", "Luminal A", "Luminal B"][Math.floor(random() * 4)] ?? ""),
    ),
    lab: textColumn(
      "lab",
      of((row) => `L${row % 3}`),
      { semantic: "lab" },
    ),
    smoker: booleanColumn(
      "smoker",
      of(() => random() < 0.3),
    ),
    response: textColumn(
      "response",
      marker.map((value) => (value + 3 * normal() > 10 ? "yes" : "no")),
      { semantic: "response" },
    ),
  };
}
