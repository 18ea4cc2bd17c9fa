# Makes the files beside it, with Debian's python3-anndata 0.8.0, h5py 3.7.0, scipy 1.10.1, loompy 3.0.7, biom-format 2.1.12.
# What anndata 0.7 and >= 0.11 write was written by h5py after their specification. expected.json is what those packages read.
import gzip, json, os, sys, numpy as np, pandas as pd, h5py, scipy.sparse as sp, anndata as ad
here = os.path.dirname(os.path.abspath(__file__)); os.chdir(here)
rng = np.random.default_rng(7)
counts = rng.poisson(.7, (6, 5)).astype(np.float32); counts[2, 3] = 259
counts[0, 0] = 0
cells = [f"AAAC{i}-1" for i in range(6)]; genes = ["ENSG0000000000%d" % i for i in range(1, 6)]
symbols = ["TP53", "CD3E", "LYZ", "MARCH1", "GNLY"]
expected = {"counts": counts.tolist(), "cells": cells, "genes": genes, "symbols": symbols}
obs = lambda: pd.DataFrame({
    "kind": pd.Categorical(["T", "B", None, "T", "B", "T"], categories=["B", "T"]),
    "good": [True, False, True, True, False, True], "n": np.arange(6, dtype=np.int64) * 10,
    "share": [.5, np.nan, .25, 1, 0, .125], "note": ["a", "b", "c", "d", "e", "f"]}, index=cells)
var = lambda: pd.DataFrame({"gene_ids": genes, "highly_variable": [True, False, True, False, True]}, index=symbols)
def packed(name):
    with open(name, "rb") as f: data = f.read()
    with gzip.GzipFile(name + ".gz", "wb", mtime=0) as f: f.write(data)
    os.remove(name)
def anndata(name, X, **more):
    a = ad.AnnData(X, obs(), var(), dtype=X.dtype)
    for key, value in more.items():
        if key == "layers":
            for l, v in value.items(): a.layers[l] = v
        elif key == "obsm":
            for l, v in value.items(): a.obsm[l] = v
        elif key == "uns": a.uns.update(value)
        elif key == "raw": a.raw = value
    a.write_h5ad(name); packed(name); return a
pca = rng.normal(size=(6, 3)).astype(np.float32); umap = rng.normal(size=(6, 2))
expected["pca"] = pca.astype(float).tolist(); expected["umap"] = umap.tolist()
log = np.log1p(counts / counts.sum(1, keepdims=True) * 10).astype(np.float32)
expected["log"] = log.astype(float).tolist()
full = ad.AnnData(sp.csr_matrix(np.hstack([counts, counts[:, :2]])), obs(), pd.DataFrame(index=symbols + ["X1", "X2"]), dtype=np.float32)
anndata("csr.h5ad", sp.csr_matrix(log), layers={"counts": sp.csr_matrix(counts)}, obsm={"X_pca": pca, "X_umap": umap}, uns={"log1p": {}}, raw=full)
anndata("csc.h5ad", sp.csc_matrix(counts))
anndata("dense.h5ad", counts, obsm={"X_long": rng.normal(size=(6, 60))})
a = ad.AnnData(None, obs(), var(), obsm={"X_umap": umap}); a.write_h5ad("no_x.h5ad"); packed("no_x.h5ad")
# anndata 0.7: categories by reference, strings without encoding, sparse with encoding 0.1.0.
with h5py.File("old.h5ad", "w") as f:
    m = sp.csr_matrix(counts); g = f.create_group("X"); g.attrs["encoding-type"] = "csr_matrix"; g.attrs["encoding-version"] = "0.1.0"; g.attrs["shape"] = m.shape
    for k in ("data", "indices", "indptr"): g[k] = getattr(m, k)
    s = h5py.string_dtype("utf-8")
    def frame(name, index, columns):
        g = f.create_group(name); g.attrs["_index"] = "index"; g.attrs["encoding-type"] = "dataframe"; g.attrs["encoding-version"] = "0.1.0"
        g.attrs.create("column-order", list(columns), dtype=s); g.create_dataset("index", data=index, dtype=s)
        for k, v in columns.items():
            if isinstance(v, pd.Categorical):
                c = g.require_group("__categories").create_dataset(k, data=list(v.categories), dtype=s); c.attrs["ordered"] = False
                g[k] = v.codes; g[k].attrs["categories"] = c.ref
            elif isinstance(v[0], str): g.create_dataset(k, data=v, dtype=s)
            else: g[k] = v
    o = obs(); frame("obs", cells, {"kind": o["kind"].values, "n": o["n"].values, "note": list(o["note"])}); frame("var", symbols, {"gene_ids": genes})
