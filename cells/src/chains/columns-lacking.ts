// Which columns a chain that was fitted elsewhere speaks of and these data lack, so that one sentence names them all. Asked where a
// step of it failed: by itself a column that is gone is no fault, since nothing may read it.

import type { Json } from "../base/json.ts";
import type { DataForm, FittedChain } from "../contract/fitted-chain.ts";

export function columnsLacking({ takes, steps }: FittedChain, here: DataForm): readonly string[] {
  const there = new Set(here.columns.map(({ name }) => name));
  const gone = takes.columns.map(({ name }) => name).filter((name) => !there.has(name));
  if (gone.length === 0) return [];
  const whole = new Set<string>();
  const formulas: string[] = [];
  const walk = (value: Json, key: string): void => {
    if (typeof value === "string") {
      whole.add(value);
      if (key === "formula" || key === "where") formulas.push(value);
    } else if (typeof value === "object" && value !== null)
      for (const [name, each] of Object.entries(value)) walk(each as Json, name);
  };
  for (const { options, fitted } of steps) {
    walk(options, "");
    if (fitted) walk(fitted.state, "");
  }
  return gone.filter((name) => whole.has(name) || formulas.some((formula) => stands(formula, name)));
}

/** As a name of its own: `age` does not stand in `page`. */
function stands(formula: string, name: string): boolean {
  const isLetter = (at: number): boolean => /[\p{L}\p{N}_]/u.test(formula.charAt(at));
  for (let at = formula.indexOf(name); at >= 0; at = formula.indexOf(name, at + 1))
    if (!isLetter(at - 1) && !isLetter(at + name.length)) return true;
  return false;
}
