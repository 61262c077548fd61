import { HttpClient, HttpErrorResponse, HttpHeaders, HttpResponse } from '@angular/common/http';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { of, throwError, type Observable } from 'rxjs';
import { Messages } from './messages.ts';
import { Undo } from './undo.ts';

const answered = (changeId?: string): HttpResponse<unknown> =>
  new HttpResponse({ headers: new HttpHeaders(changeId ? { 'Change-Id': changeId } : {}) });

describe('Undo', () => {
  let sent: string[];
  let answer: Observable<unknown>;

  function start(): { undo: Undo; messages: Messages } {
    sent = [];
    answer = of({ words: 'Ångrat. Det är tillbaka.', link: '' });
    const http = {
      post: (path: string) => {
        sent.push(path);
        return answer;
      },
    };
    TestBed.configureTestingModule({ providers: [{ provide: HttpClient, useValue: http }] });
    return { undo: TestBed.inject(Undo), messages: TestBed.inject(Messages) };
  }

  it('offers to undo the change that was noted, once, and shows the page anew', async () => {
    const { undo, messages } = start();
    let shown = 0;
    undo.note(answered('c1'));
    undo.offer('Händelsen är borttagen.', () => void (shown += 1));
    expect(messages.current()).toMatchObject({ text: 'Händelsen är borttagen.', undo: { label: 'Ångra' } });
    messages.undo();
    await TestBed.inject(ApplicationRef).whenStable();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    expect(sent).toEqual(['/api/v1/changes/c1/undo']);
    expect(messages.current()?.text).toBe('Ångrat. Det är tillbaka.');
    expect(shown).toBe(1);
    undo.offer('En gång till.', () => undefined);
    expect(messages.current()?.undo).toBeUndefined();
  });

  it('offers nothing for an answer that changed nothing', () => {
    const { undo } = start();
    undo.note(answered('c2'));
    expect(undo.take()).toBe('c2');
    expect(undo.take()).toBeNull();
    undo.note(answered('c2'));
    undo.note(answered());
    expect(undo.take()).toBeNull();
  });

  it('says the refusal in the words of the API', async () => {
    const { undo, messages } = start();
    const problem = {
      type: '/problems/rule',
      title: 'Det går inte just nu',
      status: 409,
      code: 'rule',
      detail: 'Petra har ändrat samma sak.',
    };
    answer = throwError(() => new HttpErrorResponse({ status: 409, error: problem }));
    expect(await undo.run('c3', () => undefined)).toBe(false);
    expect(messages.current()).toMatchObject({ tone: 'error', text: 'Petra har ändrat samma sak.' });
  });
});
