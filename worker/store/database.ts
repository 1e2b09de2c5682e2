/**
 * What the statements of this folder need of D1: the database itself, or a session on it. A session may be answered by
 * a replica near the reader, never older than the bookmark it was started with.
 */
export type Database = Pick<D1Database, "prepare" | "batch">;
