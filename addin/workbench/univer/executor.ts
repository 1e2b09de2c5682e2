/**
 * One custom function as the calculation calls it. The library's own way for custom functions turns empty cells and
 * left-out arguments into 0 and dates in text into numbers; here both stay what they are.
 */
import type { CallFunction, CallPlace, CallResult, CellRead } from "../grid.ts";
import {
  ArrayValueObject,
  AsyncObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type FunctionVariantType,
  type Nullable,
} from "./library.ts";

type Argument = (CellRead | null)[][];

function cellOf(object: Nullable<BaseValueObject>): CellRead | null {
  if (!object || object.isNull()) return null;
  if (object.isError()) return (object as ErrorValueObject).getErrorType();
  const value = object.getValue();
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function argumentOf(variant: FunctionVariantType): Argument {
  if (variant.isReferenceObject()) throw new TypeError("a reference was not read");
  const value = variant as BaseValueObject;
  if (!value.isArray()) return [[cellOf(value)]];
  return value.getArrayValue().map((row) => Array.from(row, cellOf));
}

const ERRORS: ReadonlySet<string> = new Set(Object.values(ErrorType));

function valueOf(value: CellRead): BaseValueObject {
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return ERRORS.has(value) ? ErrorValueObject.create(value as ErrorType) : StringValueObject.create(value);
}

function variantOf(rows: readonly (readonly CellRead[])[]): BaseValueObject {
  const [first = []] = rows;
  if (rows.length === 1 && first.length === 1) return valueOf(first[0] ?? "");
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(valueOf)),
    rowCount: rows.length,
    columnCount: first.length,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

export class Executor extends BaseFunction {
  private readonly call: CallFunction;
  private readonly tell: (place: CallPlace, problem: string | null) => void;

  /** `tell` hears after each computation what went wrong in the cell, or null. */
  constructor(name: string, call: CallFunction, tell: (place: CallPlace, problem: string | null) => void) {
    super(name);
    this.call = call;
    this.tell = tell;
  }

  override isAsync(): boolean {
    return true;
  }

  override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
    // The place is only right now this call's; the next call overwrites it.
    const place = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
    const finish = (result: CallResult): BaseValueObject => {
      const failed = "error" in result;
      this.tell(place, failed ? result.message : null);
      return failed ? valueOf(result.error) : variantOf(result.rows);
    };
    const result = this.call(this.nameText(), variants.map(argumentOf), place);
    const later = Promise.resolve(result).then(finish);
    return new AsyncObject(later) as unknown as FunctionVariantType;
  }

  private nameText(): string {
    return String(this.name);
  }
}
