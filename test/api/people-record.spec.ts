import { paths, REPORT_FORMATS, type ReportFormat } from '@samhandling/contracts';
import { verify } from '../../api/src/cli/verify.command.ts';
import { leavingScene, type LeavingScene } from '../support/leaving.ts';
import { idOf } from '../support/together.ts';

describe('the record of an adopted round', () => {
  let scene: LeavingScene;
  beforeAll(async () => {
    scene = await leavingScene();
  });
  afterAll(() => scene.close());

  /** The frozen report as it is read, and each of its files. */
  const frozen = async (): Promise<{ report: unknown; files: Record<string, Buffer> }> => {
    const { planner, adopted } = scene;
    const report = await planner.get<unknown>(paths.roundReport(adopted.round.id));
    expect(report.status).toBe(200);
    const files: Partial<Record<ReportFormat, Buffer>> = {};
    for (const format of REPORT_FORMATS) {
      const file = await planner.bytes(paths.roundReportFile(adopted.round.id, format));
      expect({ format, status: file.status }).toEqual({ format, status: 200 });
      files[format] = file.bytes;
    }
    return { report: report.body, files };
  };

  it('is the same to the byte when who answered leaves and is removed, and still verifies', async () => {
    const { app, adopted } = scene;
    const id = idOf(adopted.frida);
    const [before, read] = [await scene.record(), await frozen()];
    const kept = (table: string) => before.find((one) => one.table === table)?.n ?? 0;
    expect(kept('frozen_report')).toBe(1);
    expect(kept('frozen_file')).toBe(REPORT_FORMATS.length);
    expect(read.files['pdf']?.length).toBeGreaterThan(1_000);

    const left = await scene.change(await scene.person(id), 'leave');
    expect(left.body.state).toBe('left');
    expect(await scene.record()).toEqual(before);
    expect(await frozen()).toEqual(read);

    const gone = await scene.change(left.body, 'remove', {
      reason: 'Begärt av personen.',
      confirmName: 'Frida Frusen',
    });
    expect(gone.body.name).toBe('Tidigare medarbetare');
    expect(await scene.record()).toEqual(before);
    expect(await frozen()).toEqual(read);

    const said: string[] = [];
    await verify({}, { DATABASE_URL: app.db.ownerUrl, LOG_LEVEL: 'silent' }, (line) => said.push(line));
    expect(said.join('\n')).toContain(`Frysta rapporter: 1, filer: ${REPORT_FORMATS.length}.`);
    expect(said.at(-1)).toBe('Allt stämmer.');
  });
});
