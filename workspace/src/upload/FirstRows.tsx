// What a look into a file found of it: its first rows as a table, and what they are.

import { artifactCards } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import type { IntakeFile } from "../api/answers.ts";
import { useScreen } from "../app/screen.tsx";

/** "matrix 41 786 × 22" */
/** `isOpen`: what it becomes is decided by another file, and is not said. */
export function useWhat(): (file: IntakeFile, isOpen?: boolean) => string {
  const { t, locale } = useScreen();
  return ({ artifact, shape }, isOpen = false) => {
    const [rows = 0, columns = 0] = shape;
    // What stays a file has no rows and columns, but sequences of a reference, where it lies on one.
    if (artifact === "file") {
      const name = artifactCards.file.words.say("name", {}, locale);
      return rows === 0 ? name : [name, t("n-contigs", { n: rows })].join(", ");
    }
    // Steps of a saved recipe are no rows either.
    if (shape.length === 0 && artifact !== null) return artifactCards[artifact].words.say("name", {}, locale);
    const size = `${formatNumber(rows, locale)} × ${formatNumber(columns, locale)}`;
    return isOpen ? size : `${artifactCards[artifact ?? "table"].words.say("name", {}, locale)} ${size}`;
  };
}

export function FirstRows({ file, name }: { readonly file: IntakeFile; readonly name: string }) {
  const { t } = useScreen();
  if (file.preview.rows.length === 0) return null;
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t("first-rows-of", { name })}>
      <table className="grid-table mono preview">
        <thead>
          <tr>
            {file.preview.columns.map((column, index) => (
              <th key={`${column}-${index}`} scope="col">
                {column || "\u00a0"}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.preview.rows.map((row, index) => (
            <tr key={row.join("\t") + index}>
              {row.map((value, place) => (
                <td key={`${file.preview.columns[place]}-${place}`}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
