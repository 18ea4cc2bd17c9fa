// Where in the protein a change begins, of its short name (HGVS Nomenclature 20.05, protein; as Variant Effect Predictor and oncotator
// write it): p.R882H, p.Arg882His, p.W288fs, p.K417_D419del, p.*913W, p.X125_splice, and the same without p.

const place = /^(?:\w+[.\d]*:)?p?\.?\(?(?:[A-Z][a-z]{2}|[A-Z*])(\d+)/;
const codons = /^(?:\w+[.\d]*:)?p?\.?\(?(\d+)(?:_\d+)?(?=[A-Za-z*>])/;

/** A whole number from 1 on. Null: it names none (p.?, p.=, an empty field). */
export function proteinPosition(change: string): number | null {
  const found = place.exec(change.trim()) ?? codons.exec(change.trim());
  const at = Number(found?.[1]);
  return Number.isSafeInteger(at) && at > 0 ? at : null;
}
