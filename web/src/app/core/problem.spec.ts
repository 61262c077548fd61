import { HttpErrorResponse } from '@angular/common/http';
import { ProblemError, problemOf } from './problem.ts';

const stale = {
  type: 'https://samhandling.example/problems/stale',
  title: 'Någon annan har ändrat samtidigt',
  status: 412,
  detail: 'Två versioner finns.',
};

describe('problemOf', () => {
  it('keeps the words of the API and finds the code in the type', () => {
    const response = new HttpErrorResponse({ status: 412, error: stale });
    expect(problemOf(response)).toEqual({ ...stale, code: 'stale' });
  });

  it('reads a problem that came as text, and one that was wrapped', () => {
    expect(problemOf(new HttpErrorResponse({ status: 412, error: JSON.stringify(stale) })).title).toBe(stale.title);
    const wrapped = new Error('resource', { cause: new ProblemError({ ...stale, code: 'stale' }) });
    expect(problemOf(wrapped).status).toBe(412);
  });

  it('says honestly what it knows when there are no words', () => {
    expect(problemOf(new HttpErrorResponse({ status: 0 })).title).toBe('Ingen kontakt med tjänsten');
    expect(problemOf(new HttpErrorResponse({ status: 502, error: '<html>' }))).toMatchObject({
      status: 502,
      code: 'internal',
    });
    expect(problemOf(new HttpErrorResponse({ status: 502 })).detail).toContain('502');
    expect(problemOf(new TypeError('x is not a function')).title).toBe('Något gick fel på sidan');
    expect(problemOf('x').code).toBe('internal');
  });

  it('shows nothing of an internal error text to people', () => {
    const problem = problemOf(new TypeError('secret detail'));
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});
