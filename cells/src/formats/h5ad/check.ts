// Holds an .h5ad file to the specification of AnnData on disk: names, shapes that agree, sparse matrices that are what they say. What
// the library of HDF5 cannot open is told by whoever runs the check.

import type { CheckTask } from "../../contract/format.ts";
import { checkPlaces } from "../parts/hdf5/check-places.ts";
import { type Hdf5Dataset, type Hdf5Group, withHdf5 } from "../parts/hdf5/hdf5-file.ts";
import { rules } from "./rules.ts";

export { rules };

type Rule = keyof typeof rules;
type Say = (rule: Rule, field: string, found: string, params?: { readonly [name: string]: string | number }) => void;

export const check = (task: CheckTask): Promise<void> =>
  withHdf5(task, (root) => {
    const say: Say = (rule, field, found, params) =>
      task.report({ rule, line: null, field, found, ...(params ? { params } : {}) });
    if (root.attribute("encoding-type") !== "anndata") say("h5ad-root", "/", String(root.attribute("encoding-type") ?? ""));
    const cells = frameOf(root, "obs", say);
    const features = frameOf(root, "var", say);
    if (cells === null || features === null) return;
    checkMatrix(root, "X", [cells, features], say);
    for (const name of root.group("layers")?.names() ?? [])
      checkMatrix(root.group("layers") as Hdf5Group, name, [cells, features], say);
    const raw = root.group("raw");
    if (raw) {
      const rawFeatures = frameOf(raw, "var", say);
      if (rawFeatures !== null) checkMatrix(raw, "X", [cells, rawFeatures], say);
    }
    for (const [name, rows] of [
      ["obsm", cells],
      ["varm", features],
    ] as const)
      checkRows(root.group(name), rows, say);
    for (const [pairs, side] of [
      ["obsp", cells],
      ["varp", features],
    ] as const) {
      const group = root.group(pairs);
      for (const name of group?.names() ?? []) if (group) checkMatrix(group, name, [side, side], say);
    }
  });

/** How many names it has; null: none can be told. */
function frameOf(root: Hdf5Group, what: "obs" | "var", say: Say): number | null {
  const group = root.group(what);
  if (!group && root.dataset(what)) {
    say("h5ad-records", what, "");
    return null;
  }
  const named = group?.attribute("_index");
  const key = typeof named === "string" ? named : "_index";
  const index = group?.dataset(key) ?? group?.group(key)?.dataset("values") ?? null;
  if (!group || !index || index.holds !== "text") {
    say("h5ad-annotation", what, group ? group.names().slice(0, 8).join(", ") : "");
    return null;
  }
  const names = index.texts();
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) say("h5ad-names", what, name);
    seen.add(name);
  }
  const present = group.names();
  for (const name of present) if (name !== key && name !== "__categories") checkColumn(group, name, names.length, say);
  const order = group.attribute("column-order");
  for (const name of Array.isArray(order) ? order.map(String) : [])
    if (!present.includes(name)) say("h5ad-column-order", what, name);
  return names.length;
}

function checkColumn(group: Hdf5Group, name: string, rows: number, say: Say): void {
  const data = group.dataset(name);
  const parts = group.group(name);
  const field = `${group.path}/${name}`.replace(/^\//, "");
  if (data) {
    if (data.shape[0] !== rows) say("h5ad-column", field, data.shape.join(" x "));
    return;
  }
  const codes = parts?.dataset("codes");
  const values = parts?.dataset("values");
  const own = codes ?? values;
  if (!own) return say("h5ad-encoding", field, String(parts?.attribute("encoding-type") ?? ""));
  if (own.shape[0] !== rows) say("h5ad-column", field, own.shape.join(" x "));
  const mask = parts?.dataset("mask");
  if (values && !mask) say("h5ad-mask", field, parts?.names().join(", ") ?? "");
  if (mask && mask.shape[0] !== rows) say("h5ad-column", `${field}/mask`, mask.shape.join(" x "));
  const count = parts?.dataset("categories")?.shape[0] ?? 0;
  if (codes) for (const code of codes.numbers()) if (code < -1 || code >= count) say("h5ad-categories", field, String(code));
}

const notAMatrix = new Set<unknown>(["null", "dict"]);

function checkMatrix(group: Hdf5Group, name: string, [rows, columns]: readonly [number, number], say: Say): void {
  const field = `${group.path}/${name}`.replace(/^\/+/, "");
  const expected = `${rows} x ${columns}`;
  const dense = group.dataset(name);
  if (dense) {
    if (notAMatrix.has(dense.attribute("encoding-type")) || dense.shape.length === 0) return;
    if (dense.shape[0] !== rows || dense.shape[1] !== columns)
      return say("h5ad-shape", field, dense.shape.join(" x "), { expected });
    return checkFinite(dense, field, say);
  }
  const sparse = group.group(name);
  if (!sparse) return;
  const encoding = sparse.attribute("encoding-type") ?? sparse.attribute("h5sparse_format");
  const isByRow = encoding === "csr_matrix" || encoding === "csr";
  if (!isByRow && encoding !== "csc_matrix" && encoding !== "csc") return say("h5ad-encoding", field, String(encoding ?? ""));
  const shape = sparse.attribute("shape") ?? sparse.attribute("h5sparse_shape");
  const told = Array.isArray(shape) ? shape.map(Number) : [];
  if (told[0] !== rows || told[1] !== columns) return say("h5ad-shape", field, told.join(" x "), { expected });
  const [data, indices, pointers] = ["data", "indices", "indptr"].map((part) => sparse.dataset(part));
  if (!data || !indices || !pointers) return say("h5ad-encoding", field, sparse.names().join(", "));
  const [major, minor] = isByRow ? [rows, columns] : [columns, rows];
  if (pointers.shape[0] !== major + 1)
    return say("h5ad-shape", `${field}/indptr`, String(pointers.shape[0]), { expected: String(major + 1) });
  if (data.shape[0] !== indices.shape[0])
    return say("h5ad-shape", `${field}/data`, String(data.shape[0]), { expected: String(indices.shape[0]) });
  checkPlaces(
    { pointers: pointers.numbers(), indices: indices.numbers(), minor },
    {
      pointers: (found) => say("h5ad-pointers", `${field}/indptr`, found),
      outside: (found, most) => say("h5ad-indices", `${field}/indices`, found, { most }),
      twice: (found) => say("h5ad-twice", `${field}/indices`, found),
      unordered: (found) => say("h5ad-order", `${field}/indices`, found),
    },
  );
  checkFinite(data, `${field}/data`, say);
}

function checkFinite(data: Hdf5Dataset, field: string, say: Say): void {
  if (data.holds !== "fraction") return;
  const numbers = data.numbers();
  for (let at = 0; at < numbers.length; at++)
    if (!Number.isFinite(numbers[at])) say("h5ad-finite", field, `${numbers[at]} (place ${at})`);
}

function checkRows(group: Hdf5Group | null, rows: number, say: Say): void {
  for (const name of group?.names() ?? []) {
    const data = group?.dataset(name);
    if (data && data.shape[0] !== rows)
      say("h5ad-shape", `${group?.path}/${name}`.replace(/^\/+/, ""), data.shape.join(" x "), { expected: `${rows} x …` });
  }
}
