// The features, and above them what is doubtful and what each view knew.

import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { isJsonObject, type Json } from "../../base/json.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import type { Locale } from "../../messages/locale.ts";
import { Doubts } from "../../ui/Doubts.tsx";
import { View } from "../../ui/locale-context.tsx";
import { reportBody } from "../../ui/report-body.ts";
import { useArtifact } from "../../ui/use-artifact.ts";
import { words } from "./words.ts";

export function Output({ locale, outputs, reader, compact, keepRows }: OutputProps) {
  const out = outputs["out"];
  const report = useArtifact(outputs["report"], reader);
  const body = report.state === "here" ? reportBody(report.value) : {};
  return (
    <View locale={locale}>
      <Doubts said={body["doubts"]} />
      {compact ? null : (
        <ul style={{ margin: "0 0 8px", padding: "0 0 0 20px", fontSize: 13, lineHeight: "18px" }}>
          {viewsIn(body["views"]).map((view, at) => (
            <li key={`${at} ${String(view["name"])}`}>{toldOf({ ...view, rows: body["rows"] ?? 0 }, locale)}</li>
          ))}
        </ul>
      )}
      {out ? <ArtifactView handle={out} reader={reader} compact={compact} keepRows={keepRows} /> : null}
    </View>
  );
}

const viewsIn = (value: Json | undefined) => (Array.isArray(value) ? (value as readonly Json[]) : []).filter(isJsonObject);

function toldOf(view: { readonly [field: string]: Json }, locale: Locale): string {
  const { name = "", entities = 0, found = 0, rows = 0, later = 0, tooOld = 0 } = view;
  const more = [
    ...(Number(later) > 0 ? [words.say("told-later", { n: later }, locale)] : []),
    ...(Number(tooOld) > 0 ? [words.say("told-old", { n: tooOld }, locale)] : []),
  ];
  return [words.say("told-view", { name, entities, found, rows }, locale), ...more].join("; ");
}
