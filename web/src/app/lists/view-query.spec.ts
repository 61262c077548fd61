import type { SavedView } from '@samhandling/contracts';
import { openingView, viewParams, viewQuery } from './view-query.ts';

describe('the query of a view', () => {
  it('is the same however the choices were made, and leaves out the page and the round', () => {
    expect(viewQuery('?svar=utkast&lage=pagar&sida=3&lage=behover-stod')).toBe(
      viewQuery('lage=behover-stod&omgang=2025&lage=pagar&svar=utkast'),
    );
    expect(viewQuery('?sok=tr%C3%A4ff%20a%26b')).toBe('sok=tr%C3%A4ff+a%26b');
    expect(viewQuery('')).toBe('');
  });

  it('takes away what the list has and the view has not, but stays in the round', () => {
    expect(viewParams('lage=pagar&lage=utgar', 'omgang=2025&sida=2&svar=utkast')).toEqual({
      sida: null,
      svar: null,
      lage: ['pagar', 'utgar'],
    });
    expect(viewParams('', 'lage=pagar')).toEqual({ lage: null });
  });

  it('neither keeps nor ends that one writes in the list', () => {
    expect(viewQuery('redigera=1&lage=pagar')).toBe('lage=pagar');
    expect(viewParams('', 'redigera=1&lage=pagar')).toEqual({ lage: null });
  });

  it('opens mine before the county’s', () => {
    const view = (id: string, more: Partial<SavedView>) =>
      ({ id, isMyDefault: false, isCountyDefault: false, ...more }) as SavedView;
    expect(openingView([view('a', { isCountyDefault: true }), view('b', { isMyDefault: true })])?.id).toBe('b');
    expect(openingView([view('a', { isCountyDefault: true }), view('b', {})])?.id).toBe('a');
    expect(openingView([view('b', {})])).toBeNull();
  });
});
