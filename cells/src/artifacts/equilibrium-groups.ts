// Whose genotypes are held against Hardy-Weinberg equilibrium: people of one population, for of two beside each other too few are
// heterozygous (Wahlund 1928); of cases and controls the controls, for in cases a site of the disease need not be in equilibrium; and of
// families the founders, as PLINK has it, since children repeat their parents' alleles.

import type { Column, Table } from "./artifact.ts";
import { cellString, columnOf, isMissing } from "./table.ts";

const control = /^(?:controls?|ctrls?|ctl|unaffected|healthy|контрол[ьи]|здоров\S*)$/i;
const affected = /^(?:cases?|affected|patients?|diseased?|sick|случа[йи]|больн\S*|пациент\S*)$/i;

/** Each of its texts says either that it is a control, or that it is none; and some are. */
export function saysControls(column: Column): boolean {
  if (column.type !== "text") return false;
  const texts = column.dictionary.map((text) => text.trim()).filter((text) => text !== "");
  return texts.some((text) => control.test(text)) && texts.every((text) => control.test(text) || affected.test(text));
}

/** Anybody is called a control in it. */
export const isControlIn = (column: Column): boolean =>
  column.type === "text" && column.dictionary.some((text) => control.test(text.trim()));

export interface EquilibriumGroup {
  /** Null: all that are asked. */
  readonly name: string | null;
  /** Places of the samples. */
  readonly members: readonly number[];
}

export interface EquilibriumGroups {
  readonly groups: readonly EquilibriumGroup[];
  /** Samples with a parent who is named. */
  readonly children: number;
}

/** Samples of which a column says nothing are in no group. */
export function equilibriumGroups(samples: Table, by: Column | null, controls: Column | null): EquilibriumGroups {
  const parents = ["father", "mother"].flatMap((name) => columnOf(samples, name) ?? []);
  const hasParent = (row: number): boolean => parents.some((column) => !isMissing(column, row));
  let children = 0;
  const groups = new Map<string | null, number[]>(by ? [] : [[null, []]]);
  for (let row = 0; row < samples.rowCount; row++) {
    if (controls && (isMissing(controls, row) || !control.test(cellString(controls, row).trim()))) continue;
    if (by && isMissing(by, row)) continue;
    if (hasParent(row)) {
      children++;
      continue;
    }
    const name = by ? cellString(by, row) : null;
    const members = groups.get(name);
    if (members) members.push(row);
    else groups.set(name, [row]);
  }
  return { groups: [...groups].map(([name, members]) => ({ name, members })), children };
}
