// L-BFGS (Nocedal and Wright, Numerical Optimization, 2006, algorithm 7.4 and 7.5) with a backtracking line search that
// also asks for curvature. For smooth convex functions such as penalised likelihoods. Near the minimum, where the value
// changes by less than its rounding, the gradient alone decides (Hager and Zhang, SIAM J. Optim. 16:170-192, 2005, the
// approximate Wolfe condition).

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Relative error of a sum over thousands of rows. */
const rounding = 1e-13;

/** `evaluate` writes the gradient at `x` into `gradient` and answers the value. Stops when max |gradient| <= tolerance. */
export function minimise(
  evaluate: (x: Float64Array, gradient: Float64Array) => number,
  start: Float64Array,
  options: { readonly tolerance: number; readonly maxIterations: number; readonly memory?: number },
): Minimum {
  const n = start.length;
  const memory = options.memory ?? 12;
  let x = start.slice();
  let gradient = new Float64Array(n);
  let value = evaluate(x, gradient);
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  const rho: number[] = [];
  const direction = new Float64Array(n);
  for (let iteration = 0; iteration < options.maxIterations; iteration += 1) {
    if (largest(gradient) <= options.tolerance) return { at: x, value, iterations: iteration, converged: true };
    direction.set(gradient);
    const alpha: number[] = [];
    for (let k = steps.length - 1; k >= 0; k -= 1) {
      const a = (rho[k] as number) * dot(steps[k] as Float64Array, direction);
      alpha[k] = a;
      addScaled(direction, changes[k] as Float64Array, -a);
    }
    const last = steps.length - 1;
    const scale =
      last >= 0
        ? 1 / ((rho[last] as number) * dot(changes[last] as Float64Array, changes[last] as Float64Array))
        : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
    for (let i = 0; i < n; i += 1) direction[i] = (direction[i] as number) * scale;
    for (let k = 0; k < steps.length; k += 1) {
      const b = (rho[k] as number) * dot(changes[k] as Float64Array, direction);
      addScaled(direction, steps[k] as Float64Array, (alpha[k] as number) - b);
    }
    const slope = -dot(gradient, direction);
    if (slope >= 0) {
      // The memory points uphill (rounding): forget it and take the gradient.
      if (steps.length === 0) return { at: x, value, iterations: iteration, converged: false };
      steps.length = changes.length = rho.length = 0;
      continue;
    }
    let low = 0;
    let high = Number.POSITIVE_INFINITY;
    let length = 1;
    let next = x;
    let nextGradient = gradient;
    let nextValue = value;
    let found = false;
    for (let tries = 0; tries < 40; tries += 1) {
      next = x.slice();
      addScaled(next, direction, -length);
      nextGradient = new Float64Array(n);
      nextValue = evaluate(next, nextGradient);
      const nextSlope = -dot(nextGradient, direction);
      const isLower = nextValue <= value + 1e-4 * length * slope;
      const isLowerByGradient = nextValue <= value + rounding * Math.abs(value) && nextSlope <= -(1 - 2e-4) * slope;
      if (!isLower && !isLowerByGradient) high = length;
      else if (nextSlope < 0.9 * slope) low = length;
      else {
        found = true;
        break;
      }
      length = Number.isFinite(high) ? (low + high) / 2 : low * 2;
    }
    if (!found && !(nextValue < value)) return { at: x, value, iterations: iteration, converged: false };
    const step = next.slice();
    addScaled(step, x, -1);
    const change = nextGradient.slice();
    addScaled(change, gradient, -1);
    const curvature = dot(step, change);
    // Relative to the step: its size means nothing.
    if (curvature > Number.EPSILON * dot(change, change)) {
      steps.push(step);
      changes.push(change);
      rho.push(1 / curvature);
      if (steps.length > memory) {
        steps.shift();
        changes.shift();
        rho.shift();
      }
    }
    x = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return { at: x, value, iterations: options.maxIterations, converged: largest(gradient) <= options.tolerance };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i += 1) target[i] = (target[i] as number) + factor * (source[i] as number);
}
function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
