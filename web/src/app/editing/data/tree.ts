import type {
  Id,
  MoveRequest,
  PlanStructure,
  StructureActivity,
  StructureArea,
  StructureGoal,
} from '@samhandling/contracts';

/** One element of the plan with where it stands. */
export type Place =
  | { readonly kind: 'goal'; readonly goal: StructureGoal; readonly index: number; readonly siblings: number }
  | {
      readonly kind: 'area';
      readonly goal: StructureGoal;
      readonly area: StructureArea;
      readonly index: number;
      readonly siblings: number;
    }
  | {
      readonly kind: 'activity';
      readonly goal: StructureGoal;
      readonly area: StructureArea;
      readonly activity: StructureActivity;
      readonly index: number;
      readonly siblings: number;
    };

export function findPlace(structure: PlanStructure, id: Id): Place | null {
  for (const [goalIndex, goal] of structure.goals.entries()) {
    if (goal.id === id) return { kind: 'goal', goal, index: goalIndex, siblings: structure.goals.length };
    for (const [areaIndex, area] of goal.areas.entries()) {
      if (area.id === id) return { kind: 'area', goal, area, index: areaIndex, siblings: goal.areas.length };
      for (const [index, activity] of area.activities.entries())
        if (activity.id === id)
          return { kind: 'activity', goal, area, activity, index, siblings: area.activities.length };
    }
  }
  return null;
}

export function idOf(place: Place): Id {
  return place.kind === 'goal' ? place.goal.id : place.kind === 'area' ? place.area.id : place.activity.id;
}

export function parentOf(place: Place): Id | null {
  return place.kind === 'goal' ? null : place.kind === 'area' ? place.goal.id : place.area.id;
}

/** One step up or down among its siblings; null at the ends. */
export function stepOf(place: Place, by: -1 | 1): MoveRequest | null {
  const index = place.index + by;
  if (index < 0 || index >= place.siblings) return null;
  return { kind: place.kind, id: idOf(place), parentId: parentOf(place), index };
}

/** Last in another goal or area. */
export function moveInto(structure: PlanStructure, place: Place, parentId: Id): MoveRequest {
  const count =
    place.kind === 'area'
      ? (structure.goals.find((goal) => goal.id === parentId)?.areas.length ?? 0)
      : (structure.goals.flatMap((goal) => goal.areas).find((area) => area.id === parentId)?.activities.length ?? 0);
  return { kind: place.kind, id: idOf(place), parentId, index: count };
}

/** How an element is referred to: "2", "F", "2.2" or "2.2/5". */
export function referenceOf(place: Place): string {
  switch (place.kind) {
    case 'goal':
      return place.goal.code ?? String(place.goal.number);
    case 'area':
      return place.area.number;
    case 'activity':
      return place.activity.reference;
  }
}

/** The structure with one element exchanged for its newer self, wherever it stands. */
export function withElement(
  structure: PlanStructure,
  element: StructureGoal | StructureArea | StructureActivity,
): PlanStructure {
  return {
    ...structure,
    goals: structure.goals.map((goal) =>
      goal.id === element.id
        ? (element as StructureGoal)
        : {
            ...goal,
            areas: goal.areas.map((area) =>
              area.id === element.id
                ? (element as StructureArea)
                : {
                    ...area,
                    activities: area.activities.map((activity) =>
                      activity.id === element.id ? (element as StructureActivity) : activity,
                    ),
                  },
            ),
          },
    ),
  };
}
