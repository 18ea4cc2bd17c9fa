// P values adjusted for how many were tested, as R's p.adjust. NaN is a missing value: it stays, and counts for nothing.

/** Bonferroni; Holm 1979; Benjamini and Hochberg 1995; Benjamini and Yekutieli 2001. */
export type Adjustment = "bonferroni" | "holm" | "bh" | "by";

/** In the order of `p`, of numbers in [0, 1] or NaN. */
export function adjustedP(p: ArrayLike<number>, adjustment: Adjustment): Float64Array {
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  const at = (place: number): number => p[place] as number;
  const order = Int32Array.from({ length: p.length }, (_, place) => place).filter((place) => !Number.isNaN(at(place)));
  order.sort((a, b) => at(a) - at(b) || a - b);
  const n = order.length;
  if (adjustment === "bonferroni") for (const place of order) adjusted[place] = Math.min(1, n * at(place));
  if (adjustment === "holm") {
    let most = 0;
    order.forEach((place, rank) => {
      most = Math.max(most, (n - rank) * at(place));
      adjusted[place] = Math.min(1, most);
    });
  }
  if (adjustment === "bh" || adjustment === "by") {
    let factor = 1;
    if (adjustment === "by") for (let k = 2; k <= n; k++) factor += 1 / k;
    let least = 1;
    for (let rank = n; rank > 0; rank--) {
      const place = order[rank - 1] as number;
      least = Math.min(least, ((factor * n) / rank) * at(place));
      adjusted[place] = least;
    }
  }
  return adjusted;
}
