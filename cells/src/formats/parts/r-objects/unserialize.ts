// R's serialization, versions 2 and 3 (R Internals, 1.8; src/main/serialize.c of R 4.2): XDR, little endian and as text. Lengths are
// held against what is there, and depth against a limit; promises, byte code and functions are passed over, never run.

import { doublesBy, wholesBy } from "../../../base/filled-arrays.ts";
import { AsciiInput, BinaryInput, type Input, RDamage } from "./inputs.ts";
import { type RAttributes, type RValue, noAttributes } from "./values.ts";

const mostDepth = 5_000;

export interface Unserialized {
  readonly value: RValue;
  readonly version: number;
}

/** `bytes` begin with the letter of the encoding ("X\n", "A\n", "B\n"). Fails with RDamage. */
export function unserialize(bytes: Uint8Array): Unserialized {
  const input = bytes[0] === 0x41 ? new AsciiInput(bytes, 2) : new BinaryInput(bytes, 2, bytes[0] === 0x42);
  const version = input.integer();
  if (version !== 2 && version !== 3) throw new RDamage(`version ${version}`);
  input.integer();
  input.integer();
  if (version === 3) input.text(input.integer());
  return { value: new Reader(input).item(0), version };
}

/** SEXPTYPE and the pseudo types of serialize.c. */
const type = {
  symbol: 1,
  pairs: 2,
  closure: 3,
  environment: 4,
  promise: 5,
  language: 6,
  special: 7,
  builtin: 8,
  characters: 9,
  logical: 10,
  integer: 13,
  double: 14,
  complex: 15,
  character: 16,
  dots: 17,
  list: 19,
  expression: 20,
  bytecode: 21,
  pointer: 22,
  weak: 23,
  raw: 24,
  s4: 25,
  altrep: 238,
  attributedPairs: 239,
  attributedLanguage: 240,
  baseEnvironment: 241,
  emptyEnvironment: 242,
  bytecodeReference: 243,
  bytecodeDefinition: 244,
  genericReference: 245,
  classReference: 246,
  persistent: 247,
  package: 248,
  namespace: 249,
  baseNamespace: 250,
  missingArgument: 251,
  unbound: 252,
  global: 253,
  nil: 254,
  reference: 255,
} as const;

const nothing: RValue = { kind: "null" };
const other = (what: string, attributes: RAttributes = noAttributes): RValue => ({ kind: "other", what, attributes });

class Reader {
  private readonly input: Input;
  private readonly references: RValue[] = [];

  constructor(input: Input) {
    this.input = input;
  }

  item(depth: number): RValue {
    if (depth > mostDepth) throw new RDamage("values nest too deep");
    return this.itemOf(this.input.integer(), depth);
  }

  private itemOf(flags: number, depth: number): RValue {
    const { input } = this;
    const code = flags & 255;
    const hasAttributes = (flags & 512) !== 0;
    switch (code) {
      case type.nil:
        return nothing;
      case type.reference: {
        const at = flags >>> 8 === 0 ? input.integer() : flags >>> 8;
        const found = this.references[at - 1];
        if (!found) throw new RDamage("a reference to nothing");
        return found;
      }
      case type.symbol: {
        const name = this.item(depth + 1);
        const symbol: RValue = { kind: "symbol", name: name.kind === "character" ? (name.values[0] ?? "NA") : "" };
        this.references.push(symbol);
        return symbol;
      }
      case type.characters: {
        const length = input.integer();
        const text = length === -1 ? null : decoded(input.text(length), flags);
        return { kind: "character", values: [text], attributes: noAttributes };
      }
      case type.pairs:
      case type.attributedPairs:
      case type.language:
      case type.attributedLanguage:
      case type.closure:
      case type.promise:
      case type.dots:
        return this.pairs(flags, depth);
      default:
        return this.vector(code, hasAttributes, depth);
    }
  }

  /** Lists of pairs are long: the rest is read in a loop. */
  private pairs(first: number, depth: number): RValue {
    const values: RValue[] = [];
    const tags: string[] = [];
    let attributes = noAttributes;
    const code = first & 255;
    const own = code === type.attributedPairs ? type.pairs : code === type.attributedLanguage ? type.language : code;
    for (let flags = first; ; ) {
      const isAttributed = (flags & 512) !== 0 || [type.attributedPairs, type.attributedLanguage].includes((flags & 255) as 239);
      const found = isAttributed ? this.attributes(depth) : noAttributes;
      if (values.length === 0) attributes = found;
      const tag = (flags & 1024) !== 0 ? this.item(depth + 1) : nothing;
      tags.push(tag.kind === "symbol" ? tag.name : "");
      values.push(this.item(depth + 1));
      if (own === type.closure || own === type.promise) {
        this.item(depth + 1);
        return other(own === type.closure ? "function" : "promise", attributes);
      }
      const next = this.input.integer();
      if ((next & 255) === type.nil) break;
      const isPair = [type.pairs, type.attributedPairs, type.language, type.attributedLanguage].includes((next & 255) as 2);
      // What stands in the place of the rest, where it is no list.
      if (!isPair) {
        tags.push("");
        values.push(this.itemOf(next, depth + 1));
        break;
      }
      flags = next;
    }
    return own === type.language ? other("call", attributes) : { kind: "pairs", values, tags, attributes };
  }

