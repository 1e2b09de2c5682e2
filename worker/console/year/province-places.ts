/** Where the provinces lie to one another, as tiles. */

/** Rows from north to south, columns from west to east; "" is no province. Neighbours stay neighbours, areas do not show. */
export const ROWS: readonly (readonly string[])[] = [
  ["12", "15", "08", "04", ""],
  ["11", "14", "25", "19", "20"],
  ["", "", "01", "24", "22"],
  ["", "", "37", "33", "31"],
  ["", "", "38", "", ""],
  ["", "", "40", "", ""],
  ["", "", "42", "", ""],
  ["", "", "", "44", ""],
  ["", "", "", "46", "48"],
  ["", "", "", "", "51"],
  ["", "", "", "", "52"],
  ["", "", "", "", "66"],
  ["", "80", "75", "68", "56"],
  ["91", "82", "79", "", ""],
  ["96", "92", "86", "", ""],
];

/** Every code that has a place, for the test that none is missing. */
export const MAPPED = ROWS.flat().filter((code) => code !== "");
