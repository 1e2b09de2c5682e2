/** The names of the spreadsheet library that this folder uses, from the packages that carry them. */
import type {} from "@univerjs/preset-sheets-core";
import type {} from "@univerjs/preset-sheets-data-validation";
import { LogLevel, Univer, type IUniverConfig, type Plugin, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";

export type FWorkbook = ReturnType<FUniver["createWorkbook"]>;
export type FWorksheet = ReturnType<FWorkbook["getActiveSheet"]>;
export type FRange = ReturnType<FWorksheet["getDataRange"]>;
export {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  CommandType,
  HorizontalAlign,
  ICommandService,
  IUndoRedoService,
  LifecycleStages,
  LocalUndoRedoService,
  LocaleType,
  mergeLocales,
  VerticalAlign,
  WrapStrategy,
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
  type Worksheet,
} from "@univerjs/core";
export {
  AFTER_CELL_EDIT,
  ArrayValueObject,
  AsyncObject,
  BEFORE_CELL_EDIT,
  BaseFunction,
  BooleanValueObject,
  CancelMarkDirtyRowAutoHeightOperation,
  ErrorType,
  ErrorValueObject,
  FormulaCalculationSessionService,
  FormulaDataModel,
  FunctionType,
  IFunctionService,
  ISheetClipboardService,
  LexerTreeBuilder,
  MarkDirtyRowAutoHeightOperation,
  NumberValueObject,
  RemoveSheetMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SheetInterceptorService,
  SheetsSelectionsService,
  StringValueObject,
  UniverSheetsCorePreset,
  CalculationMode,
  type BaseValueObject,
  type FunctionVariantType,
  type IFunctionInfo,
  type ISheetClipboardHook,
} from "@univerjs/preset-sheets-core";
export { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
export { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";

export type { FUniver, Univer };

/** What a preset package hands over: plugins, alone or with their settings. */
interface Preset {
  readonly plugins: readonly (PluginCtor<Plugin> | readonly [PluginCtor<Plugin>, unknown?])[];
}

/**
 * Starts the engine with the plugins of the presets; where two presets bring the same plugin, the later one's settings
 * hold. Done here because the library's umbrella package, which offers the same, installs every preset there is.
 */
export function startUniver(config: Partial<IUniverConfig> & { readonly presets: readonly Preset[] }): {
  univer: Univer;
  univerAPI: FUniver;
} {
  const { presets, ...rest } = config;
  const univer = new Univer({ logLevel: LogLevel.WARN, ...rest });
  const plugins = new Map<string, readonly [PluginCtor<Plugin>, unknown?]>();
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    const [plugin, settings] = Array.isArray(entry) ? entry : [entry as PluginCtor<Plugin>];
    plugins.delete(plugin.pluginName);
    plugins.set(plugin.pluginName, [plugin, settings]);
  }
  for (const [plugin, settings] of plugins.values()) univer.registerPlugin(plugin, settings as never);
  return { univer, univerAPI: FUniver.newAPI(univer) };
}
