// Columns of a table of counts that describe its rows and are no samples: the length of a gene, its number at Entrez, where
// it lies (featureCounts writes Chr, Start, End, Strand, Length beside the counts; Subread user's guide, 6.2.3).

const known: readonly RegExp[] = [
  /^(?:(?:gene|transcript|feature|effective|eff|exon|exonic|merged|union)[._ -]?)?length$/i,
  /^(?:gene[._ -]?)?entrez(?:[._ -]?gene)?(?:[._ -]?id)?$/i,
  /^gene[._ -]?(?:names?|symbols?|ids?|type|biotype|description|version)$/i,
  /^(?:hgnc|mgi|ensembl)[._ -]?(?:symbol|id|gene|gene[._ -]?id)$/i,
  /^transcript[._ -]?ids?(?:\(s\))?$/i,
  /^(?:symbol|biotype|description)$/i,
  /^gc(?:[._ -]?(?:content|percent|fraction))?$/i,
];
/** "start" alone may be a time; beside "end" or "strand" it is a place. */
const ofPlaces = /^(?:#?chr|chrom|chromosome|seqnames?|start|end|strand|(?:start|end)[._ -]?position|width|length)$/i;

/** By its name alone: what a column that holds text may be. */
export const describesRows = (name: string): boolean =>
  [...known, ofPlaces].some((pattern) => pattern.test(name.trim())) ||
  /^(?:cyto(?:genetic)?[._ -]?)?(?:band|location)$|^(?:chr|chromosome)[._ -]|^(?:pos|position|exons?|cluster|clade|class|group)$/i.test(
    name.trim(),
  );

/** Those among the names of the columns after the first. */
export function annotationColumns(names: readonly string[]): ReadonlySet<string> {
  const places = names.filter((name) => ofPlaces.test(name.trim()));
  const others = names.filter((name) => known.some((pattern) => pattern.test(name.trim())));
  return new Set([...others, ...(places.length >= 2 ? places : [])]);
}
