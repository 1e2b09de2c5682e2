/** What the core asks of a solver of mixed-integer linear programmes; HiGHS is handed in from outside, shared/ loads nothing. */

export interface LinearRow {
  readonly indices: readonly number[];
  readonly coefficients: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

export interface LinearModel {
  readonly sense: "max" | "min";
  readonly objective: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Every column is whole unless it is listed here. */
  readonly continuous: readonly number[];
  readonly rows: readonly LinearRow[];
}

export interface SolverLimits {
  readonly seconds: number;
  readonly nodes: number;
}

export interface SolverAnswer {
  readonly status: "optimal" | "infeasible" | "limit";
  /** Null when no solution was found. */
  readonly columns: readonly number[] | null;
  /** No solution is better than this. */
  readonly bound: number;
}

export type Solver = (model: LinearModel, limits: SolverLimits) => SolverAnswer;

/** What is used of the HiGHS package, by shape: https://github.com/lovasoa/highs-js, MIT. */
export interface HighsRuntime {
  createModel(source: HighsModel): HighsInstance;
}

interface HighsModel {
  readonly numCols: number;
  readonly numRows: number;
  readonly colCost: readonly number[];
  readonly colLower: readonly number[];
  readonly colUpper: readonly number[];
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
  readonly matrix: {
    readonly format: "csr";
    readonly numRows: number;
    readonly numCols: number;
    readonly starts: readonly number[];
    readonly indices: readonly number[];
    readonly values: readonly number[];
  };
  readonly integrality: readonly (0 | 1)[];
}

interface HighsInstance {
  readonly options: { set(values: Readonly<Record<string, boolean | number | string>>): unknown };
  readonly info: { get(name: string): number | bigint };
  run(): unknown;
  getModelStatus(): number;
  getSolution(): { readonly colValue: Float64Array };
  dispose(): void;
}

/** Codes of HiGHS (HighsModelStatus). */
const OPTIMAL = 7;
/** The second means "infeasible or unbounded"; a choice of yes or no is never unbounded. */
const INFEASIBLE = new Set([8, 9]);
/** primal_solution_status of HiGHS: a feasible point is at hand. */
const FEASIBLE_POINT = 2;

/** Every model is handed over as a minimum. Objectives are whole numbers, so a gap below one proves the optimum. */
function toHighs(model: LinearModel): HighsModel {
  const sign = model.sense === "max" ? -1 : 1;
  const starts = [0];
  for (const row of model.rows) starts.push((starts.at(-1) as number) + row.indices.length);
  const continuous = new Set(model.continuous);
  const numCols = model.objective.length;
  const numRows = model.rows.length;
  return {
    numCols,
    numRows,
    colCost: model.objective.map((cost) => (cost === 0 ? 0 : sign * cost)),
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rows.map((row) => row.lower),
    rowUpper: model.rows.map((row) => row.upper),
    matrix: {
      format: "csr",
      numRows,
      numCols,
      starts,
      indices: model.rows.flatMap((row) => row.indices),
      values: model.rows.flatMap((row) => row.coefficients),
    },
    integrality: model.objective.map((_, index) => (continuous.has(index) ? 0 : 1)),
  };
}

/** HiGHS as a `Solver`. One thread and a fixed seed: the same model gives the same answer. */
export function highsSolver(runtime: HighsRuntime): Solver {
  return (model, limits) => {
    const sign = model.sense === "max" ? -1 : 1;
    const instance = runtime.createModel(toHighs(model));
    try {
      instance.options.set({
        output_flag: false,
        random_seed: 0,
        mip_rel_gap: 0,
        mip_abs_gap: model.continuous.length > 0 ? 1e-6 : 0.99,
        time_limit: limits.seconds,
        mip_max_nodes: limits.nodes,
      });
      instance.run();
      const code = instance.getModelStatus();
      if (INFEASIBLE.has(code)) return { status: "infeasible", columns: null, bound: Number.NaN };
      const found = Number(instance.info.get("primal_solution_status")) === FEASIBLE_POINT;
      return {
        status: code === OPTIMAL ? "optimal" : "limit",
        columns: found ? [...instance.getSolution().colValue] : null,
        bound: sign * Number(instance.info.get("mip_dual_bound")),
      };
    } finally {
      instance.dispose();
    }
  };
}
