// Places and weights by which the integral of a smooth function over [0, 1] is a sum: Gauss and Legendre's (Abramowitz and Stegun
// 25.4.29), their roots by Newton's method.

export interface WeighedPlace {
  readonly at: number;
  readonly weight: number;
}

export const gaussLegendre = (points: number): readonly WeighedPlace[] =>
  Array.from({ length: points }, (_, at) => {
    let x = Math.cos((Math.PI * (at + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let round = 0; round < 8; round++) {
      let [before, value] = [1, x];
      for (let k = 2; k <= points; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      slope = (points * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    return { at: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
