// The program that finds out whether ONNX Runtime can really make a session on a GPU. Run by capabilities.ts in a
// process of its own: a driver that does not fit may end the process, not only throw.

/** One Identity node, float [1] to float [1], as ONNX bytes (onnx.proto3, IR 8, opset 13). */
const identityModel = [
  [0x08, 0x08],
  // graph: node {input "x", output "y", op "Identity"}, name "g", input x, output y
  [0x3a, 0x37],
  [0x0a, 0x10, 0x0a, 0x01, 0x78, 0x12, 0x01, 0x79, 0x22, 0x08, ...new TextEncoder().encode("Identity")],
  [0x12, 0x01, 0x67],
  [0x5a, 0x0f, 0x0a, 0x01, 0x78, 0x12, 0x0a, 0x0a, 0x08, 0x08, 0x01, 0x12, 0x04, 0x0a, 0x02, 0x08, 0x01],
  [0x62, 0x0f, 0x0a, 0x01, 0x79, 0x12, 0x0a, 0x0a, 0x08, 0x08, 0x01, 0x12, 0x04, 0x0a, 0x02, 0x08, 0x01],
  // opset_import {version 13}
  [0x42, 0x02, 0x10, 0x0d],
].flat();

export const identityModelBytes = new Uint8Array(identityModel);

export const gpuSessionProbe = `
import * as ort from "onnxruntime-node";
const { InferenceSession, Tensor } = ort.default ?? ort;
const session = await InferenceSession.create(new Uint8Array([${identityModel.join(",")}]), { executionProviders: ["cuda"] });
const answer = await session.run({ x: new Tensor("float32", Float32Array.of(3), [1]) });
if (answer.y.data[0] !== 3) throw new Error("error: the session answered wrongly");
console.log("session works");
`;
