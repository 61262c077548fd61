import { paths, type LiveState, type WalkThrough } from '@samhandling/contracts';
import { startTestApp, TestClient, type TestApp } from '../support/app.ts';
import { buildDecisionScene, type DecisionScene } from '../support/decision-scene.ts';
import { LiveStream } from '../support/live-stream.ts';
import { killProcesses, startApiProcess, type ApiProcess } from '../support/process.ts';

/** Whoever writes is on one process, whoever follows on another: what they share is the database (ADR 19). */
describe('a meeting that is followed over several processes', () => {
  let app: TestApp;
  let scene: DecisionScene;
  let written: ApiProcess;
  let followed: ApiProcess;
  let writer: TestClient;
  let follower: TestClient;

  beforeAll(async () => {
    app = await startTestApp();
    scene = await buildDecisionScene(app);
    [written, followed] = await Promise.all([startApiProcess(app.db.ownerUrl), startApiProcess(app.db.ownerUrl)]);
    writer = await new TestClient(written.base).signIn(scene.planner.session?.person.email ?? '');
    follower = await new TestClient(followed.base).signIn(scene.member.session?.person.email ?? '');
  }, 90_000);
  afterAll(async () => {
    await written.stop();
    killProcesses();
    await app.close();
  }, 60_000);

  const itemAt = async (who: TestClient) => {
    const { body } = await who.get<WalkThrough>(paths.meetingWalkThrough(scene.meetingId));
    return body.items.find(({ id }) => id === scene.itemId);
  };
  const note = async (text: string): Promise<void> => {
    const version = (await itemAt(writer))?.version;
    expect((await writer.patch(paths.agendaItem(scene.itemId), { note: text }, version)).status).toBe(200);
  };
  /** The stream until it says more than `number`: other things than the note may move it on its way. */
  const moved = async (stream: LiveStream, number: number): Promise<LiveState> => {
    for (;;) {
      const state = await stream.next();
      if (state === null) throw new Error('The stream ended before anything moved.');
      if (state.number > number) return state;
    }
  };

  it('a note written at the one is told at the other, and read there', async () => {
    const stream = await new LiveStream(followed.base, follower).open(scene.meetingId);
    const first = await stream.next();
    await note('Bolaget vill ha besked.');
    await moved(stream, first?.number ?? Infinity);
    expect((await itemAt(follower))?.note).toBe('Bolaget vill ha besked.');
    stream.close();
  }, 30_000);

  it('whoever loses the process they follow at hears at the other all that was written meanwhile', async () => {
    const stream = await new LiveStream(followed.base, follower).open(scene.meetingId);
    const before = await stream.next();
    followed.child.kill('SIGKILL');
    await followed.exit;
    await expect(stream.next()).rejects.toThrow();
    await note('Skrivet medan ingen hörde.');

    // The session is the database's too: the same browser, sent to the process that is left.
    const again = await new LiveStream(written.base, follower).open(scene.meetingId);
    expect(again.status).toBe(200);
    const caughtUp = await again.next();
    expect(caughtUp?.number).toBeGreaterThan(before?.number ?? Infinity);
    await note('Skrivet sedan.');
    await moved(again, caughtUp?.number ?? Infinity);
    again.close();

    followed = await startApiProcess(app.db.ownerUrl);
    const back = await new LiveStream(followed.base, follower).open(scene.meetingId);
    const now = await back.next();
    await note('Skrivet till den som kom tillbaka.');
    await moved(back, now?.number ?? Infinity);
    back.close();
    await followed.stop();
  }, 60_000);
});
