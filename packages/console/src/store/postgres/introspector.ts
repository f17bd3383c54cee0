import { type DatabaseIntrospector, type Kysely, sql } from "kysely";

/**
 * Says which tables there are, where the connection's search path leads. Kysely's own asks for every column of the whole
 * database, and fails when another schema goes while it does.
 */
export function ownIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
  return {
    async getSchemas() {
      const { rows } = await sql<{ name: string }>`select nspname as name from pg_namespace`.execute(db);
      return rows;
    },
    async getTables() {
      const { rows } = await sql<{ name: string; schema: string }>`
        select relname as name, current_schema() as schema from pg_class
        where relnamespace = (select oid from pg_namespace where nspname = current_schema()) and relkind in ('r', 'p')`.execute(
        db,
      );
      return rows.map((table) => ({ ...table, isView: false, isForeign: false, columns: [] }));
    },
  };
}