  private attributes(depth: number): RAttributes {
    const found = this.item(depth + 1);
    if (found.kind !== "pairs") return noAttributes;
    return new Map(found.tags.map((tag, at) => [tag, found.values[at] as RValue]));
  }

  private length(): number {
    const length = this.input.integer();
    if (length !== -1) return length;
    const high = this.input.integer();
    return high * 2 ** 32 + (this.input.integer() >>> 0);
  }

  private vector(code: number, hasAttributes: boolean, depth: number): RValue {
    const { input } = this;
    const attributes = (): RAttributes => (hasAttributes ? this.attributes(depth) : noAttributes);
    switch (code) {
      case type.logical:
      case type.integer: {
        const values = input.integers(this.length());
        return { kind: code === type.logical ? "logical" : "integer", values, attributes: attributes() };
      }
      case type.double: {
        const values = input.doubles(this.length());
        return { kind: "double", values, attributes: attributes() };
      }
      case type.complex:
        input.doubles(2 * this.length());
        return other("complex", attributes());
      case type.raw:
        input.raw(this.length());
        return other("raw", attributes());
      case type.character: {
        const length = this.length();
        input.hold(length, 4);
        const values: (string | null)[] = [];
        for (let nth = 0; nth < length; nth++) {
          const item = this.item(depth + 1);
          if (item.kind !== "character") throw new RDamage("a text is none");
          values.push(item.values[0] ?? null);
        }
        return { kind: "character", values, attributes: attributes() };
      }
      case type.list:
      case type.expression: {
        const length = this.length();
        input.hold(length, 4);
        const values: RValue[] = [];
        for (let nth = 0; nth < length; nth++) values.push(this.item(depth + 1));
        const found = attributes();
        return code === type.list ? { kind: "list", values, attributes: found } : other("expression", found);
      }
      case type.s4:
        return other("S4", attributes());
      case type.altrep:
        return this.compact(depth);
      default:
        return this.environmentOrCode(code, attributes, depth);
    }
  }

  private environmentOrCode(code: number, attributes: () => RAttributes, depth: number): RValue {
    const { input } = this;
    switch (code) {
      case type.environment: {
        input.integer();
        const environment = other("environment");
        this.references.push(environment);
        for (let nth = 0; nth < 4; nth++) this.item(depth + 1);
        return environment;
      }
      case type.baseEnvironment:
      case type.emptyEnvironment:
      case type.baseNamespace:
      case type.global:
      case type.unbound:
      case type.missingArgument:
        return other("environment");
      case type.package:
      case type.namespace:
      case type.persistent: {
        input.integer();
        const length = input.integer();
        input.hold(length, 4);
        for (let nth = 0; nth < length; nth++) this.item(depth + 1);
        const environment = other("environment");
        this.references.push(environment);
        return environment;
      }
      case type.pointer:
      case type.weak: {
        const pointer = other("pointer");
        this.references.push(pointer);
        if (code === type.pointer) for (let nth = 0; nth < 2; nth++) this.item(depth + 1);
        attributes();
        return pointer;
      }
      case type.special:
      case type.builtin:
        input.text(input.integer());
        return other("function");
      default:
        throw new RDamage(code === type.bytecode ? "it holds compiled functions" : `values of type ${String(code)}`);
    }
  }

  /** Vectors that R keeps shorter than they are (version 3): counts from one number on, texts of numbers, and what wraps another. */
  private compact(depth: number): RValue {
    const info = this.item(depth + 1);
    const state = this.item(depth + 1);
    const attributes = this.item(depth + 1);
    const name = info.kind === "pairs" && info.values[0]?.kind === "symbol" ? info.values[0].name : "";
    const own: RAttributes =
      attributes.kind === "pairs"
        ? new Map(attributes.tags.map((tag, at) => [tag, attributes.values[at] as RValue]))
        : noAttributes;
    if (name.startsWith("compact_") && state.kind === "double") {
      const [length = 0, from = 0, step = 1] = state.values;
      if (!(length >= 0 && length <= 1 << 28)) throw new RDamage("a count has no end");
      return name === "compact_intseq"
        ? { kind: "integer", values: wholesBy(length, (nth) => from + nth * step), attributes: own }
        : { kind: "double", values: doublesBy(length, (nth) => from + nth * step), attributes: own };
    }
    const [inner] = state.kind === "pairs" || state.kind === "list" ? state.values : [];
    if (inner && name.startsWith("wrap_"))
      return "attributes" in inner ? { ...inner, attributes: own.size > 0 ? own : inner.attributes } : inner;
    if (inner && name === "deferred_string" && (inner.kind === "integer" || inner.kind === "double")) {
      const values = Array.from(inner.values, (value) =>
        Number.isNaN(value) || (inner.kind === "integer" && value === -2_147_483_648) ? null : String(value),
      );
      return { kind: "character", values, attributes: own };
    }
    throw new RDamage(`a vector of ${name || "a kind that is not known"}`);
  }
}

const utf8 = new TextDecoder("utf-8");
const latin1 = new TextDecoder("windows-1252");
/** Bits of a text's own flags: Latin-1, UTF-8. What says neither is what its system wrote: ASCII, or most likely UTF-8. */
const decoded = (bytes: Uint8Array, flags: number): string => ((flags >>> 12) & 4 ? latin1 : utf8).decode(bytes);
