import { paths, type PaperKind } from '@samhandling/contracts';
import { v7 as newId } from 'uuid';
import { quantile } from './measure.ts';
import type { Stage } from './scene.ts';

/** Milliseconds for each kind of paper and each kind of file. */
export type PaperFigures = readonly { readonly kind: PaperKind; readonly docxMs: number; readonly pdfMs: number }[];

/** On one agenda: more than any meeting gets through. */
const ITEMS = 60;

/** The papers of a meeting with sixty items, and an organisation's sheet, made and fetched. Medians of `rounds`. */
export async function measurePapers(stage: Stage, rounds: number): Promise<PaperFigures> {
  const { meetingId, organisationId } = await layOut(stage);
  const subjects: readonly (readonly [PaperKind, string])[] = [
    ['agenda', meetingId],
    ['minutes', meetingId],
    ['brief', meetingId],
    ['organisation_sheet', organisationId],
  ];
  const figures = [];
  for (const [kind, subject] of subjects) {
    const times: Record<'docx' | 'pdf', number[]> = { docx: [], pdf: [] };
    for (let round = 0; round < rounds; round += 1)
      for (const format of ['docx', 'pdf'] as const) {
        const begun = performance.now();
        const response = await fetch(`${stage.api.base}${paths.paperFile(kind, subject, format)}`, {
          headers: stage.headers,
        });
        await response.arrayBuffer();
        times[format].push(performance.now() - begun);
        if (response.status !== 200) throw new Error(`The paper ${kind} answered ${response.status}.`);
      }
    figures.push({ kind, docxMs: quantile(times.docx, 0.5), pdfMs: quantile(times.pdf, 0.5) });
  }
  return figures;
}

async function layOut({ owner, place }: Stage): Promise<{ meetingId: string; organisationId: string }> {
  const { rows } = await owner.query<{ planId: string; organisationId: string }>(
    `SELECT p.id AS "planId", (SELECT id FROM organisation WHERE county_id = $1 AND kind = 'region' LIMIT 1) AS "organisationId"
     FROM plan p WHERE p.county_id = $1 AND p.slug = 'plan-3'`,
    [place.county],
  );
  const [found] = rows;
  if (!found) throw new Error('There is no third plan.');
  const [groupId, meetingId] = [newId(), newId()];
  await owner.query(
    `INSERT INTO work_group (id, county_id, plan_id, name, kind) VALUES ($1, $2, $3, 'Beredningsgruppen', 'preparatory')`,
    [groupId, place.county, found.planId],
  );
  await owner.query(
    `INSERT INTO meeting (id, county_id, group_id, starts_at, ends_at, state, held_at) VALUES ($1, $2, $3, '2026-03-12T08:00Z', '2026-03-12T11:00Z', 'held', '2026-03-12T11:00Z')`,
    [meetingId, place.county, groupId],
  );
  await owner.query(
    `INSERT INTO agenda_item (id, county_id, meeting_id, kind, position, activity_id, state, note)
     SELECT gen_random_uuid(), $1, $2, 'activity', row_number() OVER (ORDER BY a.id), a.id, 'treated', 'Sex av åtta nämnder har haft besök. Två återstår.'
     FROM activity a WHERE a.plan_id = $3 ORDER BY a.id LIMIT $4`,
    [place.county, meetingId, found.planId, ITEMS],
  );
  return { meetingId, organisationId: found.organisationId };
}
