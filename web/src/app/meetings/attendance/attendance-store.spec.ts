import { TestBed } from '@angular/core/testing';
import type { AttendanceRow } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { someMeeting } from '../data/some-meeting.ts';
import { MeetingStore } from '../meeting/meeting-store.ts';
import { AttendanceStore } from './attendance-store.ts';

const row = (memberId: string, status: AttendanceRow['status'], version = 0): AttendanceRow => ({
  id: status === null ? null : `row-${memberId}`,
  version,
  memberId,
  name: memberId,
  organisation: null,
  role: 'member',
  substituteFor: null,
  status,
  isOutside: false,
});
const URL = '/api/v1/meetings/m1';
const answered = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
};

async function open(attendance: readonly AttendanceRow[]) {
  const http = useHttp(MeetingStore, AttendanceStore);
  const meeting = someMeeting([], { attendance });
  const store = TestBed.inject(AttendanceStore);
  TestBed.inject(MeetingStore).open('m1');
  TestBed.tick();
  http.expectOne(URL).flush(meeting);
  await answered();
  const put = () => http.expectOne({ method: 'PUT', url: `${URL}/attendance` });
  return { http, store, meeting, put };
}

describe('AttendanceStore', () => {
  it('saves each choice for itself, the second from what the first gave', async () => {
    const { store, put, http, meeting } = await open([row('eva', null), row('ola', null)]);
    const [eva] = store.rows();
    if (!eva) throw new Error('No row');
    void store.set(eva, 'present');
    void store.set(eva, 'remote');
    await answered();
    const first = put();
    expect(first.request.body).toEqual({ rows: [{ version: 0, memberId: 'eva', status: 'present' }] });
    const rows = [row('eva', 'present', 1), row('ola', null)];
    first.flush({ rows, refused: [] });
    await answered();
    http.match(URL).forEach((read) => read.flush({ ...meeting, attendance: rows }));
    const second = put();
    expect(second.request.body).toEqual({
      rows: [{ id: 'row-eva', version: 1, memberId: 'eva', status: 'remote' }],
    });
  });

  it('keeps what was chosen beside what somebody else has stated', async () => {
    const { store, put } = await open([row('eva', null), row('ola', null)]);
    void store.setAll(store.open(), 'present');
    await answered();
    put().flush({
      rows: [row('eva', 'absent', 3), row('ola', 'present', 1)],
      refused: [{ index: 0, code: 'stale', reason: 'Någon annan har sparat.' }],
    });
    await answered();
    const [eva, ola] = store.rows();
    if (!eva || !ola) throw new Error('No rows');
    expect(eva.status).toBe('absent');
    expect(store.stateOf(eva)).toMatchObject({ status: 'failed', mine: 'present' });
    expect(store.stateOf(eva).reason).toContain('”Frånvarande”');
    expect(store.stateOf(ola).status).toBe('saved');
  });

  it('says that nothing was saved when nothing was answered', async () => {
    const { store, put } = await open([row('eva', null)]);
    const [eva] = store.rows();
    if (!eva) throw new Error('No row');
    void store.set(eva, 'present');
    await answered();
    put().error(new ProgressEvent('error'));
    await answered();
    expect(store.stateOf(eva)).toMatchObject({ status: 'failed', mine: 'present' });
    expect(store.rows()[0]?.status).toBeNull();
  });
});
