// A table as an output: the grid.

import { DataGrid } from "../ui/DataGrid.tsx";
import { useT } from "../ui/locale-context.tsx";
import { pickFilter } from "./pick-filter.ts";
import type { ArtifactViewProps } from "./props.ts";
import { words as viewsWords } from "../messages/views/words.ts";

export function TableView(props: ArtifactViewProps) {
  const t = useT(viewsWords);
  const { handle, reader, compact = false, called } = props;
  const [rows = 0, columns = 0] = handle.summary.shape;
  return (
    <DataGrid
      label={t("table-of", { rows, columns })}
      handle={handle}
      reader={reader}
      rows={compact ? 5 : 10}
      onFilter={pickFilter(props)}
      called={called}
    />
  );
}
