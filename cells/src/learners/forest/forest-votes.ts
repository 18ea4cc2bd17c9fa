// What a forest answers: the votes of its trees, counted in whole numbers. Whole numbers below 2^24 add up exactly in
// float32 whatever the order, so that the exported model, ONNX Runtime and this file agree to the last bit, ties included.

import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { centred, type ForestModel, type Tree } from "./random-forest.ts";

/**
 * Votes that one tree has. Divisible by 1 to 10, so that the shares of a leaf of up to ten rows are exact: a third and
 * two thirds in two trees tie with a half and a half. With 5,000 trees and 50 classes there still are 2,520.
 */
export function votesOfTree(model: ForestModel): number {
  const room = Math.floor(2 ** 24 / Math.max(1, model.trees.length)) - model.classCount;
  return room < 2_520 ? Math.max(1, room) : Math.floor(room / 2_520) * 2_520;
}

/** Each class's votes at a leaf. Equal shares get equal votes; their sum may be off `votes` by half a vote a class. */
export function votesAt(tree: Tree, node: number, classCount: number, votes: number): Float64Array {
  return tree.share.slice(node * classCount, (node + 1) * classCount).map((share) => Math.round(share * votes));
}

/** rows x classCount probabilities, row-major, each a float32: a class's votes among all votes of the row. */
export function predictForest(model: ForestModel, asked: DesignMatrix): Float64Array {
  const { classCount, trees } = model;
  const matrix = centred(asked, model.centre);
  const width = matrix.features.length;
  const votes = votesOfTree(model);
  const out = new Float64Array(matrix.rows * classCount);
  for (const tree of trees) {
    const counted = tree.share.map((share) => Math.round(share * votes));
    for (let row = 0; row < matrix.rows; row += 1) {
      let node = 0;
      for (let f = tree.feature[0] as number; f >= 0; f = tree.feature[node] as number) {
        node =
          (matrix.values[row * width + f] as number) <= (tree.threshold[node] as number)
            ? (tree.left[node] as number)
            : (tree.right[node] as number);
      }
      for (let c = 0; c < classCount; c += 1) {
        const at = row * classCount + c;
        out[at] = (out[at] as number) + (counted[node * classCount + c] as number);
      }
    }
  }
  for (let row = 0; row < matrix.rows; row += 1) {
    let total = 0;
    for (let c = 0; c < classCount; c += 1) total += out[row * classCount + c] as number;
    for (let c = 0; c < classCount; c += 1)
      out[row * classCount + c] = Math.fround((out[row * classCount + c] as number) / total);
  }
  return out;
}
