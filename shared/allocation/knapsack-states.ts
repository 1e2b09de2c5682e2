/** Partial choices in flat arrays, ascending by cost and by value: none is both dearer and worth no more than another. */

/** Rows that grow; one row is one partial choice. */
export interface States {
  cost: Float64Array;
  value: Float64Array;
  /** How it was reached: a place in a log, or a mask of moves. */
  trace: Int32Array;
  size: number;
}

export function emptyStates(capacity: number): States {
  return {
    cost: new Float64Array(capacity),
    value: new Float64Array(capacity),
    trace: new Int32Array(capacity),
    size: 0,
  };
}

export function startStates(cost: number, value: number, trace: number): States {
  const states = emptyStates(64);
  states.cost[0] = cost;
  states.value[0] = value;
  states.trace[0] = trace;
  states.size = 1;
  return states;
}

function reserve(states: States, size: number): void {
  if (states.cost.length >= size) return;
  const room = Math.max(size, 2 * states.cost.length);
  states.cost = new Float64Array(room);
  states.value = new Float64Array(room);
  states.trace = new Int32Array(room);
}

/** What becomes of a row that is not dominated. */
export interface Keeper {
  keeps(cost: number, value: number): boolean;
  /** The trace of a row that took the step. */
  stepped(trace: number): number;
}

/** Every row of `from` with and without one step, into `into`, without the dominated rows. */
export function grow(from: States, into: States, stepCost: number, stepValue: number, keeper: Keeper): void {
  reserve(into, 2 * from.size);
  const { cost, value, trace, size } = from;
  let [without, withStep, kept] = [0, 0, 0];
  let best = Number.NEGATIVE_INFINITY;
  while (without < size || withStep < size) {
    const costA = without < size ? (cost[without] as number) : Number.POSITIVE_INFINITY;
    const costB = withStep < size ? (cost[withStep] as number) + stepCost : Number.POSITIVE_INFINITY;
    const valueB = withStep < size ? (value[withStep] as number) + stepValue : Number.NEGATIVE_INFINITY;
    const plain = costA < costB || (costA === costB && (value[without] as number) >= valueB);
    const nextValue = plain ? (value[without] as number) : valueB;
    const nextCost = plain ? costA : costB;
    const at = plain ? without++ : withStep++;
    if (nextValue <= best) continue;
    best = nextValue;
    if (!keeper.keeps(nextCost, nextValue)) continue;
    into.cost[kept] = nextCost;
    into.value[kept] = nextValue;
    into.trace[kept] = plain ? (trace[at] as number) : keeper.stepped(trace[at] as number);
    kept += 1;
  }
  into.size = kept;
}

/** Every row after one step that is noted in its mask. */
export function shifted(from: States, stepCost: number, stepValue: number, mask: number): States {
  const { size } = from;
  const into = emptyStates(size);
  for (let row = 0; row < size; row += 1) {
    into.cost[row] = (from.cost[row] as number) + stepCost;
    into.value[row] = (from.value[row] as number) + stepValue;
    into.trace[row] = (from.trace[row] as number) | mask;
  }
  into.size = size;
  return into;
}

/** The rows of both without the dominated ones. */
export function merged(a: States, b: States): States {
  const into = emptyStates(a.size + b.size);
  let [i, j, best] = [0, 0, Number.NEGATIVE_INFINITY];
  while (i < a.size || j < b.size) {
    const costA = i < a.size ? (a.cost[i] as number) : Number.POSITIVE_INFINITY;
    const costB = j < b.size ? (b.cost[j] as number) : Number.POSITIVE_INFINITY;
    const first = costA < costB || (costA === costB && (a.value[i] as number) >= (b.value[j] as number));
    const from = first ? a : b;
    const row = first ? i++ : j++;
    const value = from.value[row] as number;
    if (value <= best) continue;
    best = value;
    into.cost[into.size] = from.cost[row] as number;
    into.value[into.size] = value;
    into.trace[into.size] = from.trace[row] as number;
    into.size += 1;
  }
  return into;
}

/** Along which chain of steps a row was reached. */
export class Log {
  #parent = new Int32Array(1024);
  #step = new Int32Array(1024);
  #size = 0;

  add(parent: number, step: number): number {
    if (this.#size === this.#parent.length) {
      const [parents, steps] = [this.#parent, this.#step];
      this.#parent = new Int32Array(2 * this.#size);
      this.#step = new Int32Array(2 * this.#size);
      this.#parent.set(parents);
      this.#step.set(steps);
    }
    this.#parent[this.#size] = parent;
    this.#step[this.#size] = step;
    this.#size += 1;
    return this.#size - 1;
  }

  /** Steps back to the beginning, which is −1. */
  stepsOf(trace: number): number[] {
    const steps: number[] = [];
    for (let at = trace; at >= 0; at = this.#parent[at] as number) steps.push(this.#step[at] as number);
    return steps;
  }
}
