// One attribute of a table of ARFF while its rows are read.

import type { Column } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, textColumn } from "../../artifacts/table.ts";
import type { Issue } from "../../contract/format.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { Attribute } from "./attributes.ts";
import { type DateReader, dateReader } from "./dates.ts";
import type { Field } from "./fields.ts";
import { words } from "./words.ts";

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const whole = /^[+-]?\d{1,10}$/;

export class ArffColumn {
  private readonly attribute: Attribute;
  private readonly numbers: (number | null)[] = [];
  private readonly texts: (string | null)[] = [];
  private readonly levels: ReadonlySet<string>;
  private readonly seen = new Set<string>();
  private readonly date: DateReader | null;
  private isWhole = true;
  /** Of a sparse row: what is left out, and is neither a number nor a level. */
  private leftOut = 0;

  constructor(attribute: Attribute) {
    this.attribute = attribute;
    this.levels = new Set(attribute.levels);
    this.date = attribute.kind === "date" ? dateReader(attribute.format) : null;
  }

  /** Fails with "no-number", "no-level", "no-date". */
  add({ text, isQuoted }: Field, line: number): void {
    const { kind, name, format } = this.attribute;
    const isMissing = text === "?" && !isQuoted;
    if (kind === "numeric") {
      this.numbers.push(isMissing ? null : this.numberIn(text, line));
      return;
    }
    if (isMissing) {
      this.texts.push(null);
      return;
    }
    if (kind === "nominal") {
      if (!this.levels.has(text))
        words.fail("no-level", { line, column: name, found: text.slice(0, 60), levels: this.attribute.levels.slice(0, 12) });
      this.seen.add(text);
    }
    const day = this.date?.(text);
    if (day === null) words.fail("no-date", { line, column: name, found: text.slice(0, 60), format });
    this.texts.push(day ?? text);
  }

  addLeftOut(): void {
    const { kind, levels } = this.attribute;
    if (kind === "numeric") this.numbers.push(0);
    else if (kind === "nominal") {
      const [first = ""] = levels;
      this.seen.add(first);
      this.texts.push(first);
    } else {
      this.leftOut++;
      this.texts.push(null);
    }
  }

  finish(name: string): Column {
    const { kind } = this.attribute;
    if (kind !== "numeric") return textColumn(name, this.texts);
    return this.isWhole ? integerColumn(name, this.numbers) : numberColumn(name, this.numbers);
  }

  issues(): readonly Issue[] {
    const { kind, name, format } = this.attribute;
    const issue = (rule: string, severity: Issue["severity"], message: Sentence): Issue => ({
      rule,
      severity,
      line: null,
      field: name,
      message,
    });
    return [
      ...(kind === "date" && this.date === null
        ? [issue("date-as-text", "warning", words.sentence("date-as-text", { column: name, format }))]
        : []),
      ...(this.leftOut > 0
        ? [issue("sparse-left-out", "warning", words.sentence("sparse-left-out", { column: name, count: this.leftOut }))]
        : []),
    ];
  }

  /** Levels that no row has. */
  unusedLevels(): readonly Sentence[] {
    const { name, levels, kind } = this.attribute;
    const unused = levels.filter((level) => !this.seen.has(level));
    return kind === "nominal" && unused.length > 0
      ? [words.sentence("levels-unused", { column: name, levels: unused.slice(0, 20) })]
      : [];
  }

  private numberIn(text: string, line: number): number | null {
    // Not a number is missing in every column.
    if (/^nan$/i.test(text)) return null;
    if (!number.test(text)) return words.fail("no-number", { line, column: this.attribute.name, found: text.slice(0, 60) });
    const value = Number(text);
    this.isWhole &&= whole.test(text) && Math.abs(value) < 2 ** 31 && !Object.is(value, -0);
    return value;
  }
}
