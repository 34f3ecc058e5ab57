// Fits packages/detectors/seal/src/origin/model.json: trees over what seals measure, how the network's word is weighed with theirs, and from
// where on a seal is called ink or pasted.
// node scripts/fit-seal-origin/fit.ts [--seals DIR …] --weigh DIR … [--held DIR …]
// `--seals`: sets that trees are fitted on, without any the trees stay as they are; `--weigh`: sets that neither trees nor network have seen;
// `--held`: sets that makers and captures left out of the trees' fit are measured on.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { layerLogOdds, type OriginModel, openOriginNetwork, originModel } from '@jianzhen/detector-seal';
import { sealOrigin } from '@jianzhen/engine';
import { readRows, withPlanes } from './rows.ts';
import { fitTrees, leftOut } from './trees.ts';
import { type Judged, limits, weigh } from './weigh.ts';

const { values } = parseArgs({
  options: {
    seals: { type: 'string', multiple: true, default: [] },
    weigh: { type: 'string', multiple: true, default: [] },
    held: { type: 'string', multiple: true, default: [] },
  },
});
if (values.weigh.length === 0) {
  console.error('usage: node scripts/fit-seal-origin/fit.ts [--seals DIR …] --weigh DIR … [--held DIR …]');
  process.exit(2);
}

const rows = values.seals.flatMap(readRows);
const trees = rows.length > 0 ? fitTrees(rows) : originModel.trees;
const network = await openOriginNetwork(sealOrigin);
const judged: Judged[] = [];
for (const folder of values.weigh)
  for (const [row, planes] of withPlanes(folder))
    judged.push({ row, trees: layerLogOdds({ trees }, row.statistics), network: await network(planes) });
const weights = weigh(judged);
const model: OriginModel = { version: '2', trees, weights, ...limits(judged, weights) };
writeFileSync(
  new URL('../../packages/detectors/seal/src/origin/model.json', import.meta.url),
  `${JSON.stringify(model)}\n`,
);
if (values.held.length > 0) {
  const held = values.held.flatMap(readRows);
  for (const line of leftOut(rows, held)) console.error(line);
}
