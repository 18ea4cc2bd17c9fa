// What the samples of several files are called: after the files where those differ, else after the folders that they lie in.

/** Of a file that came alone: results are kept by the bytes of a file, whatever it is called. */
export const nameOfOne = "sample";

/** What programs put behind the name of a sample, again and again. */
// STAR writes its own behind the prefix as that is, mostly without anything between them.
const endings =
  /(?:\.(?:gz|bgz|txt|tsv|tab|out|sf|h5|results|genes|isoforms|counts?|quant|abundance|readspergene|htseq|htseq-count|featurecounts)|[._-](?:readspergene|quant|counts?|htseq(?:[._-]counts?)?|abundance|rsem|salmon|kallisto)|readspergene)$/i;

function stemOfSample(file: string): string {
  let stem = file.slice(file.lastIndexOf("/") + 1);
  for (let next = stem.replace(endings, ""); next !== stem && next !== ""; next = stem.replace(endings, "")) stem = next;
  return stem;
}

const generic = /^(?:quant|abundance|counts?|genes?|isoforms|readspergene|rsem|htseq|output|results)$/i;

/** One of each file, in its order. Where files are called alike the folders tell them apart; where those do too, whole paths. */
export function sampleNames(files: readonly string[]): readonly string[] {
  const stems = files.map(stemOfSample);
  if (new Set(stems).size === files.length && !stems.every((stem) => generic.test(stem))) return stems;
  const folders = files.map((file) => file.split("/").slice(0, -1).toReversed());
  const deepest = Math.max(0, ...folders.map((path) => path.length));
  for (let level = 0; level < deepest; level++) {
    const names = folders.map((path) => path[level] ?? "");
    if (new Set(names).size === files.length && !names.includes("")) return names;
  }
  return new Set(stems).size === files.length ? stems : files;
}
