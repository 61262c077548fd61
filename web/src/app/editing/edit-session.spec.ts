import { TestBed } from '@angular/core/testing';
import type { Problem, Versioned } from '@samhandling/contracts';
import { useHttp } from '../core/testing.ts';
import { ProblemError } from '../core/problem.ts';
import { EditSession, type EditRules } from './edit-session.ts';

interface Thing extends Versioned {
  readonly title: string;
  readonly note: string;
}

const stale = (current: Thing): ProblemError => {
  const problem: Problem = { type: '', title: 'Någon annan', status: 412, detail: '', code: 'stale', current };
  return new ProblemError(problem);
};

describe('EditSession', () => {
  const saves: { version: number; title: string }[] = [];
  let answer: (version: number, title: string, note: string) => Promise<Thing>;
  let session: EditSession<Thing>;
  let seen: Thing | null;

  const rules: EditRules<Thing> = {
    name: 'thing',
    labels: { title: 'Rubrik', note: 'Not' },
    valueOf: ({ title, note }) => ({ title, note }),
    shown: (field, value) => String(value[field]),
    check: (value): Record<string, string[]> => (value['title'] === '' ? { title: ['Skriv en rubrik.'] } : {}),
    save: (_, version, value) => {
      saves.push({ version, title: String(value['title']) });
      return answer(version, String(value['title']), String(value['note']));
    },
  };
  const begin = (): EditSession<Thing> => {
    const made = TestBed.runInInjectionContext(() => new EditSession<Thing>());
    made.begin(rules, (thing) => (seen = thing));
    return made;
  };

  beforeEach(() => {
    localStorage.clear();
    saves.length = 0;
    seen = null;
    useHttp();
    answer = async (version, title, note) => ({ id: 't1', version: version + 1, title, note });
    session = begin();
    session.load({ id: 't1', version: 3, title: 'Gammal', note: 'Not' });
  });

  it('saves with the version it started from, and hands back what is stored', async () => {
    session.set('title', 'Ny');
    expect(session.dirty()).toBe(true);
    expect(await session.save()).toBe(true);
    expect(saves).toEqual([{ version: 3, title: 'Ny' }]);
    expect(seen).toEqual({ id: 't1', version: 4, title: 'Ny', note: 'Not' });
    expect(session.dirty()).toBe(false);
    expect(session.status()).toBe('saved');
  });

  it('sends nothing that is wrongly filled in', async () => {
    session.set('title', '');
    expect(await session.save()).toBe(false);
    expect(saves).toEqual([]);
    expect(session.errors()).toEqual({ title: ['Skriv en rubrik.'] });
  });

  it('is not overwritten by a reload while something is written', () => {
    session.set('title', 'Min');
    session.load({ id: 't1', version: 9, title: 'Deras', note: 'Not' });
    expect(session.text('title')).toBe('Min');
  });

  it('puts an unsaved draft back in a new form, until it is taken back', () => {
    session.set('title', 'Utkast');
    TestBed.tick();
    const next = begin();
    next.load({ id: 't1', version: 3, title: 'Gammal', note: 'Not' });
    expect(next.text('title')).toBe('Utkast');
    expect(next.restoredFrom()).not.toBe('');
    next.discard();
    expect(next.text('title')).toBe('Gammal');
  });

  it('needs no question when both have written the same', async () => {
    answer = async () => {
      throw stale({ id: 't1', version: 8, title: 'Ny', note: 'Not' });
    };
    session.set('title', 'Ny');
    expect(await session.save()).toBe(true);
    expect(seen?.version).toBe(8);
    expect(session.dirty()).toBe(false);
  });

  it('shows the reason at the field and keeps the text', async () => {
    answer = async () => {
      throw new ProblemError({
        type: '',
        title: 'Något är inte rätt ifyllt',
        status: 400,
        detail: '',
        code: 'invalid_fields',
        errors: [{ pointer: '/title', code: 'x', reason: 'För lång.' }],
      });
    };
    session.set('title', 'Lång');
    expect(await session.save()).toBe(false);
    expect(session.errors()).toEqual({ title: ['För lång.'] });
    expect(session.text('title')).toBe('Lång');
    expect(session.status()).toBe('failed');
  });
});
