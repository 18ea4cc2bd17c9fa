// How far one row lies from eight others, in AssemblyScript, two of them at a time in one register: each sum is taken value by
// value in their order, as a loop would take it, so that it is the same to the last bit. Compiled into
// src/stats/clusters/pair-program.ts by `node cells/wasm/build.mjs`; a test compiles it again.

/** Sums of squares of differences of rows 0 … `count` - 1 from eight that lie side by side in `panel`; eight sums a row at `to`. */
export function squares(rows: usize, count: i32, panel: usize, length: i32, to: usize): void {
  let row = rows;
  for (let at: i32 = 0; at < count; at++) {
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    let other = panel;
    for (let k: i32 = 0; k < length; k++) {
      const value = f64x2.splat(load<f64>(row));
      const p = f64x2.sub(v128.load(other), value);
      const q = f64x2.sub(v128.load(other, 16), value);
      const r = f64x2.sub(v128.load(other, 32), value);
      const s = f64x2.sub(v128.load(other, 48), value);
      a = f64x2.add(a, f64x2.mul(p, p));
      b = f64x2.add(b, f64x2.mul(q, q));
      c = f64x2.add(c, f64x2.mul(r, r));
      d = f64x2.add(d, f64x2.mul(s, s));
      row += 8;
      other += 64;
    }
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
    to += 64;
  }
}

/** The same of the sizes of differences. */
export function sizes(rows: usize, count: i32, panel: usize, length: i32, to: usize): void {
  let row = rows;
  for (let at: i32 = 0; at < count; at++) {
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    let other = panel;
    for (let k: i32 = 0; k < length; k++) {
      const value = f64x2.splat(load<f64>(row));
      a = f64x2.add(a, f64x2.abs(f64x2.sub(v128.load(other), value)));
      b = f64x2.add(b, f64x2.abs(f64x2.sub(v128.load(other, 16), value)));
      c = f64x2.add(c, f64x2.abs(f64x2.sub(v128.load(other, 32), value)));
      d = f64x2.add(d, f64x2.abs(f64x2.sub(v128.load(other, 48), value)));
      row += 8;
      other += 64;
    }
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
    to += 64;
  }
}

/** The same of products. */
export function products(rows: usize, count: i32, panel: usize, length: i32, to: usize): void {
  let row = rows;
  for (let at: i32 = 0; at < count; at++) {
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    let other = panel;
    for (let k: i32 = 0; k < length; k++) {
      const value = f64x2.splat(load<f64>(row));
      a = f64x2.add(a, f64x2.mul(v128.load(other), value));
      b = f64x2.add(b, f64x2.mul(v128.load(other, 16), value));
      c = f64x2.add(c, f64x2.mul(v128.load(other, 32), value));
      d = f64x2.add(d, f64x2.mul(v128.load(other, 48), value));
      row += 8;
      other += 64;
    }
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
    to += 64;
  }
}
