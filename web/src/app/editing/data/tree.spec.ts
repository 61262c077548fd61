import type { PlanStructure, StructureActivity } from '@samhandling/contracts';
import { findPlace, moveInto, referenceOf, stepOf, withElement } from './tree.ts';

function activity(id: string, number: number): StructureActivity {
  return {
    id,
    version: 1,
    areaId: 'a1',
    reference: `1.1/${String(number)}`,
    number,
    text: `Text ${id}`,
    recurrence: 'yearly',
    firstYear: null,
    lastYear: null,
    responsible: [],
    responsibleGroup: null,
    partners: [],
    openEnded: false,
    mayEdit: true,
    lockedReason: '',
    indicators: [],
  };
}

const area = (id: string, number: string, activities: StructureActivity[]) => ({
  id,
  version: 1,
  number,
  title: number,
  activities,
});
const structure = {
  plan: {},
  goals: [
    {
      id: 'g1',
      version: 1,
      number: 1,
      code: 'F',
      title: 'Mål',
      tips: [],
      areas: [area('a1', '1.1', [activity('x', 1), activity('y', 2)]), area('a2', '1.2', [activity('z', 3)])],
    },
    { id: 'g2', version: 1, number: 2, code: null, title: 'Mål två', tips: [], areas: [] },
  ],
} as unknown as PlanStructure;

const placed = (id: string) => {
  const place = findPlace(structure, id);
  if (!place) throw new Error(`${id} is not in the plan`);
  return place;
};

describe('the tree of a plan', () => {
  it('finds every element and says how it is referred to', () => {
    expect(['g1', 'g2', 'a2', 'y'].map((id) => referenceOf(placed(id)))).toEqual(['F', '2', '1.2', '1.1/2']);
    expect(findPlace(structure, 'borta')).toBeNull();
  });

  it('moves one step among its siblings and stops at the ends', () => {
    expect(stepOf(placed('y'), -1)).toEqual({ kind: 'activity', id: 'y', parentId: 'a1', index: 0 });
    expect(stepOf(placed('y'), 1)).toBeNull();
    expect(stepOf(placed('g1'), 1)).toEqual({ kind: 'goal', id: 'g1', parentId: null, index: 1 });
  });

  it('goes last in another parent', () => {
    expect(moveInto(structure, placed('x'), 'a2')).toEqual({ kind: 'activity', id: 'x', parentId: 'a2', index: 1 });
    expect(moveInto(structure, placed('a1'), 'g2')).toEqual({ kind: 'area', id: 'a1', parentId: 'g2', index: 0 });
  });

  it('exchanges one element and leaves the rest', () => {
    const after = withElement(structure, { ...activity('z', 3), text: 'Ny' });
    expect(after.goals[0]?.areas.flatMap(({ activities }) => activities.map(({ text }) => text))).toEqual([
      'Text x',
      'Text y',
      'Ny',
    ]);
  });
});
