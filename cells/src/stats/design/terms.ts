// Terms of a model formula and how operators put them together, as R's terms.formula (model.c of R 4.2, TermsForm). A term is
// the set of its columns, kept as bits; which of its factors are coded by contrasts is Chambers & Hastie, Statistical Models
// in S, 1992, page 38.

export interface Term {
  /** Places in the formula's variables, ascending. */
  readonly variables: readonly number[];
  /** As R calls it: `condition:time`. */
  readonly label: string;
  /** Of each of its variables, were it a factor: all levels but the first (contrasts), or all (full). */
  readonly coding: readonly ("contrasts" | "full")[];
}

/** Bits of a number. */
const mostVariables = 30;
const mostTerms = 1_000;

export class TermsBuilder {
  intercept = true;
  readonly #names: string[] = [];

  get count(): number {
    return this.#names.length;
  }

  /** Null where there are too many. */
  variable(name: string): number | null {
    const known = this.#names.indexOf(name);
    if (known >= 0) return 2 ** known;
    if (this.#names.length === mostVariables) return null;
    return 2 ** (this.#names.push(name) - 1);
  }

  /** Null where there are too many: as everything below that multiplies. */
  together = (left: readonly number[], right: readonly number[]): readonly number[] | null => distinct([...left, ...right]);
  without = (left: readonly number[], right: readonly number[]): readonly number[] =>
    left.filter((mask) => !right.includes(mask));
  interacting = (left: readonly number[], right: readonly number[]): readonly number[] | null => distinct(pairs(left, right));
  crossed = (left: readonly number[], right: readonly number[]): readonly number[] | null =>
    distinct([...left, ...right, ...pairs(left, right)]);
  nested(left: readonly number[], right: readonly number[]): readonly number[] | null {
    const all = either(left);
    return distinct([...left, ...right.map((mask) => mask | all)]);
  }
  within(left: readonly number[], right: readonly number[]): readonly number[] {
    const all = either(right);
    return distinct(left.map((mask) => mask | all)) ?? [];
  }
  power(masks: readonly number[], power: number): readonly number[] | null {
    let answer: readonly number[] | null = masks;
    // No term has more columns than there are: a higher power adds nothing.
    for (let time = 1; time < Math.min(power, this.#names.length) && answer; time++) answer = distinct(pairs(masks, answer));
    return answer;
  }

  finished(masks: readonly number[]): { variables: readonly string[]; intercept: boolean; terms: readonly Term[] } {
    const sized = masks.map((mask) => ({ mask, places: this.#names.flatMap((_, at) => (mask & (2 ** at) ? [at] : [])) }));
    const ordered = [...sized].sort((a, b) => a.places.length - b.places.length);
    const terms = ordered.map(
      ({ mask, places }, at): Term => ({
        variables: places,
        label: places.map((place) => quoted(this.#names[place] ?? "")).join(":"),
        coding: places.map((place) => {
          const others = mask & ~(2 ** place);
          const isSpanned = others === 0 || ordered.slice(0, at).some((before) => (others & ~before.mask) === 0);
          return isSpanned ? "contrasts" : "full";
        }),
      }),
    );
    return { variables: [...this.#names], intercept: this.intercept, terms };
  }
}

const either = (masks: readonly number[]): number => masks.reduce((all, mask) => all | mask, 0);
const pairs = (left: readonly number[], right: readonly number[]): number[] =>
  left.flatMap((one) => right.map((other) => one | other));

function distinct(masks: readonly number[]): readonly number[] | null {
  const found = [...new Set(masks)];
  return found.length > mostTerms ? null : found;
}

/** Words that R takes for itself. */
const reserved = new Set(
  "if else repeat while function for next break TRUE FALSE NULL Inf NaN NA NA_integer_ NA_real_ NA_character_ in".split(" "),
);
/** A column's name as it stands in a formula: in backticks where R would read it otherwise. */
export const quoted = (name: string): string =>
  /^(?:\p{L}|\.(?!\d))[\p{L}\p{M}\p{N}_.]*$/u.test(name) && name !== "." && !reserved.has(name)
    ? name
    : `\`${name.replaceAll("`", "``")}\``;
