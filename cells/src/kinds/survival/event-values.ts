// What the values of an event column mean: 1 and 0, true and false, words, and what cBioPortal writes ("1:DECEASED").

/** "1:DECEASED", and what says it in a word. */
const happened = /^(1|1:.*|true|t|yes|y|dead|died|deceased|death|event|relapsed?|progressed|progression|recurred|recurrence)$/iu;
const notYet = /^(0|0:.*|false|f|no|n|alive|living|censored|none|no event|disease ?free|progression ?free)$/iu;

export type ReadEvents =
  | { readonly ok: true; readonly occurred: readonly string[]; readonly others: readonly string[] }
  | { readonly ok: false; readonly unknown: readonly string[] };

/** `values`: each once. 1 and 2 without 0 are R's own: 2 is the event. */
export function guessOccurred(values: readonly string[]): ReadEvents {
  const sorted = [...values].sort();
  if (sorted.every((value) => value === "1" || value === "2") && sorted.includes("2"))
    return { ok: true, occurred: ["2"], others: sorted.filter((value) => value !== "2") };
  const unknown = sorted.filter((value) => !happened.test(value) && !notYet.test(value));
  if (unknown.length > 0) return { ok: false, unknown };
  const occurred = sorted.filter((value) => happened.test(value));
  return { ok: true, occurred, others: sorted.filter((value) => !occurred.includes(value)) };
}