packed("old.h5ad")
# anndata >= 0.11: nullable arrays, strings that may be missing, indices of 64 bits; libver latest.
with h5py.File("new.h5ad", "w", libver="latest") as f:
    f.attrs["encoding-type"] = "anndata"; f.attrs["encoding-version"] = "0.1.0"
    s = h5py.string_dtype("utf-8")
    def enc(x, t, v="0.1.0"): x.attrs["encoding-type"] = t; x.attrs["encoding-version"] = v; return x
    m = sp.csr_matrix(counts.astype(np.int64)); g = enc(f.create_group("X"), "csr_matrix"); g.attrs["shape"] = np.array(m.shape)
    # As scipy leaves them after a product: not in order within a row.
    data, ind = m.data.copy(), m.indices.astype(np.int64)
    for r in range(6):
        a, b = m.indptr[r], m.indptr[r + 1]; data[a:b] = data[a:b][::-1]; ind[a:b] = ind[a:b][::-1]
    g["data"] = data; g["indices"] = ind; g["indptr"] = m.indptr.astype(np.int64)
    o = enc(f.create_group("obs"), "dataframe", "0.2.0"); o.attrs["_index"] = "barcode"; o.attrs.create("column-order", ["age", "dead", "site", "kind", "long"], dtype=s)
    enc(o.create_dataset("barcode", data=cells, dtype=s), "string-array", "0.2.0")
    def nullable(name, t, values, mask):
        g = enc(o.create_group(name), t); g["values"] = values; g["mask"] = np.array(mask); enc(g["values"], "string-array" if t.endswith("string-array") else "array", "0.2.0"); enc(g["mask"], "array", "0.2.0")
    nullable("age", "nullable-integer", np.array([31, 0, 45, 50, 0, 61], dtype=np.int64), [False, True, False, False, True, False])
    nullable("dead", "nullable-boolean", np.array([True, False, False, True, False, True]), [False, False, True, False, False, False])
    nullable("site", "nullable-string-array", np.array(["Bern", "", "Graz", "Lund", "", "Bern"], dtype=object).astype(s), [False, True, False, False, False, False])
    c = enc(o.create_group("kind"), "categorical", "0.2.0"); c.attrs["ordered"] = True; enc(c.create_dataset("categories", data=[3, 1, 2]), "array", "0.2.0"); enc(c.create_dataset("codes", data=np.array([0, 1, -1, 2, 0, 1], dtype=np.int8)), "array", "0.2.0")
    enc(o.create_dataset("long", data=np.array([2**40, 1, 2, 3, 4, 5])), "array", "0.2.0")
    v = enc(f.create_group("var"), "dataframe", "0.2.0"); v.attrs["_index"] = "_index"; v.attrs.create("column-order", [], dtype=s); enc(v.create_dataset("_index", data=genes, dtype=s), "string-array", "0.2.0")
    enc(f.create_group("layers"), "dict")
packed("new.h5ad")
# 10x Genomics.
with h5py.File("v3.h5", "w") as f:
    m = sp.csc_matrix(counts.T.astype(np.int32)); g = f.create_group("matrix"); f.attrs["filetype"] = "matrix"; f.attrs["version"] = 2
    g["barcodes"] = np.array(cells, dtype="S"); g["shape"] = np.array(m.shape, dtype=np.int32)
    for k in ("data", "indices", "indptr"): g.create_dataset(k, data=getattr(m, k).astype(np.int64 if k != "data" else np.int32), compression="gzip", chunks=True)
    t = g.create_group("features"); t["id"] = np.array(genes[:4] + ["CD3"], dtype="S"); t["name"] = np.array(symbols, dtype="S")
    t["feature_type"] = np.array(["Gene Expression"] * 4 + ["Antibody Capture"], dtype="S"); t["genome"] = np.array(["GRCh38"] * 4 + [""], dtype="S"); t["_all_tag_keys"] = np.array(["genome"], dtype="S")
