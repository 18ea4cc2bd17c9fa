// What a series matrix says of its samples: a line a field, a value a sample. Characteristics ("tissue: liver") become columns by
// their keys, whatever line they stand in; what is the same for all samples and longer than a word is left out of the table's width.

import type { Column } from "../../artifacts/artifact.ts";
import { columnOfWritten } from "../parts/matrices/column-of-written.ts";
import { words } from "./words.ts";

interface Field {
  readonly name: string;
  readonly values: readonly string[];
  readonly line: number;
}

export class SamplesOfSeries {
  readonly #fields: Field[] = [];
  #series = "";
  #platform = "";

  get series(): string {
    return this.#series;
  }
  get platform(): string {
    return this.#platform;
  }

  take(fields: readonly string[], line: number): void {
    const [key = "", ...values] = fields;
    const name = /^!Sample_(\w+)/.exec(key)?.[1];
    if (name !== undefined) this.#fields.push({ name, values, line });
    else if (key === "!Series_geo_accession") this.#series = values[0] ?? "";
    else if (key === "!Series_platform_id")
      this.#platform = [this.#platform, values[0] ?? ""].filter((text) => text !== "").join(", ");
  }

  accessions(): readonly string[] {
    return this.#fields.find(({ name }) => name === "geo_accession")?.values ?? [];
  }

  /** `several`: keys that a sample has more than one value of. */
  columns(count: number): { readonly columns: readonly Column[]; readonly several: readonly string[] } {
    const found = new Map<string, (string | null)[]>();
    const several = new Set<string>();
    const put = (name: string, sample: number, text: string): void => {
      if (text === "") return;
      const column = found.get(name) ?? Array.from({ length: count }, () => null);
      found.set(name, column);
      const before = column[sample];
      if (before !== null && before !== undefined && before !== text) several.add(name);
      column[sample] = before === null || before === undefined || before === text ? text : `${before}; ${text}`;
    };
    for (const { name, values, line } of this.#fields) {
      if (values.length !== count) words.fail("samples-differ", { line, found: values.length, expected: count });
      const isCharacteristics = /^characteristics_ch\d+$/.test(name);
      values.forEach((value, sample) => {
        const [, key, text] = (isCharacteristics ? /^([^:]{1,100}?)\s*:\s*(.*)$/.exec(value) : null) ?? [];
        if (key !== undefined) put(key, sample, text ?? "");
        else put(name, sample, value);
      });
    }
    return { columns: [...found].map(([name, texts]) => columnOfWritten(name, texts)), several: [...several] };
  }
}
