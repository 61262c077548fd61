import { proposeRotation, type RotationInput } from '@samhandling/domain';

/**
 * 500 activities over twelve meetings: what the largest county could ask, with two samråd and in the shapes that are hardest.
 * Prints, asserts nothing. The first time is apart: the process has then not run it before.
 */
const [ACTIVITIES, MEETINGS, ROUNDS, TARGET] = [500, 12, 30, 200];
const name = { sv: 'samrådet', en: 'the consultation' };

interface Shape {
  readonly areaSize?: number;
  readonly minutes?: (index: number) => number;
  readonly dataEvery?: number;
  readonly isOnePeriod?: boolean;
}

function inputOf({
  areaSize = 6,
  minutes = (index) => 8 + (index % 3) * 2,
  dataEvery = 4,
  isOnePeriod = false,
}: Shape): RotationInput {
  return {
    meetings: Array.from({ length: MEETINGS }, (_, index) => ({
      id: `m${String(index)}`,
      day: `2027-${String(index + 1).padStart(2, '0')}-12`,
      room: 900,
      isFixed: !isOnePeriod && index < 2,
      entries: [],
    })),
    milestones: isOnePeriod
      ? []
      : [
          { id: 's1', day: '2027-06-20', name },
          { id: 's2', day: '2027-12-15', name },
        ],
    activities: Array.from({ length: ACTIVITIES }, (_, index) => ({
      id: `a${String(index)}`,
      reference: `${String(1 + Math.floor(index / 60))}.${String(1 + Math.floor((index % 60) / 6))}/${String(1 + (index % 6))}`,
      areaId: `area${String(Math.floor(index / areaSize))}`,
      goalId: `goal${String(Math.floor(index / 60))}`,
      minutes: minutes(index),
      activeFrom: index % 17 === 0 ? '2027-04-01' : null,
      activeTo: null,
      isOver: false,
      isPressing: index % 7 === 0,
      lastUpOn: null,
      parking: index % 40 === 0 ? { reason: 'Vilar', until: '2027-08-31' } : null,
      dataDays: index % dataEvery === 0 ? ['2027-03-31', '2027-08-31'] : [],
    })),
    from: '2027-01-01',
    horizon: '2027-12-31',
    today: '2027-02-20',
    keep: false,
  };
}

const SHAPES: readonly (readonly [string, Shape])[] = [
  ['two samråd, three lengths', {}],
  ['equal lengths, figures everywhere', { minutes: () => 8, dataEvery: 1 }],
  ['one period, each in an area of its own', { areaSize: 1, isOnePeriod: true }],
  ['one period, areas of fifty', { areaSize: 50, isOnePeriod: true }],
  ['one period, thirty lengths', { minutes: (index) => 1 + ((index * 7) % 30), isOnePeriod: true }],
];

const written = (value: number): string => value.toFixed(1).replace('.', ',');

function timeOf(input: RotationInput): number {
  const begun = performance.now();
  proposeRotation(input);
  return performance.now() - begun;
}

process.stdout.write(
  `A rotation of ${String(ACTIVITIES)} activities over ${String(MEETINGS)} meetings (target ${String(TARGET)} ms)\n`,
);
for (const [shape, wish] of SHAPES) {
  const input = inputOf(wish);
  const first = timeOf(input);
  const times = Array.from({ length: ROUNDS }, () => timeOf(input)).sort((a, b) => a - b);
  const at = (share: number): string => written(times[Math.floor(share * (ROUNDS - 1))] ?? 0);
  process.stdout.write(
    `  ${shape}: first ${written(first)} ms, then p50 ${at(0.5)} ms, slowest ${at(1)} ms of ${String(ROUNDS)}\n`,
  );
}