packed("v3.h5")
with h5py.File("v2.h5", "w") as f:
    for genome, scale in (("hg19", 1), ("mm10", 2)):
        m = sp.csc_matrix(counts.T.astype(np.int32) * scale); g = f.create_group(genome)
        g["barcodes"] = np.array(cells, dtype="S"); g["shape"] = np.array(m.shape, dtype=np.int32); g["genes"] = np.array(genes, dtype="S"); g["gene_names"] = np.array(symbols, dtype="S")
        for k in ("data", "indices", "indptr"): g[k] = getattr(m, k)
packed("v2.h5")
import loompy
loompy.create("small.loom", {"": counts.T, "spliced": (counts.T // 2)}, {"Gene": np.array(symbols), "Accession": np.array(genes), "Chromosome": np.array(["17", "11", "12", "2", "2"])},
    {"CellID": np.array(cells), "Kind": np.array(["T", "B", "B", "T", "B", "T"]), "Age": np.arange(6.), "Embedding": umap}, file_attrs={"Title": "made"})
packed("small.loom")
import biom
tax = [{"taxonomy": ["k__Bacteria", "p__%d" % i]} for i in range(5)]
t = biom.Table(counts.T, genes, cells, tax, [{"site": s, "depth": i} for i, s in enumerate(["gut", "skin", "gut", "skin", "gut", "skin"])], type="OTU table")
open("small.biom", "w").write(t.to_json("made"))
packed("small.biom")
t.del_metadata(["depth"], "sample")
with h5py.File("small_v2.biom", "w") as f: t.to_hdf5(f, "made")
packed("small_v2.biom")
with h5py.File("kallisto.h5", "w") as f:
    a = f.create_group("aux"); a["ids"] = np.array(["ENST01", "ENST02", "ENST03"], dtype="S"); a["lengths"] = np.array([624, 1263, 915], dtype=np.int32); a["eff_lengths"] = np.array([444.4, 1083.4, 735.4])
    f["est_counts"] = np.array([73, 84.0315, 0]); f.create_group("bootstrap")["bs0"] = np.array([70., 90., 1.])
packed("kallisto.h5")
json.dump(expected, open("expected.json", "w"))
# Faults, of each its own file. anndata 0.8.0: KeyError 'gone'; reads values without a mask; ValueError of obsp's shape.
for fault in ("order", "mask", "pairs"):
    with h5py.File("bad_%s.h5ad" % fault, "w") as f:
        s = h5py.string_dtype("utf-8"); f.attrs["encoding-type"] = "anndata"; f.attrs["encoding-version"] = "0.1.0"
        def enc(x, t, v="0.1.0"): x.attrs["encoding-type"] = t; x.attrs["encoding-version"] = v; return x
        enc(f.create_dataset("X", data=np.ones((2, 3))), "array", "0.2.0")
        for what, names in (("obs", ["a", "b"]), ("var", ["x", "y", "z"])):
            g = enc(f.create_group(what), "dataframe", "0.2.0"); g.attrs["_index"] = "_index"
            enc(g.create_dataset("_index", data=names, dtype=s), "string-array", "0.2.0")
            order = ["gone"] if fault == "order" and what == "obs" else ["n"] if fault == "mask" and what == "obs" else []
            g.attrs.create("column-order", order, dtype=s)
        if fault == "mask": enc(enc(f["obs"].create_group("n"), "nullable-integer"), "nullable-integer").create_dataset("values", data=[1, 2])
        if fault == "pairs": enc(enc(f.create_group("obsp"), "dict").create_dataset("near", data=np.ones((3, 3))), "array", "0.2.0")
    packed("bad_%s.h5ad" % fault)
