// Each place beside its nearest ones there, or beside those in whose window it lies; one without any stays, with nothing beside it.

import type { Table } from "../../artifacts/artifact.ts";
import { placeColumns } from "../../artifacts/places.ts";
import { integerColumn } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { type Overlaps, overlapping, type PlaceList } from "../parts/overlapping.ts";
import { besidePartners, mostPairs, needStrand, placeSides } from "../parts/place-sides.ts";
import { refuse } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import { gapBetween, nearestPlaces, signed } from "./nearest-places.ts";
import type { nearest } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof nearest>;

export const apply: Apply<typeof nearest> = {
  table(step, table, scope) {
    const sides = placeSides(step, table, scope);
    needDirection(step, table, sides.other, scope);
    const { here, there, other } = sides;
    const found = step.take === "window" ? inWindows(step, here, there) : nearestOf(step, here, there);
    if (!found) return refuse(scope, shared, "join-large", { limit: mostPairs }, ["take"]);
    let lonely = 0;
    for (let row = 0; row < table.rowCount; row++) if (found.offsets[row] === found.offsets[row + 1]) lonely++;
    if (lonely > 0) scope.say(words.sentence("lonely", { step: scope.index + 1, n: lonely, all: table.rowCount }));
    return besidePartners(scope, table, other, found, true, (left, right) => [
      integerColumn(
        step.column,
        Array.from(left, (row, at) => {
          const partner = right[at] as number;
          if (partner < 0) return null;
          const gap = gapBetween(here, row, there, partner);
          return signed(gap, step.sign, here.strands[row] as number, there.strands[partner] as number);
        }),
        { unit: "bp" },
      ),
    ]);
  },
};

function needDirection(step: Options, table: Table, other: Table, scope: StepScope): void {
  if (step.sign === "here") needStrand(scope, placeColumns(table), "no-strand-here", ["sign"]);
  if (step.sign === "there") needStrand(scope, placeColumns(other), "no-strand-there", ["sign"]);
  if (step.take === "nearest" && step.side !== "both" && step.sign === "none")
    refuse(scope, words, "side-no-sign", {}, ["sign"], { fix: { path: ["steps", scope.index, "sign"], value: "reference" } });
}

const nearestOf = (step: Options, here: PlaceList, there: PlaceList): Overlaps | null =>
  nearestPlaces(
    here,
    there,
    {
      strand: step.strand,
      ignoresOverlaps: step.overlapping === "ignore",
      sign: step.sign,
      side: step.side,
      within: step.within ?? Number.POSITIVE_INFINITY,
      isFirst: step.ties === "first",
    },
    mostPairs,
  );

/** What lies in the places there, made longer on both ends as their strands run. */
function inWindows(step: Options, here: PlaceList, there: PlaceList): Overlaps | null {
  const isBackwards = (row: number): boolean => (there.strands[row] as number) < 0;
  const windows: PlaceList = {
    ...there,
    starts: there.starts.map((start, row) => Math.max(0, start - (isBackwards(row) ? step.downstream : step.upstream))),
    ends: there.ends.map((end, row) => end + (isBackwards(row) ? step.upstream : step.downstream)),
  };
  return overlapping(here, windows, { least: 1, strand: step.strand }, mostPairs);
}
