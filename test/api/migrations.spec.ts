import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/src/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

interface ColumnRow {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly is_generated: 'ALWAYS' | 'NEVER';
}

describe('the migrations', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const schema = () =>
    app.db.query<ColumnRow>(
      `SELECT table_name, column_name, udt_name AS data_type, is_nullable, is_generated FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY table_name, column_name`,
    );
  const rules = () =>
    app.db.query(
      `SELECT 'constraint' AS what, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE connamespace = 'public'::regnamespace
       UNION ALL SELECT 'trigger', tgname || ' on ' || tgrelid::regclass, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT 'policy', policyname || ' on ' || tablename, coalesce(qual, '') FROM pg_policies
       UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2`,
    );

  it('go all the way down and up again to the very same schema', async () => {
    const before = { schema: await schema(), rules: await rules() };
    expect(before.schema.length).toBeGreaterThan(100);
    const source = new DataSource({ type: 'postgres', url: app.db.ownerUrl, migrations, entities: [] });
    await source.initialize();
    for (let index = 0; index < migrations.length; index += 1) await source.undoLastMigration({ transaction: 'each' });
    expect(await schema()).toEqual([]);
    await source.runMigrations({ transaction: 'each' });
    await source.destroy();
    expect({ schema: await schema(), rules: await rules() }).toEqual(before);
  });

  it('agree with the entities, column by column', async () => {
    const columns = new Map((await schema()).map((column) => [`${column.table_name}.${column.column_name}`, column]));
    const entities = app.app.get(DataSource).entityMetadatas;
    expect(entities.length).toBeGreaterThan(5);
    const mapped = new Set<string>();
    for (const entity of entities) {
      for (const property of entity.columns) {
        const key = `${entity.tableName}.${property.databaseName}`;
        mapped.add(key);
        const column = columns.get(key);
        expect({ key, type: sqlType(property.type, property.isArray), nullable: property.isNullable }).toEqual({
          key,
          type: column?.data_type,
          nullable: column?.is_nullable === 'YES',
        });
      }
      const unmapped = [...columns.values()].filter(
        (column) =>
          column.table_name === entity.tableName &&
          column.is_generated === 'NEVER' &&
          !mapped.has(`${column.table_name}.${column.column_name}`),
      );
      expect(unmapped.map((column) => `${column.table_name}.${column.column_name}`)).toEqual([]);
    }
  });

  it('name every constraint, so that a refusal can say which rule it was', async () => {
    const unnamed = await app.db
      .query(`SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conname ~ '_(fkey|key|pkey|check)[0-9]*$'
      AND conrelid <> coalesce(to_regclass('public.migrations'), 0)`);
    expect(unnamed).toEqual([]);
  });
});

/** TypeORM's name of a column type as PostgreSQL's catalogue spells it. */
function sqlType(type: unknown, isArray: boolean): string {
  const names: Record<string, string> = {
    integer: 'int4',
    int: 'int4',
    boolean: 'bool',
    bigint: 'int8',
    timestamptz: 'timestamptz',
  };
  const name =
    typeof type === 'string'
      ? (names[type] ?? type)
      : type === String
        ? 'text'
        : type === Number
          ? 'int4'
          : type === Boolean
            ? 'bool'
            : String(type);
  return isArray ? `_${name}` : name;
}
