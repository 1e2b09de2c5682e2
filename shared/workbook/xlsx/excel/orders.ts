/** The order in which Excel wants the children of an element (ECMA-376 part 1, chapter 18); another order makes it repair the file. */
const ORDERS: Readonly<Record<string, string>> = {
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst",
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  table: "autoFilter sortState tableColumns tableStyleInfo extLst",
  tableColumn: "calculatedColumnFormula totalsRowFormula xmlColumnPr extLst",
  c: "f v is extLst",
  comments: "authors commentList extLst",
  dataValidation: "formula1 formula2",
  dxf: "font numFmt fill alignment border protection extLst",
  xf: "alignment protection extLst",
  border: "left right top bottom diagonal vertical horizontal",
};

/** The first child that stands too early, too late or nowhere; null when all is in order. */
export function misplacedChild(element: string, children: readonly string[]): string | null {
  const order = ORDERS[element]?.split(" ");
  if (order === undefined) return null;
  let last = 0;
  for (const child of children) {
    const at = order.indexOf(child);
    if (at < last) return child;
    last = at;
  }
  return null;
}
