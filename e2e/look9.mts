import path from "node:path";
import { mkdirSync } from "node:fs";
import { newHome, newPerson, removeHome, startBrowser, startProduct } from "./harness.ts";
const sets: Record<string, string[]> = {
  clinvar: ["/work/shared/data/clinvar_20genes/clinvar_20genes_GRCh37.vcf.gz"],
  kg: ["/work/shared/data/kg_phase1_1092/kg_phase1_14079.vcf.gz", "/work/shared/data/kg_phase1_1092/samples.tsv"],
  cells: ["/work/shared/data/pbmc68k_reduced/pbmc68k_reduced.h5ad"],
  trio: ["matrix.mtx.gz", "barcodes.tsv.gz", "features.tsv.gz"].map((f) => `/work/shared/data/pbmc68k_reduced/10x_mtx/${f}`),
  fasta: ["/work/shared/data/format_zoo/ecoli.fasta", "/work/shared/data/format_zoo/example.fastq"],
  bed: ["/work/shared/data/format_zoo/bed3.bed", "/work/shared/data/format_zoo/Ensembl_MYC.gff3"],
  bam: ["/work/shared/data/format_zoo/HG02450.bam", "/work/shared/data/format_zoo/HG02450.bam.csi"],
};
const only = process.argv.slice(2);
const out = "/tmp/look9"; mkdirSync(out, { recursive: true });
const home = newHome();
const product = await startProduct({ home, args: ["--empty"] });
const browser = await startBrowser();
try {
  const { page, troubles } = await newPerson(browser);
  await page.goto(product.signIn); await page.waitForTimeout(1500);
  for (const [name, files] of Object.entries(sets)) {
    if (only.length && !only.includes(name)) continue;
    try {
      await page.goto(product.url); await page.waitForSelector("[data-testid=home-file-input]", { state: "attached" });
      await page.setInputFiles("[data-testid=home-file-input]", files);
      const t = Date.now();
      await page.waitForSelector("[data-testid=intake] .btn.fill", { timeout: 60000 });
      console.log(name, "card after", Date.now() - t, "ms");
      await page.waitForTimeout(600);
      await page.screenshot({ path: path.join(out, `${name}-card.png`) });
      console.log((await page.locator("[data-testid=intake]").innerText()).slice(0, 1500));
      const t2 = Date.now();
      await page.locator("[data-testid=intake] .btn.fill").click();
      await page.waitForTimeout(1000);
      await page.waitForFunction(() => !document.querySelector("[data-state=running],[data-state=queued],[data-state=waiting]"), undefined, { timeout: 60000 }).catch(() => console.log("still running"));
      await page.waitForTimeout(2500);
      console.log(name, "loaded", Date.now() - t2);
      await page.screenshot({ path: path.join(out, `${name}-cell.png`), fullPage: false });
    } catch (e) { console.log(name, "FAILED", String(e).slice(0, 500)); await page.screenshot({ path: path.join(out, `${name}-failed.png`) }); }
  }
  console.log("troubles", troubles);
} finally { await browser.close(); await product.stop(); removeHome(home); }
