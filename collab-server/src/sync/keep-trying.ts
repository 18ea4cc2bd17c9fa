// Work on a database that may be away, for as long as somebody wants it done.

export async function keepTrying<T>(
  work: () => Promise<T>,
  { onTrouble, isOver }: { readonly onTrouble: (error: unknown) => void; readonly isOver: (error: unknown) => boolean },
): Promise<T> {
  for (let delay = 50; ; delay = Math.min(delay * 2, 2_000)) {
    try {
      return await work();
    } catch (error) {
      onTrouble(error);
      if (isOver(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}
