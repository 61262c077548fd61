import { TestBed } from '@angular/core/testing';
import { Session } from '../core/session.ts';
import { someSession, useHttp } from '../core/testing.ts';
import { ExplainButton } from './explain-button.ts';

async function shown(isSignedIn: boolean): Promise<string> {
  const http = useHttp();
  const asked = TestBed.inject(Session).ready();
  const request = http.expectOne('/api/v1/session');
  if (isSignedIn) request.flush(someSession);
  else request.flush({ type: 'x', title: 'x', status: 401, detail: '' }, { status: 401, statusText: 'x' });
  await asked;
  const fixture = TestBed.createComponent(ExplainButton);
  fixture.componentRef.setInput('roundId', 'r1');
  fixture.componentRef.setInput('indicatorId', 'i1');
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent.trim();
}

describe('the explanation of a number', () => {
  it('is offered to who is signed in', async () => {
    expect(await shown(true)).toBe('Förklara talet');
  });

  it('is not offered to who answers by a link, and may not ask', async () => {
    expect(await shown(false)).toBe('');
  });
});
