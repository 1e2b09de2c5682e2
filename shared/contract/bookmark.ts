/**
 * Header of answers and requests: how fresh the database copy must be that answers. A client sends back the last one it
 * was given, and so reads its own writes whichever copy is near.
 */
export const BOOKMARK_HEADER = "kc-bookmark";
