// Questions that are asked one by one in the same turn, as one question: opening a notebook asks for the result of every
// cell, and a statement for each would hold up everybody else.

/** Answers each key out of one call of `ask` with all that were asked in this turn; null where the answer holds none. */
export function askTogether<K, V>(ask: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>): (key: K) => Promise<V | null> {
  let going: { readonly keys: Set<K>; readonly answer: Promise<ReadonlyMap<K, V>> } | null = null;
  return async (key) => {
    if (!going) {
      const keys = new Set<K>();
      const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        going = null;
        return ask([...keys]);
      });
      going = { keys, answer };
    }
    going.keys.add(key);
    return (await going.answer).get(key) ?? null;
  };
}
