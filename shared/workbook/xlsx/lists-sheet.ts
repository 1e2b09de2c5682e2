/**
 * A hidden sheet that exists only in files: dropdown lists too long for a cell's own list (255 characters).
 * It is written from the template and never read as content.
 */
export const LISTS_SHEET = "KC_DanhMuc";
