// A live parameter of a dashboard: offers the values that were published and no others. Up to four are segments.

import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { Dashboard } from "@genomecraft/collab-server/contract/publications.ts";
import { useScreen } from "../app/screen.tsx";
import { valueSaid } from "./value-said.ts";

type Parameter = Dashboard["parameters"][number];

export function ParameterControl({
  parameter,
  value,
  onChange,
}: {
  readonly parameter: Parameter;
  readonly value: Json;
  onChange(value: Json): void;
}) {
  const { locale } = useScreen();
  const show = (item: Json): string => {
    const text = valueSaid(item, locale);
    return parameter.unit ? `${text}\u202f${parameter.unit}` : text;
  };
  const at = parameter.values.findIndex((item) => canonicalJson(item) === canonicalJson(value));
  if (parameter.values.length <= 4) {
    return (
      <div className="row" role="group" aria-label={parameter.label}>
        <span className="muted">{parameter.label}</span>
        <div className="segments">
          {parameter.values.map((item, index) => (
            <button key={JSON.stringify(item)} type="button" aria-pressed={index === at} onClick={() => onChange(item)}>
              {show(item)}
            </button>
          ))}
        </div>
      </div>
    );
  }
  return (
    <label className="row">
      <span className="muted">{parameter.label}</span>
      <select
        className="input dense"
        value={at}
        onChange={(event) => onChange(parameter.values[Number(event.currentTarget.value)] ?? null)}
      >
        {parameter.values.map((item, index) => (
          <option key={JSON.stringify(item)} value={index}>
            {show(item)}
          </option>
        ))}
      </select>
    </label>
  );
}
