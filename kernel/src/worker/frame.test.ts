// Frames survive any way in which a stream may be cut.

import { expect, test } from "vitest";
import { type Frame, FrameReader, framePieces } from "./frame.ts";

const joined = (pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));
const frames: readonly (readonly [unknown, Uint8Array[]])[] = [
  [{ type: "a", text: "ген" }, []],
  [{ type: "b" }, [new Uint8Array([1, 2, 3]), new Uint8Array(0), new Uint8Array(70_000).fill(7)]],
  [{ type: "c" }, [new Uint8Array(0)]],
  [null, [new Uint8Array([9])]],
];
const stream = joined(frames.flatMap(([header, parts]) => framePieces(header, parts)));

test.each([1, 2, 3, 7, 64, 65_536, 1e9])("frames read back whole when the stream comes %s bytes at a time", (size) => {
  const read: Frame[] = [];
  const reader = new FrameReader((frame) => read.push(frame));
  for (let at = 0; at < stream.length; at += size) reader.push(stream.subarray(at, at + size));
  expect(read.map((frame) => frame.header)).toEqual(frames.map(([header]) => header));
  expect(read.map((frame) => frame.parts.map((part) => joined([part])))).toEqual(frames.map(([, parts]) => parts));
});

test("a peer that announces a frame beyond the limits is refused", () => {
  const reader = new FrameReader(() => {});
  expect(() => reader.push(new Uint8Array(8).fill(255))).toThrow("larger");
});
