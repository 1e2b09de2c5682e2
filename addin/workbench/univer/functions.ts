/** Custom functions inside the calculation. */
import type { CallFunction, CallPlace, FunctionDeclaration } from "../grid.ts";
import type { Engine } from "./engine.ts";
import { Executor } from "./executor.ts";
import { FunctionType, IFunctionService, type IFunctionInfo } from "./library.ts";

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

const DIGITS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

function keyOf(place: CallPlace): string {
  return `${place.sheetId}!${place.row},${place.column}`;
}

/** `onCalculate` is told when everything is about to be computed anew. */
export function functionsOf(engine: Engine, onCalculate: () => void): Functions {
  const sentences = new Map<string, string>();
  const registered = new Set<string>();
  let current: CallFunction = (name) => ({ error: "#NAME?", message: name });
  const call: CallFunction = (name, args, place) => current(name, args, place);

  function tell(place: CallPlace, problem: string | null): void {
    if (problem === null) sentences.delete(keyOf(place));
    else sentences.set(keyOf(place), problem);
  }

  function register(declaration: FunctionDeclaration): void {
    // The library's own registration describes the function to people and recalculates; the executor is ours.
    engine.api.getFormula().registerAsyncFunction(declaration.name, () => Promise.resolve(""), {
      description: infoOf(declaration),
    });
    const service = engine.injector.get(IFunctionService);
    service.registerExecutors(new Executor(declaration.name, call, tell));
    registered.add(declaration.name);
  }

  /**
   * Formulas read before the names were known are remembered as errors. The library remembers long ones under a number
   * made of their text, so they cannot be found by the name: whatever has a digit, that is everything, is forgotten.
   */
  function forgetFormulas(): void {
    engine.injector.get(IFunctionService).deleteFormulaAstCacheKey(...DIGITS);
  }

  function calculate(): void {
    onCalculate();
    engine.api.getFormula().executeCalculation();
  }

  return {
    calculate,
    set(declarations, next) {
      current = next;
      onCalculate();
      const fresh = declarations.filter((declaration) => !registered.has(declaration.name));
      for (const declaration of fresh) register(declaration);
      if (fresh.length > 0) forgetFormulas();
      else calculate();
    },
    sentence: (sheetId, row, column) => sentences.get(keyOf({ sheetId, row, column })) ?? null,
  };
}
