/** The names of the spreadsheet library that this folder uses, from the two packages that carry them. */
import type { FUniver } from "@univerjs/presets";
import type {} from "@univerjs/preset-sheets-core";
import type {} from "@univerjs/presets/preset-sheets-data-validation";

export type FWorkbook = ReturnType<FUniver["createWorkbook"]>;
export type FWorksheet = ReturnType<FWorkbook["getActiveSheet"]>;
export type FRange = ReturnType<FWorksheet["getDataRange"]>;
export {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  CommandType,
  createUniver,
  HorizontalAlign,
  ICommandService,
  IUndoRedoService,
  LifecycleStages,
  LocalUndoRedoService,
  LocaleType,
  mergeLocales,
  VerticalAlign,
  WrapStrategy,
  type FUniver,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type Nullable,
  type ObjectMatrix,
  type IBorderData,
  type IDisposable,
  type IUndoRedoItem,
  type Injector,
  type IRange,
  type Univer,
  type Worksheet,
} from "@univerjs/presets";
export {
  ArrayValueObject,
  AsyncObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FormulaCalculationSessionService,
  FormulaDataModel,
  FunctionType,
  IFunctionService,
  LexerTreeBuilder,
  NumberValueObject,
  SetRangeValuesCommand,
  SheetInterceptorService,
  SheetsSelectionsService,
  StringValueObject,
  UniverSheetsCorePreset,
  CalculationMode,
  type BaseValueObject,
  type FunctionVariantType,
  type IFunctionInfo,
} from "@univerjs/preset-sheets-core";
export { UniverSheetsDataValidationPreset } from "@univerjs/presets/preset-sheets-data-validation";
export { UniverSheetsFilterPreset } from "@univerjs/presets/preset-sheets-filter";
