import { figureOf, type FigureDefinition, type StoredFigure } from './figures.ts';

const COUNT: FigureDefinition = {
  kind: 'count',
  bySex: false,
  breakdown: 'municipality',
  combinePlaces: 'sum',
  smallNumberThreshold: null,
};
const PLACES = ['0760', '0761', '0763'];

function figure(place: string | null, given: Partial<StoredFigure> = {}): StoredFigure {
  return {
    place,
    sex: 'total',
    state: 'value',
    value: null,
    denominator: null,
    day: null,
    text: '',
    definitionVersion: 1,
    ...given,
  };
}

describe('the figure of an indicator in a round', () => {
  it('adds what was reported and says of how many', () => {
    const figures = [figure('0760', { value: 0.1 }), figure('0761', { value: 0.2 })];
    expect(figureOf(COUNT, figures, PLACES, false)).toEqual({
      state: 'value',
      value: 0.3,
      denominator: null,
      day: null,
      text: '',
      of: 3,
      reported: 2,
    });
  });

  it('keeps the kinds of empty apart', () => {
    expect(figureOf(COUNT, [], PLACES, false)).toEqual({ state: 'not_reported', of: 3, reported: 0 });
    const none = PLACES.map((place) => figure(place, { state: 'not_applicable' }));
    expect(figureOf(COUNT, none, PLACES, false)).toEqual({ state: 'not_applicable', of: 0, reported: 0 });
    expect(figureOf({ ...COUNT, breakdown: 'none' }, [figure(null, { value: 0 })], PLACES, false)).toMatchObject({
      state: 'value',
      value: 0,
      of: 1,
    });
    expect(figureOf(COUNT, [...none.slice(0, 1), figure('0761', { value: 4 })], PLACES, false)).toMatchObject({
      value: 4,
      of: 2,
      reported: 1,
    });
  });

  it('hides a small number, and a total that would tell one, from all but those who enter', () => {
    const definition = { ...COUNT, smallNumberThreshold: 5 };
    const county = { ...definition, breakdown: 'none' as const };
    expect(figureOf(county, [figure(null, { value: 3 })], PLACES, false)).toEqual({
      state: 'protected',
      of: 1,
      reported: 1,
    });
    expect(figureOf(county, [figure(null, { value: 3 })], PLACES, true)).toMatchObject({ state: 'value', value: 3 });
    const alone = [figure('0760', { value: 3 }), figure('0761', { value: 0 })];
    expect(figureOf(definition, alone, PLACES, false).state).toBe('protected');
    const hiddenInside = [figure('0760', { value: 3 }), figure('0761', { value: 40 }), figure('0763', { value: 12 })];
    expect(figureOf(definition, hiddenInside, PLACES, false)).toMatchObject({ state: 'value', value: 55 });
  });

  it('adds the parts of shares and never their percentages', () => {
    const figures = [figure('0760', { value: 1, denominator: 2 }), figure('0761', { value: 9, denominator: 98 })];
    expect(figureOf({ ...COUNT, kind: 'share' }, figures, PLACES, false)).toMatchObject({
      value: 10,
      denominator: 100,
    });
  });

  it('counts the places that reached a milestone, and keeps the day of the county', () => {
    const milestone: FigureDefinition = { ...COUNT, kind: 'milestone', combinePlaces: 'count_yes' };
    const reached = [figure('0760', { value: 1, day: '2025-05-02' }), figure('0761', { value: 0 })];
    expect(figureOf(milestone, reached, PLACES, false)).toMatchObject({ value: 1, day: null, reported: 2 });
    expect(
      figureOf({ ...milestone, breakdown: 'none' }, [figure(null, { value: 1, day: '2025-05-02' })], PLACES, false),
    ).toMatchObject({ value: 1, day: '2025-05-02' });
    expect(
      figureOf(
        { ...milestone, kind: 'text', breakdown: 'none' },
        [figure(null, { text: 'Två möten.' })],
        PLACES,
        false,
      ),
    ).toMatchObject({ value: null, text: 'Två möten.' });
  });

  it('shows a round from before the breakdown changed as it was reported', () => {
    expect(figureOf(COUNT, [figure(null, { value: 7 })], PLACES, false)).toMatchObject({
      state: 'value',
      value: 7,
      of: 1,
      reported: 1,
    });
  });
});
