// How large a figure leaves: as on the screen, or as wide as one or two columns of a journal.

import type { Paper } from "./print-size.ts";
import { columnWidths, resolutions } from "./print-size.ts";
import { useT } from "./locale-context.tsx";
import { Select } from "./SelectField.tsx";
import { words } from "../messages/views/words.ts";

const keyOf = ({ width, dpi }: Paper): string => `${width} ${dpi}`;
const papers: readonly Paper[] = columnWidths.flatMap((width) => resolutions.map((dpi) => ({ width, dpi })));

export function SizeField({
  paper,
  onChange,
}: {
  readonly paper: Paper | null;
  readonly onChange: (paper: Paper | null) => void;
}) {
  const t = useT(words);
  return (
    <Select
      label={t("size-of-file")}
      value={paper ? keyOf(paper) : "screen"}
      readOnly={false}
      options={[
        { value: "screen", label: t("size-screen") },
        ...papers.map((each) => ({
          value: keyOf(each),
          label: t("size-paper", { mm: each.width, dpi: each.dpi }),
          group: t(each.width === columnWidths[0] ? "size-one" : "size-two"),
        })),
      ]}
      onChange={(key) => onChange(papers.find((each) => keyOf(each) === key) ?? null)}
    />
  );
}
