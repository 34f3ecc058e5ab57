import {
  FEATURE_GROUPS,
  type FeatureGroup,
  judgeUrl,
  type Link,
  type LinkEvidence,
  linkEvidence,
  linkProbability,
  type UrlContext,
  type UrlModel,
} from '@jianzhen/detector-qr';

/** How dangerous a link is held to be; higher is more. */
export type UrlScore = (link: Link) => number;

const known = new WeakMap<UrlModel, WeakMap<Link, LinkEvidence>>();

/** Evidence of each link once: every ablation asks for it. */
function featuresOf(model: UrlModel, link: Link): LinkEvidence['features'] {
  const links = known.get(model) ?? new WeakMap<Link, LinkEvidence>();
  known.set(model, links);
  const evidence = links.get(link) ?? linkEvidence(link, model);
  links.set(link, evidence);
  return evidence.features;
}

/** The product's own word, as `jianzhen url` gives it. */
export function judged(context: UrlContext): UrlScore {
  // Tables by kind ask for the same links again.
  const scores = new WeakMap<Link, number>();
  return (link) => {
    const score = scores.get(link) ?? judgeUrl(link.href, context).probability;
    scores.set(link, score);
    return score;
  };
}

/** The fitted model alone, without official domains and tricks. */
export const modelled =
  (model: UrlModel): UrlScore =>
  (link) =>
    linkProbability(model, featuresOf(model, link));

/** The same where the named groups of inputs are as in ordinary links. */
export function without(model: UrlModel, groups: readonly FeatureGroup[]): UrlScore {
  const names: readonly string[] = groups.flatMap((group) => [...FEATURE_GROUPS[group]]);
  return (link) => {
    const features = { ...featuresOf(model, link) };
    for (const name of names) features[name] = model.typical[name] ?? 0;
    return linkProbability(model, features);
  };
}

/** The n-grams alone. */
export const spelt =
  (model: UrlModel): UrlScore =>
  (link) =>
    featuresOf(model, link)['text.all']!;

/** Longer is worse: what a rule of thumb gets. */
export const byLength: UrlScore = ({ href }) => href.length;
