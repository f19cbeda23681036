import { toShares } from "./shares.ts";

export interface Example {
  /** Numbers of the features it has. Each weighs the same, together 1 (Euclidean). */
  readonly features: readonly number[];
  readonly trigger: number;
}

export interface Fit {
  /** Feature by feature, one for each trigger. */
  readonly weights: Float64Array;
  readonly bias: Float64Array;
}

/** A fit, and the sums of squared slopes that shorten the steps of each weight (Duchi, Hazan & Singer 2011). */
interface Fitting extends Fit {
  readonly squares: Float64Array;
  readonly biasSquares: Float64Array;
}

const EPOCHS = 15;
const RATE = 0.5;
const BIAS_RATE = 0.05;
/** Pull towards no weight, at each step. Chosen by cross-validation on the examples. */
const DECAY = 0.01;

/** Shuffles in a repeatable way: Fisher–Yates on a linear congruential generator. */
function shuffle(order: Int32Array, seed: number): number {
  let state = seed;
  for (let at = order.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return state;
}

function moved(values: Float64Array, squares: Float64Array, at: number, slope: number, rate: number): void {
  const square = (squares[at] ?? 0) + slope * slope;
  squares[at] = square;
  values[at] = (values[at] ?? 0) - (rate * slope) / Math.sqrt(square);
}

/** How far each trigger's share is from what it should be: the slope of the loss. */
function slopesOf({ weights, bias }: Fit, { features, trigger }: Example, share: number): Float64Array {
  const slopes = Float64Array.from(bias);
  for (const feature of features) {
    const row = feature * slopes.length;
    for (let at = 0; at < slopes.length; at += 1) slopes[at] = (slopes[at] ?? 0) + (weights[row + at] ?? 0) * share;
  }
  toShares(slopes);
  slopes[trigger] = (slopes[trigger] ?? 0) - 1;
  return slopes;
}

function learn(fitting: Fitting, example: Example, importance: number): void {
  const { weights, squares, bias, biasSquares } = fitting;
  const share = 1 / Math.sqrt(Math.max(1, example.features.length));
  const slopes = slopesOf(fitting, example, share).map((slope) => slope * importance);
  slopes.forEach((slope, at) => {
    moved(bias, biasSquares, at, slope, BIAS_RATE);
  });
  for (const feature of example.features) {
    const row = feature * slopes.length;
    for (let at = 0; at < slopes.length; at += 1) {
      moved(weights, squares, row + at, (slopes[at] ?? 0) * share + DECAY * (weights[row + at] ?? 0), RATE);
    }
  }
}

/** Triggers with few examples count more, by the root of how few. */
function importances(examples: readonly Example[], triggers: number): readonly number[] {
  const counts = new Array<number>(triggers).fill(0);
  for (const { trigger } of examples) counts[trigger] = (counts[trigger] ?? 0) + 1;
  return counts.map((count) => Math.sqrt(examples.length / triggers / Math.max(1, count)));
}

/** Multinomial logistic regression by stochastic gradient descent. The same examples give the same fit. */
export function regress(examples: readonly Example[], features: number, triggers: number): Fit {
  const fitting: Fitting = {
    weights: new Float64Array(features * triggers),
    squares: new Float64Array(features * triggers).fill(0.01),
    bias: new Float64Array(triggers),
    biasSquares: new Float64Array(triggers).fill(0.001),
  };
  const importance = importances(examples, triggers);
  const order = Int32Array.from(examples, (_, at) => at);
  let seed = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    seed = shuffle(order, seed);
    for (const at of order) {
      const example = examples[at];
      if (example !== undefined) learn(fitting, example, importance[example.trigger] ?? 1);
    }
  }
  return fitting;
}
