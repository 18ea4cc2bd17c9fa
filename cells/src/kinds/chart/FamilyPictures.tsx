// The families that fit the data, as small pictures of these data; the others by name, with why they do not fit.

import { styled } from "@mui/material/styles";
import { useEffect, useState } from "react";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { thumbnailSize } from "../../artifacts/figure-thumbnail.ts";
import type { JsonObject } from "../../base/json.ts";
import { charts } from "../../charts.ts";
import type { ArtifactReader, OutputHandle } from "../../contract/kind-view.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { Caption, focusRing, Quiet } from "../../ui/field-styles.ts";
import { ThumbnailMarks } from "../../ui/ThumbnailMarks.tsx";
import type { Proposal, Unfit } from "./proposals.ts";
import type { ChartSpec } from "./spec.ts";
import { words } from "./words.ts";

const Row = styled("div")({ display: "flex", flexWrap: "wrap", gap: 8, padding: "4px 0 8px" });
const Picture = styled("button")({
  font: "inherit",
  fontSize: 12,
  lineHeight: "16px",
  color: "var(--gc-text)",
  background: "var(--gc-surface)",
  border: "1px solid var(--gc-line)",
  borderRadius: 6,
  padding: 4,
  width: 116,
  cursor: "pointer",
  textAlign: "left",
  "& svg": { display: "block", width: "100%", height: "auto" },
  "&:hover": { borderColor: "var(--gc-control)" },
  "&:focus-visible": focusRing,
  "&[aria-pressed=true]": { borderColor: "var(--gc-accent)", boxShadow: "inset 0 0 0 1px var(--gc-accent)" },
});

interface Found {
  readonly fits: readonly Proposal[];
  readonly others: readonly Unfit[];
  /** Rows of a table, samples of a matrix. */
  readonly rows: number;
  /** Of a matrix; 0 of a table. */
  readonly features: number;
  readonly isWhole: boolean;
}
/** By the digest of the data and what is on the axes: drawn once. */
const drawn = new Map<string, Found>();
const mostKept = 50;

export function FamilyPictures(props: {
  readonly spec: ChartSpec;
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly locale: Locale;
  choose(fields: JsonObject): void;
}) {
  const { spec, handle, reader, locale, choose } = props;
  const key = JSON.stringify([handle.digest, spec]);
  const [found, setFound] = useState<{ readonly key: string; readonly value: Found } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { ref, digest, summary } = handle;
  useEffect(() => {
    let isHere = true;
    const kept = drawn.get(key);
    if (kept) {
      setFound({ key, value: kept });
      return undefined;
    }
    const draw = async (): Promise<void> => {
      const { proposalsFor } = await import("./proposals.ts");
      const data = await firstOf({ ref, digest, summary }, reader);
      const seen =
        data.type === "table" ? { rows: data.rowCount, features: 0 } : { rows: data.sampleCount, features: data.featureCount };
      let value: Found = { fits: [], others: [], ...seen, isWhole: false };
      for await (const one of proposalsFor(spec, data, summary)) {
        if (!isHere) return;
        value = "marks" in one ? { ...value, fits: [...value.fits, one] } : { ...value, others: [...value.others, one] };
        setFound({ key, value });
      }
      value = { ...value, isWhole: true };
      if (drawn.size >= mostKept) drawn.clear();
      drawn.set(key, value);
      setFound({ key, value });
    };
    draw().catch((error: unknown) => isHere && setWrong(error instanceof Error ? error.message : String(error)));
    return () => {
      isHere = false;
    };
    // A handle is made anew at each drawing: its content is named by the digest.
  }, [key, reader, ref.ref, ref.port]);
  if (wrong !== null) return <Caption role="alert">{wrong}</Caption>;
  // While others are drawn, those of before stay.
  const shown = found?.value;
  if (!shown) return <Caption role="status">{words.say("pictures-waiting", {}, locale)}</Caption>;
  const title = (family: Proposal["family"]): string => charts[family].family.title(locale);
  const label =
    shown.features > 0
      ? words.say("pictures-of-matrix", { n: shown.rows, features: shown.features }, locale)
      : words.say("pictures-of", { n: shown.rows }, locale);
  return (
    <div>
      <Caption>{shown.isWhole && shown.fits.length === 0 ? words.say("pictures-none", {}, locale) : label}</Caption>
      <Row role="group" aria-label={label}>
        {shown.fits.map(({ family, fields, marks }) => (
          <Picture
            key={family}
            type="button"
            aria-pressed={spec.chart.type === family}
            onClick={() => spec.chart.type !== family && choose(fields)}
          >
            <svg viewBox={`0 0 ${thumbnailSize.width} ${thumbnailSize.height}`} aria-hidden="true">
              <ThumbnailMarks marks={marks} dark={isDark()} />
            </svg>
            {title(family)}
          </Picture>
        ))}
      </Row>
      {shown.others.length > 0 ? (
        <Quiet type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {words.say(all ? "all-types-hide" : "all-types", {}, locale)}
        </Quiet>
      ) : null}
      {all ? (
        <ul style={{ margin: "4px 0 8px", paddingLeft: 20, fontSize: 13 }}>
          {shown.others.map(({ family, why }) => (
            <li key={family}>{words.say("why-not", { title: title(family), why: failureSentence(why, locale) }, locale)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

async function firstOf({ ref, digest, summary }: OutputHandle, reader: ArtifactReader): Promise<Table | Assay> {
  const { assayOfWindows, partOfPictures, rowsOfPictures, tableOfWindow } = await import("./proposals.ts");
  const of = { ref, digest };
  if (summary.type !== "assay") return tableOfWindow(await reader.window(of, { offset: 0, limit: rowsOfPictures }));
  const { features, samples } = partOfPictures;
  const [values, sheet] = await Promise.all([
    reader.window(of, { part: "values", offset: 0, limit: features, columns: { offset: 0, limit: samples + 1 } }),
    reader.window(of, { part: "samples", offset: 0, limit: samples }),
  ]);
  return assayOfWindows(values, sheet, summary);
}

/** Of maps about zero alone: their middle is the colour of the page. */
const isDark = (): boolean => globalThis.matchMedia?.("(prefers-color-scheme: dark)").matches ?? false;
