// The minimum of a function of one number: bracketed downhill from two places, then Brent's method (Algorithms for
// Minimization without Derivatives, 1973, chapter 5). Step for step as scipy.optimize.brent, so that its answers are its.

interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const golden = 1.618034;
const tiny = 1e-21;
const farthest = 110;

/** Three places of which the middle one is the lowest; null where it goes down without end. */
function bracketOf(f: (x: number) => number, first: number, second: number): Bracket | null {
  let [a, b] = [first, second];
  let [fa, fb] = [f(a), f(b)];
  if (fa < fb) [a, b, fa, fb] = [b, a, fb, fa];
  let c = b + golden * (b - a);
  let fc = f(c);
  for (let round = 0; fc < fb; round++) {
    if (round > 1000) return null;
    const one = (b - a) * (fb - fc);
    const two = (b - c) * (fb - fa);
    const value = two - one;
    const denominator = Math.abs(value) < tiny ? 2 * tiny : 2 * value;
    let w = b - ((b - c) * two - (b - a) * one) / denominator;
    const limit = b + farthest * (c - b);
    let fw: number;
    if ((w - c) * (b - w) > 0) {
      fw = f(w);
      if (fw < fc) return { a: b, b: w, c };
      if (fw > fb) return { a, b, c: w };
      w = c + golden * (c - b);
      fw = f(w);
    } else if ((w - limit) * (limit - c) >= 0) {
      w = limit;
      fw = f(w);
    } else if ((w - limit) * (c - w) > 0) {
      fw = f(w);
      if (fw < fc) {
        [b, c] = [c, w];
        w = c + golden * (c - b);
        [fb, fc] = [fc, fw];
        fw = f(w);
      }
    } else {
      w = c + golden * (c - b);
      fw = f(w);
    }
    [a, b, c, fa, fb, fc] = [b, c, w, fb, fc, fw];
  }
  return { a, b, c };
}

/** Where `f` is least, from a bracket that begins with these two; null where it is nowhere, or not finite. */
export function minimum(f: (x: number) => number, first: number, second: number): number | null {
  const bracket = bracketOf(f, first, second);
  if (!bracket) return null;
  let x = bracket.b;
  let w = x;
  let v = x;
  let fx = f(x);
  if (!Number.isFinite(fx)) return null;
  let fw = fx;
  let fv = fx;
  let a = Math.min(bracket.a, bracket.c);
  let b = Math.max(bracket.a, bracket.c);
  let delta = 0;
  let step = 0;
  for (let round = 0; round < 500; round++) {
    const tolerance = 1.48e-8 * Math.abs(x) + 1e-11;
    const middle = (a + b) / 2;
    if (Math.abs(x - middle) < 2 * tolerance - (b - a) / 2) break;
    let isGolden = Math.abs(delta) <= tolerance;
    if (!isGolden) {
      const one = (x - w) * (fx - fv);
      let two = (x - v) * (fx - fw);
      let p = (x - v) * two - (x - w) * one;
      two = 2 * (two - one);
      if (two > 0) p = -p;
      two = Math.abs(two);
      const before = delta;
      delta = step;
      if (p > two * (a - x) && p < two * (b - x) && Math.abs(p) < Math.abs(0.5 * two * before)) {
        step = p / two;
        const u = x + step;
        if (u - a < 2 * tolerance || b - u < 2 * tolerance) step = middle - x >= 0 ? tolerance : -tolerance;
      } else isGolden = true;
    }
    if (isGolden) {
      delta = x >= middle ? a - x : b - x;
      step = 0.381966 * delta;
    }
    const u = Math.abs(step) < tolerance ? (step >= 0 ? x + tolerance : x - tolerance) : x + step;
    const fu = f(u);
    if (fu > fx) {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, w, fv, fw] = [w, u, fw, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    } else {
      if (u >= x) a = x;
      else b = x;
      [v, w, x, fv, fw, fx] = [w, x, u, fw, fx, fu];
    }
  }
  return x;
}
