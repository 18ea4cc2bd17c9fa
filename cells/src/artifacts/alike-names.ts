// Names that were the same before a program wrote them: R turns ctl-1 into ctl.1 and 1day into X1day (make.names), others change
// the case of letters or the number of blanks, or make 101 a fraction (101.0). Told apart from equal names, for it is a guess.

export interface AlikeNames {
  readonly name: string;
  readonly other: string;
}

/** Pairs of names that are alike and stand on one side only. A name that is like two others is left alone. */
export function alikeNames(names: readonly string[], others: readonly string[]): readonly AlikeNames[] {
  const wanted = byKey(names);
  const found = byKey(others);
  return [...wanted].flatMap(([key, [name, more]]) => {
    const [other, another] = found.get(key) ?? [];
    return name === undefined || other === undefined || more !== undefined || another !== undefined ? [] : [{ name, other }];
  });
}

function byKey(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const name of new Set(names.map((each) => each.trim()))) {
    if (name === "") continue;
    // A program that read whole numbers beside a missing one writes 101.0 for 101 (pandas).
    const key = makeName(name.replace(/\s+/g, " ").replace(/^(\d+)\.0$/, "$1")).toLowerCase();
    const those = found.get(key);
    if (those) those.push(name);
    else found.set(key, [name]);
  }
  return found;
}

const reserved: ReadonlySet<string> = new Set(
  "if else repeat while function for next break TRUE FALSE NULL Inf NaN NA NA_integer_ NA_real_ NA_character_ NA_complex_ in".split(
    " ",
  ),
);

/** R's make.names (R 4.2, ?make.names), without its numbering of names that stand twice. */
export function makeName(text: string): string {
  const begun = /^(?:\p{L}|\.(?!\d))/u.test(text) ? text : `X${text}`;
  const made = begun.replace(/[^\p{L}\p{N}\p{M}._]/gu, ".");
  return reserved.has(made) ? `${made}.` : made;
}
