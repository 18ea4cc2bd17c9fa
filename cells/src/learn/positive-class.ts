// Which of two classes is the positive one: the one that was chosen, else the rarer. Never by the alphabet.

/** What classes of comparison are usually called: of two equally frequent classes the other one is positive. */
const reference =
  /^(0|-1|no|n|none|false|f|neg(ative)?|control|ctrl|ctl|healthy|normal|wild[ _-]?type|wt|untreated|vehicle|placebo|benign|reference|ref|baseline|mock|uninfected|non[ _-].*|not[ _-].*|un(affected|treated|infected))$/i;

export type PositiveBy = "chosen" | "rarer" | "name" | "order";

/**
 * `classes`: of each row. `chosen`: a name, or empty. Of two classes that are equally frequent it is the one that is not
 * called by a word of comparison; where no name tells them apart, the one whose first row comes later, and that is said.
 * Null where no class is called as chosen.
 */
export function positiveClass(
  classNames: readonly string[],
  classes: Int32Array,
  chosen: string,
): { readonly at: number; readonly by: PositiveBy } | null {
  if (chosen !== "") {
    const at = classNames.indexOf(chosen);
    return at < 0 ? null : { at, by: "chosen" };
  }
  const count = (of: number): number => classes.reduce((sum, value) => sum + (value === of ? 1 : 0), 0);
  const [first, second] = [count(0), count(1)];
  if (first !== second) return { at: first < second ? 0 : 1, by: "rarer" };
  const named = classNames.map((name) => reference.test(name.trim()));
  if (named[0] !== named[1]) return { at: named[0] ? 1 : 0, by: "name" };
  return { at: classes[0] === 0 ? 1 : 0, by: "order" };
}
