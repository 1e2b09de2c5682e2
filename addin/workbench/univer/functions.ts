/** Custom functions inside the calculation. The library calls back with the cell it is computing. */
import type { CallFunction, CallPlace, CallResult, CellRead, FunctionDeclaration } from "../grid.ts";
import type { Engine } from "./engine.ts";
import { FunctionType, type IFunctionInfo } from "./library.ts";

/** The library sets these on the function object just before it calls. */
interface Executor {
  readonly subUnitId?: string | null;
  readonly row?: number;
  readonly column?: number;
}

export interface Functions {
  set(declarations: readonly FunctionDeclaration[], call: CallFunction): void;
  sentence(sheetId: string, row: number, column: number): string | null;
  calculate(): void;
}

function infoOf(declaration: FunctionDeclaration): IFunctionInfo {
  return {
    functionName: declaration.name,
    functionType: FunctionType.User,
    description: declaration.description,
    abstract: declaration.description,
    functionParameter: declaration.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: "",
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  };
}

function cell(raw: unknown): CellRead | null {
  if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") return raw;
  return null;
}

function rows(arg: unknown): (CellRead | null)[][] {
  if (!Array.isArray(arg)) return [[cell(arg)]];
  return arg.map((row: unknown) => (Array.isArray(row) ? row.map(cell) : [cell(row)]));
}

function keyOf(place: CallPlace): string {
  return `${place.sheetId}!${place.row},${place.column}`;
}

/** `onCalculate` is told when everything is about to be computed anew. */
export function functionsOf(engine: Engine, onCalculate: () => void): Functions {
  const sentences = new Map<string, string>();
  const registered = new Set<string>();
  let call: CallFunction = (name) => ({ error: "#NAME?", message: name });

  function shown(result: CallResult, place: CallPlace): CellRead | CellRead[][] {
    if ("error" in result) {
      sentences.set(keyOf(place), result.message);
      return result.error;
    }
    sentences.delete(keyOf(place));
    const [first] = result.rows;
    return result.rows.length === 1 && first?.length === 1 ? (first[0] ?? "") : result.rows;
  }

  function register(declaration: FunctionDeclaration): void {
    async function compute(this: Executor, ...args: unknown[]): Promise<CellRead | CellRead[][]> {
      const place = { sheetId: this.subUnitId ?? "", row: this.row ?? -1, column: this.column ?? -1 };
      return shown(await call(declaration.name, args.map(rows), place), place);
    }
    const registration = engine.api.getFormula().registerAsyncFunction.bind(engine.api.getFormula());
    registration(declaration.name, compute as Parameters<typeof registration>[1], {
      description: infoOf(declaration),
    });
    registered.add(declaration.name);
  }

  function calculate(): void {
    onCalculate();
    engine.api.getFormula().executeCalculation();
  }

  return {
    calculate,
    set(declarations, next) {
      call = next;
      onCalculate();
      const fresh = declarations.filter((declaration) => !registered.has(declaration.name));
      for (const declaration of fresh) register(declaration);
      if (fresh.length === 0) calculate();
    },
    sentence: (sheetId, row, column) => sentences.get(keyOf({ sheetId, row, column })) ?? null,
  };
}
