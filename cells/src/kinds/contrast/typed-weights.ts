// Coefficients by weight as they are typed, where the form does not know the model: "timeDay8: 1, timeDay4: -0.5". A weight that is left
// out is 1.

interface Weight {
  readonly coefficient: string;
  readonly by: number;
}

export const textOfWeights = (weights: readonly Weight[]): string =>
  weights.map(({ coefficient, by }) => `${coefficient}: ${by}`).join(", ");

/** What is no number is left out of the last part after a colon: names hold colons, too (sexM:timeDay8). */
export function weightsOfText(text: string): Weight[] {
  return text.split(",").flatMap((part): Weight[] => {
    const whole = part.trim();
    if (whole === "") return [];
    const at = whole.lastIndexOf(":");
    const by =
      at < 0
        ? Number.NaN
        : Number(
            whole
              .slice(at + 1)
              .trim()
              .replace("−", "-") || "x",
          );
    if (Number.isNaN(by)) return [{ coefficient: whole, by: 1 }];
    return [{ coefficient: whole.slice(0, at).trim(), by }];
  });
}
