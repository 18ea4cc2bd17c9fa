// The rank of a design matrix, and which of its columns follow from those before them: what no experiment with that design can
// tell apart. As R does it (lm, qr with LAPACK = FALSE: LINPACK's dqrdc2): columns are taken in their order, and one whose rest
// is shorter than 1e-7 of itself is aliased. Checked against qr()$rank and alias() of R 4.2.2.

export interface DesignRank {
  readonly rank: number;
  readonly aliased: readonly Aliased[];
}
export interface Aliased {
  /** Position of the column. */
  readonly column: number;
  /** It is the sum of these columns, each by its factor; factors below 1e-7 are left out. */
  readonly from: readonly { readonly column: number; readonly by: number }[];
}

const tolerance = 1e-7;

export interface Direction {
  /** Of length 1, at right angles to those before. */
  readonly q: Float64Array;
  readonly column: number;
  readonly r: readonly number[];
  readonly norm: number;
}

/** Columns of one length (rows), in their order; the first is mostly the intercept. */
export function designRank(columns: readonly Float64Array[]): DesignRank {
  const { basis, aliased } = directionsOf(columns);
  return { rank: basis.length, aliased };
}

/** How far each row alone decides its own fitted value: the diagonal of the hat matrix, as R's hat(x, intercept = FALSE). */
export function leverages(columns: readonly Float64Array[], rowCount: number): Float64Array {
  const found = new Float64Array(rowCount);
  for (const { q } of directionsOf(columns).basis)
    for (let row = 0; row < rowCount; row++) found[row] = (found[row] as number) + (q[row] as number) ** 2;
  return found;
}

/** The columns that no others before them make up, each as a direction of its own and its parts along those before. */
export function directionsOf(columns: readonly Float64Array[]): {
  readonly basis: readonly Direction[];
  readonly aliased: readonly Aliased[];
} {
  const basis: Direction[] = [];
  const aliased: Aliased[] = [];
  columns.forEach((column, at) => {
    const rest = Float64Array.from(column);
    const whole = lengthOf(rest);
    const r = basis.map(() => 0);
    // Twice: what rounding left of the first time would count as a direction of its own.
    for (let time = 0; time < 2; time++)
      basis.forEach(({ q }, place) => {
        const part = dot(q, rest);
        r[place] = (r[place] as number) + part;
        for (let row = 0; row < rest.length; row++) rest[row] = (rest[row] as number) - part * (q[row] as number);
      });
    const norm = lengthOf(rest);
    if (whole === 0 || norm < tolerance * whole) aliased.push({ column: at, from: solved(basis, r) });
    else basis.push({ q: rest.map((value) => value / norm), column: at, r, norm });
  });
  return { basis, aliased };
}

/** Parts along the directions become factors of their columns, by substitution from the last, in place. */
export function substitute(basis: readonly Direction[], left: Float64Array): void {
  for (let place = basis.length - 1; place >= 0; place--) {
    const { norm, r } = basis[place] as Direction;
    const factor = (left[place] as number) / norm;
    left[place] = factor;
    for (let before = 0; before < place; before++) left[before] = (left[before] as number) - factor * (r[before] as number);
  }
}

/** Coefficients of the independent columns. */
function solved(basis: readonly Direction[], wanted: readonly number[]): Aliased["from"] {
  const by = Float64Array.from(wanted);
  substitute(basis, by);
  return basis.flatMap(({ column }, place) =>
    Math.abs(by[place] as number) < tolerance ? [] : [{ column, by: by[place] as number }],
  );
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += (a[row] as number) * (b[row] as number);
  return sum;
}
const lengthOf = (column: Float64Array): number => Math.sqrt(dot(column, column));

/** A factor as contr.treatment codes it: a column for each level but the first. `codes`: levels from 0. */
export const treatmentColumns = (codes: ArrayLike<number>, levels: number): Float64Array[] =>
  Array.from({ length: Math.max(0, levels - 1) }, (_, level) => Float64Array.from(codes, (code) => (code === level + 1 ? 1 : 0)));
