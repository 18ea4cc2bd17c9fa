// Work on items one after another, of which the next are begun while whoever asked is busy with what was made of the last.

/**
 * What `work` makes of each item, in order. `most`: so many are begun ahead, 0: none. What fails, an item or its work, is thrown
 * in its turn, behind all that was before it.
 */
export async function* workAhead<Item, Made>(
  items: AsyncIterator<Item>,
  work: (item: Item) => Promise<Made>,
  most: number,
): AsyncGenerator<Made> {
  const begin = (): Promise<{ readonly made: Made } | null> => {
    const begun = items.next().then(async (next) => (next.done ? null : { made: await work(next.value) }));
    // Of one that nobody comes to ask for.
    begun.catch(() => {});
    return begun;
  };
  const begun = Array.from({ length: most }, begin);
  try {
    for (;;) {
      begun.push(begin());
      const done = await begun.shift();
      if (!done) return;
      yield done.made;
    }
  } finally {
    // Behind what it is reading: nobody waits for that.
    items.return?.()?.catch(() => {});
  }
}
