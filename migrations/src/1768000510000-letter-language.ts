import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters in the reader's language (ADR 29): each person has one, and what has changed since a calling is kept in both. */
export class LetterLanguage1768000510000 implements MigrationInterface {
  readonly name = 'LetterLanguage1768000510000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE person ADD COLUMN letter_locale text NOT NULL DEFAULT 'sv',
        ADD CONSTRAINT person_letter_locale_known CHECK (letter_locale IN ('sv', 'en'))`);
    await db.query(`GRANT UPDATE (letter_locale) ON person TO samhandling_app`);
    await db.query(`ALTER TABLE meeting_letter ADD COLUMN changes_en text[] NOT NULL DEFAULT '{}'`);
    await this.makeOperators(db, 'id uuid, name text, email text, letter_locale text', ', p.letter_locale');
  }

  async down(db: QueryRunner): Promise<void> {
    await this.makeOperators(db, 'id uuid, name text, email text', '');
    await db.query('ALTER TABLE meeting_letter DROP COLUMN changes_en');
    await db.query('ALTER TABLE person DROP COLUMN letter_locale');
  }

  /** To whom the use of the break-glass account is told. */
  private async makeOperators(db: QueryRunner, columns: string, more: string): Promise<void> {
    await db.query('DROP FUNCTION operators()');
    await db.query(`
      CREATE FUNCTION operators() RETURNS TABLE (${columns})
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT p.id, p.name, p.email${more} FROM person p WHERE p.is_operator AND p.is_active ORDER BY p.email $$`);
    await db.query('REVOKE EXECUTE ON FUNCTION operators() FROM PUBLIC');
    await db.query('GRANT EXECUTE ON FUNCTION operators() TO samhandling_app');
  }
}
