// ONNX Runtime behind the OnnxEngine port: one thread, batches of 512 rows (two threads cost small models up to half).
// Runs inside a sealed worker: a model file is a stranger's native input.

import { err, ok } from "@genomecraft/cells/base/result.ts";
import type { OnnxEngine, OnnxValue } from "@genomecraft/cells/contract/engines.ts";
import { words as learnWords } from "@genomecraft/cells/learn/words.ts";

const batch = 512;

type Runtime = typeof import("onnxruntime-node");
type Session = Awaited<ReturnType<Runtime["InferenceSession"]["create"]>>;

/** Loads the native library; rejects with its reason when it cannot be loaded here. */
export async function newOnnxEngine(): Promise<OnnxEngine> {
  const loaded: { readonly default?: Runtime } & Runtime = await import("onnxruntime-node");
  const runtime: Runtime = loaded.default ?? loaded;
  const open = (onnx: Uint8Array): Promise<Session> =>
    runtime.InferenceSession.create(onnx, {
      executionProviders: ["cpu"],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      graphOptimizationLevel: "all",
      logSeverityLevel: 4,
    });
  const detailOf = (error: unknown): string =>
    (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 300) ?? "";

  return {
    async inspect(onnx) {
      let session: Session;
      try {
        session = await open(onnx);
      } catch (error) {
        return err(learnWords.failure("not-onnx", { name: "", detail: detailOf(error) }));
      }
      const values = (metadata: Session["inputMetadata"]): OnnxValue[] =>
        metadata.map((value) =>
          value.isTensor
            ? { name: value.name, type: value.type, dims: value.shape }
            : { name: value.name, type: "other", dims: [] },
        );
      const found = { inputs: values(session.inputMetadata), outputs: values(session.outputMetadata) };
      await session.release();
      return ok(found);
    },

    async run({ onnx, inputName, rows, features, data, signal }) {
      let session: Session;
      try {
        session = await open(onnx);
      } catch (error) {
        return err(learnWords.failure("onnx-failed", { detail: detailOf(error) }));
      }
      try {
        const taken = session.inputMetadata.find((value) => value.name === inputName);
        const isDouble = taken?.isTensor === true && taken.type === "float64";
        const parts: { [output: string]: { readonly data: unknown; readonly dims: readonly number[] }[] } = {};
        for (let start = 0; start < rows; start += batch) {
          signal.throwIfAborted();
          const count = Math.min(batch, rows - start);
          const part = data.subarray(start * features, (start + count) * features);
          const dims = [count, features];
          const input = isDouble
            ? new runtime.Tensor("float64", part, dims)
            : new runtime.Tensor("float32", Float32Array.from(part), dims);
          const answers = await session.run({ [inputName]: input });
          for (const [name, tensor] of Object.entries(answers)) {
            const list = parts[name] ?? [];
            parts[name] = list;
            list.push({ data: tensor.data, dims: tensor.dims });
          }
        }
        return ok(Object.fromEntries(Object.entries(parts).map(([name, list]) => [name, joined(list, rows)])));
      } catch (error) {
        if (signal.aborted) throw error;
        return err(learnWords.failure("onnx-failed", { detail: detailOf(error) }));
      } finally {
        await session.release();
      }
    },
  };
}

/** Batches one after the other; only float32, int64 and text leave the engine, other numbers become float32. */
function joined(
  parts: readonly { readonly data: unknown; readonly dims: readonly number[] }[],
  rows: number,
): { readonly dims: readonly number[]; readonly data: Float32Array | readonly string[] | BigInt64Array } {
  const dims = [rows, ...(parts[0]?.dims.slice(1) ?? [])];
  const first = parts[0]?.data;
  if (Array.isArray(first)) return { dims, data: parts.flatMap((part) => part.data as string[]) };
  if (first instanceof BigInt64Array) {
    const data = new BigInt64Array(parts.reduce((sum, part) => sum + (part.data as BigInt64Array).length, 0));
    let at = 0;
    for (const part of parts) {
      data.set(part.data as BigInt64Array, at);
      at += (part.data as BigInt64Array).length;
    }
    return { dims, data };
  }
  return { dims, data: Float32Array.from(parts.flatMap((part) => Array.from(part.data as ArrayLike<number>))) };
}
