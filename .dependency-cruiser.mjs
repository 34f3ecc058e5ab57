// DESIGN's import table as lint errors. Each rule says why, since whoever breaks it should learn what it protects.
const room = (name) => `^packages/${name}/`;
const detector = '^packages/detectors/([^/]+)/';
const anyRoom = '^(packages|apps)/';

/** A room may import itself, the named rooms and libraries; nothing else of ours. */
const only = (name, from, allowed, why) => ({
  name,
  severity: 'error',
  comment: why,
  from: { path: from, pathNot: '/test/' },
  to: { path: anyRoom, pathNot: [from, ...allowed] },
});

export default {
  forbidden: [
    only(
      'evidence-is-the-root',
      room('evidence'),
      [],
      'Everybody speaks its words; an import of ours here would be a circle.',
    ),
    only(
      'raster-knows-pixels-only',
      room('raster'),
      [room('evidence')],
      'Pixels must stay usable by every detector and by the simulator.',
    ),
    only(
      'signal-knows-sound-only',
      room('signal'),
      [room('evidence')],
      'Sound must stay usable by every detector and by the simulator.',
    ),
    only(
      'pdf-knows-syntax-only',
      room('pdf'),
      [],
      'Objects and revisions of a PDF are read the same way by intake, which states facts, and by detectors, which judge.',
    ),
    only(
      'intake-reads-bytes',
      room('intake'),
      [room('evidence'), room('raster'), room('signal'), room('pdf')],
      'Intake states facts; judging them belongs to detectors.',
    ),
    only(
      'learn-knows-numbers-only',
      room('learn'),
      [room('evidence')],
      'Calibration and policies work on numbers, whatever detector they come from.',
    ),
    only(
      'cases-is-domain',
      room('cases'),
      [room('evidence')],
      'Rules of the domain must not depend on how things are stored or detected.',
    ),
    only(
      'gangs-know-traces-only',
      room('gangs'),
      [room('evidence')],
      'Gangs are mined from tables of cases and traces, wherever those come from and are kept.',
    ),
    only(
      'leads-state-what-was-mined',
      room('leads'),
      [room('evidence'), '^packages/gangs/src/index\\.ts$'],
      'A package for the police is made of gangs and their records; it mines and stores nothing itself.',
    ),
    only(
      'store-implements-ports',
      room('store'),
      [room('evidence'), room('cases')],
      'The store implements ports that the domain declares; it decides nothing.',
    ),
    only(
      'report-draws',
      room('report'),
      [room('evidence')],
      'A report is a pure function of findings; it fetches and judges nothing.',
    ),
    only(
      'simulate-makes-worlds',
      room('simulate'),
      [room('evidence'), room('raster'), room('signal')],
      'A simulator that knows the detectors would be tuned to them.',
    ),
    only(
      'evaluate-measures',
      room('evaluate'),
      [room('evidence'), room('raster'), room('learn')],
      'Metrics must not depend on what they measure.',
    ),
    {
      name: 'detectors-are-islands',
      severity: 'error',
      comment:
        'A detector is pure and can be added or removed by one line; cross-talk goes through the case, not through imports.',
      from: { path: detector, pathNot: '/test/' },
      to: {
        path: anyRoom,
        pathNot: ['^packages/detectors/$1/', room('evidence'), room('raster'), room('signal'), room('pdf')],
      },
    },
    {
      name: 'console-sees-the-api-only',
      severity: 'error',
      comment:
        'The console runs in a browser and speaks HTTP; only the generated client and shared types may reach it.',
      from: { path: '^apps/console/', pathNot: ['/test/'] },
      to: { path: anyRoom, pathNot: ['^apps/console/', room('evidence')] },
    },
    {
      name: 'no-way-around-the-entry',
      severity: 'error',
      comment: "A package has one public entry; another room's inside may change without notice.",
      from: { path: '^(?:packages/detectors|packages|apps)/([^/]+)/' },
      to: {
        path: '^(?:packages/detectors|packages|apps)/[^/]+/(src|test)/',
        pathNot: [
          '^(?:packages/detectors|packages|apps)/$1/',
          '^(?:packages/detectors|packages|apps)/[^/]+/src/index\\.ts$',
          // Schemas load a validator of 370 modules; who wants types alone must not pay for it.
          '^packages/evidence/src/schemas/index\\.ts$',
          '^packages/intake/test/hostile/index\\.ts$',
        ],
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'A circle cannot be understood or tested in parts.',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'It would fail at run time.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      comment: 'Product code must run from an installation without tests.',
      from: { path: '/src/' },
      to: { path: '/test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['apps/console/dist', 'node_modules/(?!@jianzhen)'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    parser: 'swc',
  },
};
